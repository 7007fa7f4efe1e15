package org.yinxin.ledger.reconciliation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.authority.HolderAuthority;
import org.yinxin.ledger.authority.MandateTerms;
import org.yinxin.shared.Digest;

/** What the contract's event says of an entry, as far as the entry decides it. */
final class ExpectedFields {

    private static final Digest NOBODY = Digest.of(new byte[Digest.LENGTH]);

    private final Map<String, String> fields = new LinkedHashMap<>();

    private ExpectedFields() {}

    static Map<String, String> of(LedgerEntry entry) {
        return switch (entry) {
            case LedgerEntry.Decision decision ->
                new ExpectedFields()
                        .put("application", decision.application())
                        .put("bureau", decision.sender().name())
                        .put("digest", decision.content())
                        .put("outcome", decision.outcome().name())
                        .put("reason", decision.reason())
                        .fields;
            case LedgerEntry.SealIssue issue -> issued(issue).fields;
            case LedgerEntry.SealTransition transition ->
                new ExpectedFields()
                        .put("seal", transition.seal())
                        .put("by", transition.party().name())
                        .put("to", leadsTo(transition.action()))
                        .put("reason", transition.reason())
                        .fields;
            case LedgerEntry.SealRenewal renewal ->
                new ExpectedFields()
                        .put("seal", renewal.seal())
                        .put("before", renewal.before())
                        .put("version", String.valueOf(renewal.version()))
                        .put("sealDigest", renewal.sealDigest())
                        .put("validFrom", String.valueOf(renewal.validFrom().getEpochSecond()))
                        .put("validTo", String.valueOf(renewal.validTo().getEpochSecond()))
                        .put("consent", renewal.consent())
                        .fields;
            case LedgerEntry.SealActivation activation ->
                new ExpectedFields()
                        .put("seal", activation.seal())
                        .put("by", activation.sender().name())
                        .put("to", "ACTIVE")
                        .put("reason", activation.conditions())
                        .fields;
            case LedgerEntry.KeyReplacement replacement ->
                new ExpectedFields()
                        .put("seal", replacement.parts().seal())
                        .put("application", replacement.parts().application())
                        .put("root", replacement.root())
                        .put("digest", replacement.parts().digest())
                        .fields;
            case LedgerEntry.MandateGiven given -> given(given.terms()).fields;
            case LedgerEntry.MandateWithdrawn withdrawn ->
                new ExpectedFields()
                        .put("mandate", withdrawn.mandate())
                        .put("by", withdrawn.authority().mandate())
                        .put("reason", withdrawn.reason())
                        .fields;
            case LedgerEntry.Use use -> used(use).fields;
            case LedgerEntry.UseMark mark -> marked(mark).fields;
        };
    }

    private static ExpectedFields issued(LedgerEntry.SealIssue issue) {
        return new ExpectedFields()
                .put("seal", issue.seal())
                .put("application", issue.application())
                .put("version", String.valueOf(issue.version()))
                .put("enterprise", issue.parts().enterprise())
                .put("physicalSeal", issue.parts().physicalSeal())
                .put("digest", issue.parts().digest())
                .put("sealDigest", issue.sealDigest())
                .put("validFrom", String.valueOf(issue.validFrom().getEpochSecond()))
                .put("validTo", String.valueOf(issue.validTo().getEpochSecond()));
    }

    private static ExpectedFields given(MandateTerms terms) {
        return new ExpectedFields()
                .put("mandate", terms.mandate())
                .put("seal", terms.seal())
                .put("above", terms.above())
                .put("keyKind", terms.key().kind().name())
                .put("x", terms.key().x())
                .put("y", terms.key().y())
                .put("validFrom", String.valueOf(terms.validFrom().getEpochSecond()))
                .put("validTo", String.valueOf(terms.validTo().getEpochSecond()))
                .put("limit", String.valueOf(terms.limit()))
                .put("kinds", terms.kinds())
                .put("delegable", String.valueOf(terms.delegable()));
    }

    private static ExpectedFields used(LedgerEntry.Use use) {
        return new ExpectedFields()
                .put("seal", use.seal())
                .put("use", use.use())
                .put("authorised", use.authorised())
                .put("sealedRevision", use.sealed())
                .put("purpose", use.purpose())
                .put("mandate", use.authority().mandate())
                .put("kind", use.authority().kind());
    }

    private static ExpectedFields marked(LedgerEntry.UseMark mark) {
        HolderAuthority authority = mark.authority();
        return new ExpectedFields()
                .put("seal", mark.seal())
                .put("use", mark.of().use())
                .put("mark", mark.mark().name())
                .put("reason", mark.reason())
                .put("by", mark.party().name())
                .put("mandate", authority == null ? NOBODY : authority.mandate());
    }

    private static String leadsTo(LedgerEntry.Action action) {
        return switch (action) {
            case RESUME -> "ACTIVE";
            case SUSPEND -> "SUSPENDED";
            case REVOKE -> "REVOKED";
        };
    }

    private ExpectedFields put(String name, Digest digest) {
        return put(name, digest.hex());
    }

    private ExpectedFields put(String name, String value) {
        fields.put(name, value);
        return this;
    }
}
