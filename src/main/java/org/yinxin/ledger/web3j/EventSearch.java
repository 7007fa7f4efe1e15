package org.yinxin.ledger.web3j;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;
import org.yinxin.ledger.NodeSilentException;

/** Looks for a contract's events: through the whole chain at once, or piece by piece where the node allows no more. */
final class EventSearch {

    private final Rpc rpc;

    EventSearch(Rpc rpc) {
        this.rpc = rpc;
    }

    /**
     * What is looked for.
     *
     * @param event the event's topic, or null for any
     * @param indexed its first indexed value, or null for any
     */
    record Wanted(
            String contract,
            @Nullable String event,
            @Nullable String indexed) {

        private EthFilter between(DefaultBlockParameter from, DefaultBlockParameter to) {
            EthFilter filter = new EthFilter(from, to, contract);
            if (event == null) {
                filter.addNullTopic();
            } else {
                filter.addSingleTopic(event);
            }
            if (indexed != null) {
                filter.addSingleTopic(indexed);
            }
            return filter;
        }
    }

    /** Is told of the events piece by piece, the newest first. */
    private interface Piece {
        boolean isEnough(List<Log> events);
    }

    List<Log> inBlock(Wanted wanted, long block) {
        return inBlocks(wanted, block, block);
    }

    /** Both ends included. */
    List<Log> inBlocks(Wanted wanted, long from, long to) {
        return logs(ask(wanted.between(number(from), number(to))));
    }

    /** Every such event, in the chain's order. */
    List<Log> all(Wanted wanted) {
        List<Log> found = new ArrayList<>();
        search(wanted, logs -> {
            found.addAll(0, logs);
            return false;
        });
        return found;
    }

    /** The newest such event that is like this. */
    Optional<Log> newest(Wanted wanted, Predicate<Log> like) {
        List<Log> found = new ArrayList<>();
        search(wanted, logs -> {
            logs.reversed().stream().filter(like).findFirst().ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private void search(Wanted wanted, Piece enough) {
        EthLog whole = rpc.ask(rpc.web3j()
                .ethGetLogs(wanted.between(DefaultBlockParameterName.EARLIEST, DefaultBlockParameterName.LATEST)));
        if (!whole.hasError()) {
            enough.isEnough(logs(whole));
        } else if (NodeManners.tooManyBlocks(String.valueOf(whole.getError().getMessage()))) {
            pieceByPiece(wanted, enough);
        } else {
            throw new NodeSilentException(rpc.name(), whole.getError().getMessage());
        }
    }

    private void pieceByPiece(Wanted wanted, Piece enough) {
        long to = rpc.answer(rpc.web3j().ethBlockNumber()).getBlockNumber().longValueExact();
        boolean done = false;
        while (to >= 0 && !done) {
            long from = Math.max(0, to - NodeManners.MOST_BLOCKS_AT_ONCE + 1);
            done = enough.isEnough(logs(ask(wanted.between(number(from), number(to)))));
            to = from - 1;
        }
    }

    private EthLog ask(EthFilter filter) {
        return rpc.answer(rpc.web3j().ethGetLogs(filter));
    }

    private static List<Log> logs(EthLog answer) {
        return answer.getLogs().stream()
                .map(EthLog.LogResult::get)
                .map(Log.class::cast)
                .toList();
    }

    private static DefaultBlockParameter number(long block) {
        return DefaultBlockParameter.valueOf(BigInteger.valueOf(block));
    }
}
