package org.yinxin.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Role;
import org.yinxin.application.ApplicantKey;
import org.yinxin.application.ApplicationApproved;
import org.yinxin.application.ImprintSource;
import org.yinxin.authority.EnrolledKeys;
import org.yinxin.authority.KeyView;
import org.yinxin.ledger.ApplicationCommitment;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.LedgerEntry.Decision;
import org.yinxin.ledger.LedgerEntry.Outcome;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

/** Seals issued over three real approvals on the chain, for enterprises and people of their own. */
public final class SealFixtures {

    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public SealFixtures(ApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
        this.transaction = context.getBean(TransactionTemplate.class);
        this.clock = context.getBean(Clock.class);
    }

    /** An enterprise in the register, bound to its legal representative, who enrolled a key. */
    public record Owner(UUID personId, Uscc uscc, String name, SealCode physicalSeal, SoftKey key, KeyView enrolled) {

        public AccountPrincipal principal() {
            return new AccountPrincipal(personId, "沈知远", Role.CITIZEN, null);
        }
    }

    /** A seal and whose it is. */
    public record Owned(Owner owner, SealNumber number) {}

    public static AccountPrincipal stranger() {
        return new AccountPrincipal(UUID.randomUUID(), "吴不名", Role.CITIZEN, null);
    }

    public static AccountPrincipal officer(Bureau bureau) {
        return new AccountPrincipal(UUID.randomUUID(), "王警官", Role.OFFICER, bureau);
    }

    public Owner owner() {
        String digits = "%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
        UUID personId = UUID.randomUUID();
        SoftKey key = SoftKey.es256();
        Owner owner = new Owner(
                personId,
                Uscc.complete("91330106" + digits),
                "杭州印信" + digits.substring(5) + "科技有限公司",
                new SealCode("330106" + digits.substring(2)),
                key,
                new EnrolledKeys(jdbc).enrol(personId, key));
        byte[] person = Digest.random().bytes();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into register.enterprise (uscc, name_zh, name_key, kind, legal_representative,
                              legal_representative_id_digest, address, status, established_on, division, version,
                              changed_at)
                            values (?, ?, ?, 'LIMITED_COMPANY', '沈知远', ?, '杭州市西湖区', 'ACTIVE', date '2018-05-04',
                              '330106', 0, ?)""")
                    .params(owner.uscc().value(), owner.name(), owner.name(), person, now)
                    .update();
            jdbc.sql("""
                            insert into enterprise.binding (id, person_id, uscc, national_id_digest, bound_at, version)
                            values (?, ?, ?, ?, ?, 0)""")
                    .params(UUID.randomUUID(), owner.personId(), owner.uscc().value(), person, now)
                    .update();
        });
        return owner;
    }

    /** Issued and on the chain, not yet in use. */
    public Owned issued() {
        return issued(owner());
    }

    public Owned issued(Owner owner) {
        SealNumber number = issue(approval(owner));
        awaitRecorded(number);
        return new Owned(owner, number);
    }

    /** In use and on the chain. */
    public Owned active() {
        Owned seal = issued();
        activate(seal);
        awaitRecorded(seal.number());
        return seal;
    }

    /** Signed with the owner's key; the chain follows. */
    public void activate(Owned seal) {
        ActivationAct act = ActivationAct.propose(clock.instant());
        activate(seal, act, seal.owner().key().sign(digest(seal.number(), act)));
    }

    void activate(Owned seal, ActivationAct act, HolderSignature signature) {
        context.getBean(Activations.class).activate(seal.owner().personId(), seal.number(), act, signature);
    }

    /** What the owner signs. */
    Digest digest(SealNumber number, ActivationAct act) {
        Digest root =
                context.getBean(SealRoots.class).current(number).orElseThrow().mandate();
        return act.signed(find(number).onChainId(), root)
                .digest(context.getBean(Ledger.class).domain().orElseThrow());
    }

    /** In use and on the chain, near the end of its period, with a filing that says what the bureaus approved. */
    public Owned endingSoon() {
        Owner owner = owner();
        jdbc.sql("""
                        insert into register.seal_filing (code, uscc, kind, status, filed_on, version, changed_at)
                        values (?, ?, 'STATUTORY_NAME', 'IN_USE', date '2018-06-01', 0, ?)""")
                .params(
                        owner.physicalSeal().value(),
                        owner.uscc().value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        SealNumber number = issue(approval(owner, Period.ofDays(60)));
        awaitRecorded(number);
        Owned seal = new Owned(owner, number);
        activate(seal);
        awaitRecorded(number);
        return seal;
    }

    public ApplicationApproved approval(Owner owner) {
        return approval(owner, Period.ofYears(3));
    }

    private ApplicationApproved approval(Owner owner, Period validity) {
        return new ApplicationApproved(
                UUID.randomUUID(),
                Reference.random(),
                owner.personId(),
                Digest.random(),
                Digest.sha256(owner.uscc().value().getBytes()),
                Digest.sha256(owner.physicalSeal().value().getBytes()),
                Digest.random(),
                owner.uscc(),
                owner.name(),
                "Hangzhou Yinxin Technology Co., Ltd.",
                owner.physicalSeal(),
                SealKind.STATUTORY_NAME,
                ImprintSource.DRAWN_FROM_FILING,
                null,
                validity,
                key(owner),
                clock.instant());
    }

    private static ApplicantKey key(Owner owner) {
        KeyView enrolled = owner.enrolled();
        return new ApplicantKey(enrolled.id(), enrolled.method(), enrolled.key(), enrolled.enrolledAt());
    }

    /** Three bureaus approve, and the seal is issued in the last one's transaction. */
    public SealNumber issue(ApplicationApproved approved) {
        ApplicationCommitment parts = SealIssueOrder.of(approved).commitment();
        transaction.executeWithoutResult(status -> {
            for (Bureau bureau : Bureau.values()) {
                context.getBean(Ledger.class)
                        .record(Decision.over(
                                UUID.randomUUID(),
                                approved.applicationId(),
                                bureau,
                                parts,
                                Outcome.APPROVED,
                                Digest.random()));
            }
            context.publishEvent(approved);
        });
        return context.getBean(Seals.class)
                .ofEnterprise(approved.uscc())
                .getFirst()
                .number();
    }

    /** Waits until the chain has answered to all that happened to the seal. */
    public SealView awaitRecorded(SealNumber number) {
        Instant until = Instant.now().plus(Duration.ofSeconds(40));
        SealView seal = find(number);
        while (seal.beingRecorded() && Instant.now().isBefore(until)) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            seal = find(number);
        }
        assertThat(seal.beingRecorded()).as("the chain answered").isFalse();
        return seal;
    }

    private SealView find(SealNumber number) {
        return context.getBean(Seals.class).find(number).orElseThrow();
    }
}
