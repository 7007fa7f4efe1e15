package org.yinxin.ledger;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.yinxin.ledger.authority.HolderAuthority;
import org.yinxin.ledger.authority.KindTree;
import org.yinxin.ledger.authority.LedgerDomain;
import org.yinxin.ledger.authority.SignedActivation;
import org.yinxin.ledger.authority.SignedUse;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.ledger.authority.UseAuthority;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;

/** Entries as the other modules would make them. */
final class EntryFixtures {

    static final Instant FROM = Instant.parse("2020-07-13T00:00:00Z");
    static final Instant TO = Instant.parse("2090-07-13T00:00:00Z");

    /** Where the signatures of stories count; a {@link LedgerHarness} names its own contract. */
    static volatile LedgerDomain domain = new LedgerDomain(1, "0x" + "00".repeat(20));

    private EntryFixtures() {}

    /** The contract that the platform deploys next on the node's chain. */
    static LedgerDomain nextContractOf(Accounts accounts, ChainNode node) {
        long nonce = node.transactionCount(accounts.address(Party.PLATFORM));
        return new LedgerDomain(node.chainId(), "0x" + HexFormat.of().formatHex(accounts.contractAt(nonce)));
    }

    /** A seal and the key of the person who may use it. */
    record Handler(Digest seal, Digest mandate, SoftKey key, LedgerDomain domain) {

        LedgerEntry.Use use() {
            UUID id = UUID.randomUUID();
            Digest use = Digest.random();
            Digest authorised = Digest.random();
            Digest purpose = Digest.random();
            SignedUse act = new SignedUse(id, seal, use, authorised, purpose, mandate, KindTree.EVERY_KIND, TO);
            UseAuthority authority =
                    new UseAuthority(mandate, KindTree.EVERY_KIND, List.of(), TO, key.sign(act.digest(domain)));
            return new LedgerEntry.Use(id, use, seal, authorised, Digest.random(), purpose, authority);
        }
    }

    /** One enterprise's story. */
    static final class Story {
        final UUID thread = UUID.randomUUID();
        final Digest seal = Digest.random();
        final Digest root = Digest.random();
        final SoftKey key = SoftKey.es256();
        final ApplicationCommitment parts;

        Story() {
            this(Digest.random(), Digest.random());
        }

        Story(Digest enterprise, Digest physicalSeal) {
            parts = new ApplicationCommitment(Digest.random(), enterprise, physicalSeal, Digest.random(), key.key());
        }

        LedgerEntry.Decision decision(Bureau bureau, LedgerEntry.Outcome outcome) {
            return LedgerEntry.Decision.over(UUID.randomUUID(), thread, bureau, parts, outcome, Digest.random());
        }

        LedgerEntry.Decision approval(Bureau bureau) {
            return decision(bureau, LedgerEntry.Outcome.APPROVED);
        }

        LedgerEntry.SealIssue issue() {
            return new LedgerEntry.SealIssue(
                    UUID.randomUUID(), thread, seal, 1, parts.application(), parts, Digest.random(), FROM, TO, root);
        }

        LedgerEntry.SealActivation activation() {
            UUID id = UUID.randomUUID();
            Digest conditions = Digest.random();
            SignedActivation act = new SignedActivation(id, seal, root, conditions, TO);
            HolderAuthority authority = new HolderAuthority(root, TO, key.sign(act.digest(domain)));
            return new LedgerEntry.SealActivation(id, thread, seal, conditions, authority);
        }

        LedgerEntry.SealTransition move(Party party, LedgerEntry.Action action) {
            return new LedgerEntry.SealTransition(UUID.randomUUID(), thread, party, seal, action, Digest.random());
        }

        Handler handler() {
            return new Handler(seal, root, key, domain);
        }

        LedgerEntry.Use use() {
            return handler().use();
        }

        /** Everything up to the active seal. */
        List<LedgerEntry> untilActive() {
            return List.of(
                    approval(Bureau.MARKET_SUPERVISION),
                    approval(Bureau.PUBLIC_SECURITY),
                    approval(Bureau.DATA_ADMINISTRATION),
                    issue(),
                    activation());
        }
    }
}
