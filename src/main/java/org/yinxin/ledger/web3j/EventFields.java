package org.yinxin.ledger.web3j;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.web3j.abi.datatypes.Event;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.MinedTransaction.Fact;
import org.yinxin.ledger.MinedTransaction.Meaning;

/** One event's fields in words, in the contract's order. */
final class EventFields {

    private final Map<String, String> fields = new LinkedHashMap<>();

    EventFields put(String name, byte[] digest) {
        return put(name, Numeric.toHexString(digest));
    }

    /** A number, a flag or a word, as it is. */
    EventFields put(String name, Object value) {
        fields.put(name, value.toString());
        return this;
    }

    /**
     * A value of an enumeration, by name.
     *
     * @param first the contract's number of the first name
     */
    <E extends Enum<E>> EventFields name(String name, E[] names, BigInteger number, int first) {
        int index = number.intValueExact() - first;
        return put(name, index >= 0 && index < names.length ? names[index].name() : "NONE");
    }

    Fact recorded(Log log, byte[] entry, Event event) {
        return fact(log, entry, Meaning.RECORDED, event);
    }

    Fact refused(Log log, byte[] entry, Event event) {
        return fact(log, entry, Meaning.REFUSED, event);
    }

    Fact repeated(Log log, byte[] entry, Event event) {
        return fact(log, entry, Meaning.REPEATED, event);
    }

    private Fact fact(Log log, byte[] entry, Meaning meaning, Event event) {
        return new Fact(EntryIds.read(entry), meaning, log.getLogIndex().intValueExact(), event.getName(), fields);
    }
}
