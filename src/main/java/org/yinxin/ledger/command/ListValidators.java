package org.yinxin.ledger.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.proof.ProofRefusedException;
import org.yinxin.ledger.web3j.NodeView;

/**
 * Tells from which block on who was a validator, as the blocks themselves name them, in the words of the setting. It looks at
 * some hundred blocks and halves where they differ, so a change that was soon taken back goes unseen.
 */
final class ListValidators {

    private static final int LOOKS = 256;

    private final NodeView node;
    private final Map<Long, Set<String>> read = new TreeMap<>();

    private ListValidators(NodeView node) {
        this.node = node;
    }

    static int run(Arguments arguments, PrintStream out) {
        NodeView node = new NodeView("--node", arguments.uri("--node"));
        String from = arguments.find("--from");
        if (from != null && !from.matches("\\d{1,12}")) {
            throw new Arguments.AskedWrongly("--from says " + from + ", which is no block");
        }
        try {
            ListValidators list = new ListValidators(node);
            list.spans(from == null ? 0 : Long.parseLong(from), node.height()).forEach(out::println);
            out.println("Compare the addresses with those that each authority told you, and put its name before each: "
                    + "court:0x…");
            return Contract.DONE;
        } catch (ProofRefusedException e) {
            out.println("The blocks name no validators: this is no QBFT chain.");
            return Contract.NO;
        }
    }

    /** The blocks for which somebody is a validator. */
    private record Span(String address, long from, @Nullable Long to) {

        boolean goesOn() {
            return to == null;
        }

        Span until(long last) {
            return new Span(address, from, last);
        }

        @Override
        public String toString() {
            if (to != null) {
                return address + "@" + from + "-" + to;
            }
            return from == 0 ? address : address + "@" + from;
        }
    }

    private List<Span> spans(long first, long last) {
        List<Span> spans = new ArrayList<>();
        at(first).forEach(address -> spans.add(new Span(address, first, null)));
        long step = Math.max(1, (last - first) / LOOKS);
        for (long block = first; block < last; block = Math.min(last, block + step)) {
            addChanges(spans, block, Math.min(last, block + step));
        }
        return spans;
    }

    private void addChanges(List<Span> spans, long first, long last) {
        long block = first;
        while (!at(block).equals(at(last))) {
            long change = firstChange(block, last);
            Set<String> before = at(block);
            Set<String> after = at(change);
            spans.replaceAll(span -> span.goesOn() && !after.contains(span.address()) ? span.until(change - 1) : span);
            after.stream()
                    .filter(address -> !before.contains(address))
                    .forEach(address -> spans.add(new Span(address, change, null)));
            block = change;
        }
    }

    private long firstChange(long same, long different) {
        Set<String> before = at(same);
        long low = same;
        long high = different;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (at(middle).equals(before)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private Set<String> at(long block) {
        return read.computeIfAbsent(block, number -> new TreeSet<>(node.validators(number)));
    }
}
