package org.yinxin.ledger.web3j;

import java.util.Map;
import java.util.function.Function;
import org.web3j.abi.EventEncoder;
import org.web3j.protocol.core.methods.response.Log;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.MinedTransaction.Fact;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.ledger.web3j.contract.SealLedger;

/** What the contract tells of applications and of seals' lives. */
final class SealEvents {

    static final Map<String, Function<Log, Fact>> BY_TOPIC = Map.of(
            EventEncoder.encode(SealLedger.APPLICATIONDECIDED_EVENT), SealEvents::decided,
            EventEncoder.encode(SealLedger.SEALISSUED_EVENT), SealEvents::issued,
            EventEncoder.encode(SealLedger.SEALRENEWED_EVENT), SealEvents::renewed,
            EventEncoder.encode(SealLedger.SEALMOVED_EVENT), SealEvents::moved,
            EventEncoder.encode(SealLedger.ROOTREPLACED_EVENT), SealEvents::rootReplaced);

    private SealEvents() {}

    private static Fact decided(Log log) {
        SealLedger.ApplicationDecidedEventResponse event = SealLedger.getApplicationDecidedEventFromLog(log);
        return new EventFields()
                .put("application", event.application)
                .name("bureau", Party.values(), event.bureau, 0)
                .put("digest", event.digest)
                .name("outcome", LedgerEntry.Outcome.values(), event.outcome, 1)
                .put("reason", event.reason)
                .recorded(log, event.entry, SealLedger.APPLICATIONDECIDED_EVENT);
    }

    private static Fact issued(Log log) {
        SealLedger.SealIssuedEventResponse event = SealLedger.getSealIssuedEventFromLog(log);
        return new EventFields()
                .put("seal", event.seal)
                .put("application", event.application)
                .put("version", event.version)
                .put("enterprise", event.enterprise)
                .put("physicalSeal", event.physicalSeal)
                .put("digest", event.digest)
                .put("sealDigest", event.sealDigest)
                .put("validFrom", event.validFrom)
                .put("validTo", event.validTo)
                .recorded(log, event.entry, SealLedger.SEALISSUED_EVENT);
    }

    private static Fact renewed(Log log) {
        SealLedger.SealRenewedEventResponse event = SealLedger.getSealRenewedEventFromLog(log);
        return new EventFields()
                .put("seal", event.seal)
                .put("before", event.before)
                .put("version", event.version)
                .put("sealDigest", event.sealDigest)
                .put("validFrom", event.validFrom)
                .put("validTo", event.validTo)
                .put("consent", event.consent)
                .recorded(log, event.entry, SealLedger.SEALRENEWED_EVENT);
    }

    private static Fact moved(Log log) {
        SealLedger.SealMovedEventResponse event = SealLedger.getSealMovedEventFromLog(log);
        return new EventFields()
                .put("seal", event.seal)
                .name("by", Party.values(), event.by, 0)
                .name("from", SealOnChain.Status.values(), event.from, 1)
                .name("to", SealOnChain.Status.values(), event.to, 1)
                .put("reason", event.reason)
                .recorded(log, event.entry, SealLedger.SEALMOVED_EVENT);
    }

    private static Fact rootReplaced(Log log) {
        SealLedger.RootReplacedEventResponse event = SealLedger.getRootReplacedEventFromLog(log);
        return new EventFields()
                .put("seal", event.seal)
                .put("application", event.application)
                .put("before", event.before)
                .put("root", event.root)
                .put("digest", event.digest)
                .recorded(log, event.entry, SealLedger.ROOTREPLACED_EVENT);
    }
}
