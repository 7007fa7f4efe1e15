package org.yinxin.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Sends what was written down, the same bytes as often as needed. */
@Component
class Sending {

    private final Transactions transactions;
    private final Incidents incidents;
    private final LedgerSettings settings;
    private final Clock clock;

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
            incidents.report(
                    Incidents.Kind.TRANSACTION_REJECTED,
                    "The node of " + node.name() + " does not take transaction "
                            + HexFormat.of().formatHex(transaction.hash()) + ": " + e.getMessage());
        }
        transactions.sent(transaction.id());
    }
}
