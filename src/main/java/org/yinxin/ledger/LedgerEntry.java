package org.yinxin.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.authority.HolderAuthority;
import org.yinxin.ledger.authority.MandateTerms;
import org.yinxin.ledger.authority.MarkKind;
import org.yinxin.ledger.authority.SignedUse;
import org.yinxin.ledger.authority.UseAuthority;
import org.yinxin.ledger.authority.UseFact;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;

/** A fact on its way to the chain. It holds salted digests and random identifiers only. */
public sealed interface LedgerEntry {

    /** Names the entry in the database and on the chain; the chain records no entry twice. */
    UUID id();

    /** Whose account sends it. */
    Party sender();

    default EntryKind kind() {
        return EntryKind.of(this);
    }

    /** What counts by the signature of a mandate's holder; the platform only brings it. */
    sealed interface ByHolder extends LedgerEntry {

        @Override
        default Party sender() {
            return Party.PLATFORM;
        }
    }

    /** What data administration sends, the last of three to approve. */
    sealed interface ByTheOffice extends LedgerEntry {

        @Override
        default Party sender() {
            return Party.DATA_ADMINISTRATION;
        }
    }

    /**
     * A bureau's decision on an application.
     *
     * @param thread the application's thread, whose entries reach the chain strictly in order
     * @param application the application's random identifier on the chain
     * @param content {@link ApplicationCommitment#digest()} of what the officer saw
     * @param reason the salted digest of the reason
     */
    record Decision(
            UUID id, UUID thread, Bureau bureau, Digest application, Digest content, Outcome outcome, Digest reason)
            implements LedgerEntry {

        public static Decision over(
                UUID id, UUID thread, Bureau bureau, ApplicationCommitment parts, Outcome outcome, Digest reason) {
            return new Decision(id, thread, bureau, parts.application(), parts.digest(), outcome, reason);
        }

        @Override
        public Party sender() {
            return Party.of(bureau);
        }
    }

    /** What a bureau decides. The order is the contract's, after its zero. */
    enum Outcome {
        APPROVED,
        RETURNED,
        REFUSED
    }

    /**
     * The issue of a seal over three approvals, sent by data administration.
     *
     * @param thread the application's thread; it goes on as the seal's
     * @param seal the seal's random identifier on the chain
     * @param application the application's random identifier on the chain
     * @param sealDigest the digest of the seal structure
     * @param root the random identifier of the mandate that the approved key gets
     */
    record SealIssue(
            UUID id,
            UUID thread,
            Digest seal,
            int version,
            Digest application,
            ApplicationCommitment parts,
            Digest sealDigest,
            Instant validFrom,
            Instant validTo,
            Digest root)
            implements ByTheOffice {}

    /**
     * The taking of a seal into use by the legal representative, brought by the platform.
     *
     * @param conditions the salted digest of what was accepted
     * @param authority of the seal's root, over {@link org.yinxin.ledger.authority.SignedActivation}
     */
    record SealActivation(UUID id, UUID thread, Digest seal, Digest conditions, HolderAuthority authority)
            implements ByHolder {}

    /**
     * A new key in the place of a lost one, over three approvals, sent by data administration.
     *
     * @param thread the replacement application's
     * @param root the random identifier of the new key's mandate
     */
    record KeyReplacement(UUID id, UUID thread, KeyReplacementCommitment parts, Digest root) implements ByTheOffice {}

    /**
     * A mandate that the key of one above it gave.
     *
     * @param authority over {@link org.yinxin.ledger.authority.SignedMandate}
     */
    record MandateGiven(UUID id, MandateTerms terms, HolderAuthority authority) implements ByHolder {}

    /**
     * A mandate that one above it withdrew, or that its holder gave up.
     *
     * @param seal the seal that it is for
     * @param reason the salted digest of the reason
     * @param authority over {@link org.yinxin.ledger.authority.SignedWithdrawal}
     */
    record MandateWithdrawn(UUID id, Digest seal, Digest mandate, Digest reason, HolderAuthority authority)
            implements ByHolder {}

    /**
     * A step in a seal's life.
     *
     * @param party the bureau that takes it
     * @param reason the salted digest of the reason
     */
    record SealTransition(UUID id, UUID thread, Party party, Digest seal, Action action, Digest reason)
            implements LedgerEntry {

        @Override
        public Party sender() {
            return party;
        }
    }

    /**
     * A newer version that takes the place of an active seal, sent by data administration.
     *
     * @param seal the newer version's random identifier on the chain
     * @param before the version that it replaces
     * @param consent the salted digest of what the owner accepted
     */
    record SealRenewal(
            UUID id,
            UUID thread,
            Digest seal,
            Digest before,
            int version,
            Digest sealDigest,
            Instant validFrom,
            Instant validTo,
            Digest consent)
            implements ByTheOffice {}

    /** What a bureau's transition does. The order is the contract's, after activation, which needs the owner's key. */
    enum Action {
        SUSPEND,
        RESUME,
        REVOKE
    }

    /**
     * One use of a seal; the contract gives it the seal's next number and chains it to the use before.
     *
     * @param use the use code's identifier on the chain
     * @param authorised the commitment to what was authorised: file, positions, purpose
     * @param sealed the commitment to the sealed revision that came out
     * @param purpose the commitment to the purpose
     * @param authority the handler's, over {@link SignedUse}
     */
    record Use(
            UUID id, Digest use, Digest seal, Digest authorised, Digest sealed, Digest purpose, UseAuthority authority)
            implements ByHolder {

        /** @param act what the holder signed */
        public static Use of(SignedUse act, Digest sealed, UseAuthority authority) {
            return new Use(act.entry(), act.use(), act.seal(), act.authorised(), sealed, act.purpose(), authority);
        }

        /** What its event will say of it. */
        public UseFact fact() {
            return new UseFact(id, seal, use, authorised, sealed, purpose, authority.mandate(), authority.kind());
        }
    }

    /**
     * A word on an earlier use, which gets the use book's next number.
     *
     * @param seal the seal in its newest version
     * @param reason the salted digest of the reason
     * @param party a bureau or the court for itself, or the platform for a mandate's holder
     * @param authority over {@link org.yinxin.ledger.authority.SignedMark}; null for a bureau or the court
     * @param of the use as it was recorded
     */
    record UseMark(
            UUID id,
            Digest seal,
            MarkKind mark,
            Digest reason,
            Party party,
            @Nullable HolderAuthority authority,
            UseFact of)
            implements LedgerEntry {

        @Override
        public Party sender() {
            return party;
        }
    }
}
