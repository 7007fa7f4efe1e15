package org.yinxin.ledger.web3j;

import java.util.Map;
import java.util.function.Function;
import org.web3j.abi.EventEncoder;
import org.web3j.protocol.core.methods.response.Log;
import org.yinxin.ledger.MinedTransaction.Fact;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.authority.MarkKind;
import org.yinxin.ledger.web3j.contract.SealLedger;

/** What the contract tells of uses, of words on them, and of entries that it knew already. */
final class UseEvents {

    static final String USED = EventEncoder.encode(SealLedger.USERECORDED_EVENT);

    static final Map<String, Function<Log, Fact>> BY_TOPIC = Map.of(
            USED,
            UseEvents::used,
            EventEncoder.encode(SealLedger.USEMARKED_EVENT),
            UseEvents::marked,
            EventEncoder.encode(SealLedger.USEREFUSED_EVENT),
            UseEvents::refused,
            EventEncoder.encode(SealLedger.ENTRYREPEATED_EVENT),
            UseEvents::repeated);

    private UseEvents() {}

    private static Fact used(Log log) {
        SealLedger.UseRecordedEventResponse event = SealLedger.getUseRecordedEventFromLog(log);
        return new EventFields()
                .put("seal", event.seal)
                .put("use", event.use)
                .put("number", event.number)
                .put("authorised", event.authorised)
                .put("sealedRevision", event.sealedRevision)
                .put("purpose", event.purpose)
                .put("mandate", event.mandate)
                .put("kind", event.kind)
                .put("previous", event.previous)
                .put("head", event.head)
                .recorded(log, event.entry, SealLedger.USERECORDED_EVENT);
    }

    private static Fact marked(Log log) {
        SealLedger.UseMarkedEventResponse event = SealLedger.getUseMarkedEventFromLog(log);
        return new EventFields()
                .put("seal", event.seal)
                .put("use", event.use)
                .put("number", event.number)
                .name("mark", MarkKind.values(), event.mark, 0)
                .put("reason", event.reason)
                .name("by", Party.values(), event.by, 0)
                .put("mandate", event.mandate)
                .put("previous", event.previous)
                .put("head", event.head)
                .recorded(log, event.entry, SealLedger.USEMARKED_EVENT);
    }

    private static Fact refused(Log log) {
        SealLedger.UseRefusedEventResponse event = SealLedger.getUseRefusedEventFromLog(log);
        return new EventFields()
                .put("seal", event.seal)
                .put("use", event.use)
                .put("refusal", UseRefusal.of(event.refusal))
                .refused(log, event.entry, SealLedger.USEREFUSED_EVENT);
    }

    private static Fact repeated(Log log) {
        byte[] entry = SealLedger.getEntryRepeatedEventFromLog(log).entry;
        return new EventFields().repeated(log, entry, SealLedger.ENTRYREPEATED_EVENT);
    }
}
