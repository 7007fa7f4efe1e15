package org.yinxin.ledger.web3j;

import java.util.Map;
import java.util.function.Function;
import org.web3j.abi.EventEncoder;
import org.web3j.protocol.core.methods.response.Log;
import org.yinxin.ledger.MinedTransaction.Fact;
import org.yinxin.ledger.authority.KeyKind;
import org.yinxin.ledger.web3j.contract.SealLedger;

/** What the contract tells of mandates. */
final class MandateEvents {

    static final Map<String, Function<Log, Fact>> BY_TOPIC = Map.of(
            EventEncoder.encode(SealLedger.MANDATEGIVEN_EVENT), MandateEvents::given,
            EventEncoder.encode(SealLedger.MANDATEWITHDRAWN_EVENT), MandateEvents::withdrawn);

    private MandateEvents() {}

    private static Fact given(Log log) {
        SealLedger.MandateGivenEventResponse event = SealLedger.getMandateGivenEventFromLog(log);
        return new EventFields()
                .put("mandate", event.mandate)
                .put("seal", event.seal)
                .put("above", event.above)
                .name("keyKind", KeyKind.values(), event.keyKind, 1)
                .put("x", event.x)
                .put("y", event.y)
                .put("validFrom", event.validFrom)
                .put("validTo", event.validTo)
                .put("limit", event.limit)
                .put("kinds", event.kinds)
                .put("delegable", event.delegable)
                .recorded(log, event.entry, SealLedger.MANDATEGIVEN_EVENT);
    }

    private static Fact withdrawn(Log log) {
        SealLedger.MandateWithdrawnEventResponse event = SealLedger.getMandateWithdrawnEventFromLog(log);
        return new EventFields()
                .put("mandate", event.mandate)
                .put("by", event.by)
                .put("reason", event.reason)
                .recorded(log, event.entry, SealLedger.MANDATEWITHDRAWN_EVENT);
    }
}
