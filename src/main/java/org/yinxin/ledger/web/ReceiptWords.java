package org.yinxin.ledger.web;

import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.Queue;
import org.yinxin.ledger.Receipt;
import org.yinxin.ledger.Recording;

/** Chooses the words for what was recorded. Templates say {@code @receiptWords}. */
@Component("receiptWords")
public class ReceiptWords {

    private static final Set<String> OUTCOMES = Set.of("APPROVED", "RETURNED", "REFUSED");

    private final Queue queue;
    private final MessageSource messages;

    ReceiptWords(Queue queue, MessageSource messages) {
        this.queue = queue;
        this.messages = messages;
    }

    /** How many entries have their turn before this one. */
    public long before(Recording recording) {
        return recording.pending() ? queue.before(recording.entryId()) : 0;
    }

    /** The key of the words for what this is about, as exactly as is known yet. */
    public String what(Recording recording) {
        String what = "ledger.what." + recording.kind();
        Receipt receipt = recording.receipt();
        return receipt == null ? what : what + detail(receipt);
    }

    /** Why it was not recorded, in the reader's language. */
    public String refusal(Recording recording, Locale locale) {
        return reason(String.valueOf(recording.refusal()), locale);
    }

    /** The contract's reason, in the reader's language. */
    public String reason(String refusal, Locale locale) {
        String otherwise = messages.getMessage("ledger.refusal.Reverted", null, locale);
        String said = messages.getMessage("ledger.refusal." + refusal, null, otherwise, locale);
        return said == null ? "" : said;
    }

    /** A party's or a node's name; nodes of nobody we know are called as the settings call them. */
    public String node(String name, Locale locale) {
        String said = messages.getMessage("ledger.node." + name, null, name, locale);
        return said == null ? name : said;
    }

    private static String detail(Receipt receipt) {
        String outcome = receipt.fields().getOrDefault("outcome", "");
        if (OUTCOMES.contains(outcome)) {
            return "." + outcome;
        }
        return switch (receipt.fields().getOrDefault("to", "")) {
            case "ACTIVE" -> "SUSPENDED".equals(receipt.fields().get("from")) ? ".RESUMED" : ".ACTIVATED";
            case "SUSPENDED" -> ".SUSPENDED";
            case "REVOKED" -> ".REVOKED";
            default -> "";
        };
    }
}
