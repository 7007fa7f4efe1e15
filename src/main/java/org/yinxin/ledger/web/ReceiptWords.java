package org.yinxin.ledger.web;

import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.EntryKind;
import org.yinxin.ledger.Queue;
import org.yinxin.ledger.Receipt;
import org.yinxin.ledger.Recording;

/** Chooses the words for what was recorded. Templates say {@code @receiptWords}. */
@Component("receiptWords")
public class ReceiptWords {

    private static final Set<String> OUTCOMES = Set.of("APPROVED", "RETURNED", "REFUSED");

    private static final Set<String> MARKS = Set.of("VOID", "DISPUTE");

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
        return receipt == null ? what : what + detail(recording.kind(), receipt);
    }

    /** The name of a field of an event; one that has no words is called as the contract calls it. */
    public String field(String name, Locale locale) {
        String said = messages.getMessage("ledger.field." + name, null, name, locale);
        return said == null ? name : said;
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

    private static String detail(EntryKind kind, Receipt receipt) {
        return switch (kind) {
            case DECISION -> oneOf(OUTCOMES, receipt.fields().getOrDefault("outcome", ""));
            case SEAL_TRANSITION -> transition(receipt);
            case USE_MARK -> oneOf(MARKS, receipt.fields().getOrDefault("mark", ""));
            default -> "";
        };
    }

    private static String oneOf(Set<String> known, String value) {
        return known.contains(value) ? "." + value : "";
    }

    private static String transition(Receipt receipt) {
        return switch (receipt.fields().getOrDefault("to", "")) {
            case "ACTIVE" -> "SUSPENDED".equals(receipt.fields().get("from")) ? ".RESUMED" : ".ACTIVATED";
            case "SUSPENDED" -> ".SUSPENDED";
            case "REVOKED" -> ".REVOKED";
            default -> "";
        };
    }
}
