package org.yinxin.ledger.proof.book;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.yinxin.ledger.proof.ProvenEvent;
import org.yinxin.shared.Digest;

/**
 * One entry of a use book as the contract's event told it: a use, or a word on an earlier one.
 *
 * @param fields the event's, by the contract's names and in its order
 */
public record BookLine(BookEvent event, UUID entry, Map<String, String> fields) {

    /** @throws StatementRefusedException when the fields are not the event's */
    public BookLine {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (BookEvent.Field field : event.fields()) {
            String value = fields.get(field.name());
            if (value == null || !field.type().reads(value)) {
                throw new StatementRefusedException(
                        StatementFlaw.UNREADABLE, "an entry whose " + field.name() + " is " + value);
            }
            ordered.put(field.name(), value);
        }
        if (fields.size() != ordered.size()) {
            throw new StatementRefusedException(StatementFlaw.UNREADABLE, "an entry with more than its fields");
        }
        fields = Collections.unmodifiableMap(ordered);
    }

    public long number() {
        return Long.parseLong(text("number"));
    }

    public Digest seal() {
        return Digest.fromHex(text("seal"));
    }

    /** The use that it is, or that it speaks of. */
    public Digest use() {
        return Digest.fromHex(text("use"));
    }

    public Digest previous() {
        return Digest.fromHex(text("previous"));
    }

    public Digest head() {
        return Digest.fromHex(text("head"));
    }

    /** What the head must be: keccak256(abi.encode(previous, number, fact)). */
    Digest computedHead() {
        return new Words()
                .add(AbiType.BYTES32, text("previous"))
                .add(AbiType.UINT, text("number"))
                .add(AbiType.BYTES32, fact().hex())
                .keccak();
    }

    private Digest fact() {
        Words words = new Words().entry(entry);
        event.fields().stream()
                .filter(BookEvent.Field::inFact)
                .forEach(field -> words.add(field.type(), text(field.name())));
        return words.keccak();
    }

    /** Whether the proven event is this entry's, word by word. */
    boolean isToldBy(ProvenEvent proven) {
        Words data = new Words();
        event.fields().stream()
                .filter(field -> !field.indexed())
                .forEach(field -> data.add(field.type(), text(field.name())));
        return proven.topics().size() == 4
                && proven.topics().get(0).equals(event.topic())
                && proven.topics().get(1).equals(new Words().entry(entry).hex())
                && proven.topics().get(2).equals(text("seal"))
                && proven.topics().get(3).equals(text("use"))
                && proven.data().equals(data.hex());
    }

    private String text(String field) {
        return fields.getOrDefault(field, "");
    }
}
