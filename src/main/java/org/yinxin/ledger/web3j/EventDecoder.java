package org.yinxin.ledger.web3j;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.web3j.protocol.core.methods.response.Log;
import org.yinxin.ledger.MinedTransaction.Fact;
import org.yinxin.ledger.proof.ProvenEvent;

/** The contract's events in words: enumerations by name, digests in hexadecimal digits, fields in the contract's order. */
final class EventDecoder {

    private static final Map<String, Function<Log, Fact>> READERS = new HashMap<>();

    static {
        READERS.putAll(SealEvents.BY_TOPIC);
        READERS.putAll(MandateEvents.BY_TOPIC);
        READERS.putAll(UseEvents.BY_TOPIC);
    }

    private EventDecoder() {}

    /** Empty for events that are not about an entry. */
    static Optional<Fact> decode(ProvenEvent event) {
        Log log = new Log();
        log.setAddress(event.contract());
        log.setTopics(event.topics());
        log.setData(event.data());
        log.setLogIndex("0x0");
        try {
            return decode(log);
        } catch (RuntimeException e) {
            // Another contract's event with the same first topic; there is no word for it.
            return Optional.empty();
        }
    }

    /** Empty for events that are not about an entry. */
    static Optional<Fact> decode(Log log) {
        String topic = log.getTopics().isEmpty() ? "" : log.getTopics().getFirst();
        return Optional.ofNullable(READERS.get(topic)).map(reader -> reader.apply(log));
    }
}
