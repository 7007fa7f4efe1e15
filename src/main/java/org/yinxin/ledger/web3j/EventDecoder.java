package org.yinxin.ledger.web3j;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.web3j.abi.EventEncoder;
import org.web3j.abi.datatypes.Event;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.MinedTransaction.Fact;
import org.yinxin.ledger.MinedTransaction.Meaning;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.ledger.authority.KeyKind;
import org.yinxin.ledger.authority.MarkKind;
import org.yinxin.ledger.proof.ProvenEvent;
import org.yinxin.ledger.web3j.contract.SealLedger;

/** The contract's events in words: enumerations by name, digests in hexadecimal digits, fields in the contract's order. */
final class EventDecoder {

    private static final String DECIDED = topic(SealLedger.APPLICATIONDECIDED_EVENT);
    private static final String ISSUED = topic(SealLedger.SEALISSUED_EVENT);
    private static final String RENEWED = topic(SealLedger.SEALRENEWED_EVENT);
    private static final String MOVED = topic(SealLedger.SEALMOVED_EVENT);
    private static final String ROOT_REPLACED = topic(SealLedger.ROOTREPLACED_EVENT);
    private static final String GIVEN = topic(SealLedger.MANDATEGIVEN_EVENT);
    private static final String WITHDRAWN = topic(SealLedger.MANDATEWITHDRAWN_EVENT);
    private static final String MARKED = topic(SealLedger.USEMARKED_EVENT);
    static final String USED = topic(SealLedger.USERECORDED_EVENT);
    private static final String REFUSED = topic(SealLedger.USEREFUSED_EVENT);
    private static final String REPEATED = topic(SealLedger.ENTRYREPEATED_EVENT);

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
        if (topic.equals(DECIDED)) {
            return Optional.of(decided(log));
        } else if (topic.equals(ISSUED)) {
            return Optional.of(issued(log));
        } else if (topic.equals(RENEWED)) {
            return Optional.of(renewed(log));
        } else if (topic.equals(MOVED)) {
            return Optional.of(moved(log));
        } else if (topic.equals(USED)) {
            return Optional.of(used(log));
        } else if (topic.equals(ROOT_REPLACED)) {
            return Optional.of(rootReplaced(log));
        } else if (topic.equals(GIVEN)) {
            return Optional.of(given(log));
        } else if (topic.equals(WITHDRAWN)) {
            return Optional.of(withdrawn(log));
        } else if (topic.equals(MARKED)) {
            return Optional.of(marked(log));
        } else if (topic.equals(REFUSED)) {
            return Optional.of(refused(log));
        } else if (topic.equals(REPEATED)) {
            byte[] entry = SealLedger.getEntryRepeatedEventFromLog(log).entry;
            return Optional.of(fact(log, entry, Meaning.REPEATED, SealLedger.ENTRYREPEATED_EVENT, Map.of()));
        }
        return Optional.empty();
    }

    private static Fact decided(Log log) {
        SealLedger.ApplicationDecidedEventResponse event = SealLedger.getApplicationDecidedEventFromLog(log);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("application", hex(event.application));
        fields.put("bureau", name(Party.values(), event.bureau, 0));
        fields.put("digest", hex(event.digest));
        fields.put("outcome", name(LedgerEntry.Outcome.values(), event.outcome, 1));
        fields.put("reason", hex(event.reason));
        return fact(log, event.entry, Meaning.RECORDED, SealLedger.APPLICATIONDECIDED_EVENT, fields);
    }

    private static Fact issued(Log log) {
        SealLedger.SealIssuedEventResponse event = SealLedger.getSealIssuedEventFromLog(log);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("seal", hex(event.seal));
        fields.put("application", hex(event.application));
        fields.put("version", event.version.toString());
        fields.put("enterprise", hex(event.enterprise));
        fields.put("physicalSeal", hex(event.physicalSeal));
        fields.put("digest", hex(event.digest));
        fields.put("sealDigest", hex(event.sealDigest));
        fields.put("validFrom", event.validFrom.toString());
        fields.put("validTo", event.validTo.toString());
        return fact(log, event.entry, Meaning.RECORDED, SealLedger.SEALISSUED_EVENT, fields);
    }

    private static Fact renewed(Log log) {
        SealLedger.SealRenewedEventResponse event = SealLedger.getSealRenewedEventFromLog(log);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("seal", hex(event.seal));
        fields.put("before", hex(event.before));
        fields.put("version", event.version.toString());
        fields.put("sealDigest", hex(event.sealDigest));
        fields.put("validFrom", event.validFrom.toString());
        fields.put("validTo", event.validTo.toString());
        fields.put("consent", hex(event.consent));
        return fact(log, event.entry, Meaning.RECORDED, SealLedger.SEALRENEWED_EVENT, fields);
    }

    private static Fact moved(Log log) {
        SealLedger.SealMovedEventResponse event = SealLedger.getSealMovedEventFromLog(log);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("seal", hex(event.seal));
        fields.put("by", name(Party.values(), event.by, 0));
        fields.put("from", name(SealOnChain.Status.values(), event.from, 1));
        fields.put("to", name(SealOnChain.Status.values(), event.to, 1));
        fields.put("reason", hex(event.reason));
        return fact(log, event.entry, Meaning.RECORDED, SealLedger.SEALMOVED_EVENT, fields);
    }

    private static Fact used(Log log) {
        SealLedger.UseRecordedEventResponse event = SealLedger.getUseRecordedEventFromLog(log);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("seal", hex(event.seal));
        fields.put("use", hex(event.use));
        fields.put("number", event.number.toString());
        fields.put("authorised", hex(event.authorised));
        fields.put("sealedRevision", hex(event.sealedRevision));
        fields.put("purpose", hex(event.purpose));
        fields.put("mandate", hex(event.mandate));
        fields.put("kind", hex(event.kind));
        fields.put("previous", hex(event.previous));
        fields.put("head", hex(event.head));
        return fact(log, event.entry, Meaning.RECORDED, SealLedger.USERECORDED_EVENT, fields);
    }

    private static Fact rootReplaced(Log log) {
        SealLedger.RootReplacedEventResponse event = SealLedger.getRootReplacedEventFromLog(log);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("seal", hex(event.seal));
        fields.put("application", hex(event.application));
        fields.put("before", hex(event.before));
        fields.put("root", hex(event.root));
        fields.put("digest", hex(event.digest));
        return fact(log, event.entry, Meaning.RECORDED, SealLedger.ROOTREPLACED_EVENT, fields);
    }

    private static Fact given(Log log) {
        SealLedger.MandateGivenEventResponse event = SealLedger.getMandateGivenEventFromLog(log);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("mandate", hex(event.mandate));
        fields.put("seal", hex(event.seal));
        fields.put("above", hex(event.above));
        fields.put("keyKind", name(KeyKind.values(), event.keyKind, 1));
        fields.put("x", hex(event.x));
        fields.put("y", hex(event.y));
        fields.put("validFrom", event.validFrom.toString());
        fields.put("validTo", event.validTo.toString());
        fields.put("limit", event.limit.toString());
        fields.put("kinds", hex(event.kinds));
        fields.put("delegable", event.delegable.toString());
        return fact(log, event.entry, Meaning.RECORDED, SealLedger.MANDATEGIVEN_EVENT, fields);
    }

    private static Fact withdrawn(Log log) {
        SealLedger.MandateWithdrawnEventResponse event = SealLedger.getMandateWithdrawnEventFromLog(log);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("mandate", hex(event.mandate));
        fields.put("by", hex(event.by));
        fields.put("reason", hex(event.reason));
        return fact(log, event.entry, Meaning.RECORDED, SealLedger.MANDATEWITHDRAWN_EVENT, fields);
    }

    private static Fact marked(Log log) {
        SealLedger.UseMarkedEventResponse event = SealLedger.getUseMarkedEventFromLog(log);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("seal", hex(event.seal));
        fields.put("use", hex(event.use));
        fields.put("number", event.number.toString());
        fields.put("mark", name(MarkKind.values(), event.mark, 0));
        fields.put("reason", hex(event.reason));
        fields.put("by", name(Party.values(), event.by, 0));
        fields.put("mandate", hex(event.mandate));
        fields.put("previous", hex(event.previous));
        fields.put("head", hex(event.head));
        return fact(log, event.entry, Meaning.RECORDED, SealLedger.USEMARKED_EVENT, fields);
    }

    private static Fact refused(Log log) {
        SealLedger.UseRefusedEventResponse event = SealLedger.getUseRefusedEventFromLog(log);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("seal", hex(event.seal));
        fields.put("use", hex(event.use));
        fields.put("refusal", UseRefusal.of(event.refusal));
        return fact(log, event.entry, Meaning.REFUSED, SealLedger.USEREFUSED_EVENT, fields);
    }

    private static Fact fact(Log log, byte[] entry, Meaning meaning, Event event, Map<String, String> fields) {
        UUID id = EntryIds.read(entry);
        return new Fact(id, meaning, log.getLogIndex().intValueExact(), event.getName(), fields);
    }

    private static <E extends Enum<E>> String name(E[] names, BigInteger number, int first) {
        int index = number.intValueExact() - first;
        return index >= 0 && index < names.length ? names[index].name() : "NONE";
    }

    private static String hex(byte[] bytes) {
        return Numeric.toHexString(bytes);
    }

    private static String topic(Event event) {
        return EventEncoder.encode(event);
    }
}
