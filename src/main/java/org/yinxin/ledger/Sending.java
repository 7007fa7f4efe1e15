package org.yinxin.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Sends what was written down, the same bytes as often as needed. */
@Component
class Sending {

    private final Transactions transactions;
    private final Incidents incidents;
    private final LedgerSettings settings;
    private final Clock clock;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    Sending(Transactions transactions, Incidents incidents, LedgerSettings settings, Clock clock) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends it unless that happened just now. */
    void send(ChainNode node, StoredTransaction transaction) {
        Instant sentAt = transaction.sentAt();
        if (sentAt != null && sentAt.plus(settings.sendAgainAfter()).isAfter(clock.instant())) {
            return;
        }
        try {
            node.send(transaction.raw());
        } catch (TransactionRejectedException e) {
            String detail = "The node of " + node.name() + " does not take transaction "
                    + HexFormat.of().formatHex(transaction.hash()) + ": " + e.getMessage();
            if (reported.add(detail)) {
                incidents.report(Incidents.Kind.TRANSACTION_REJECTED, detail);
            }
        }
        transactions.sent(transaction.id());
    }
}
