package org.yinxin.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.EnrolledKeys;
import org.yinxin.authority.KeyMethod;
import org.yinxin.authority.KeyView;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.sealing.SigningHand;
import org.yinxin.shared.SealNumber;

/** Gives mandates with keys in memory: offered, accepted, signed and taken by the chain. */
public final class GivingHand {

    private final ApplicationContext context;
    private final Mandates mandates;

    public GivingHand(ApplicationContext context) {
        this.context = context;
        this.mandates = context.getBean(Mandates.class);
    }

    /** Who gives a mandate, with what key, under which mandate of their own. */
    public record Giver(UUID person, SoftKey key, UUID mandate) {}

    /** The owner of the seal, under its root. */
    public Giver root(UUID owner, SoftKey key, SealNumber seal) {
        await(() -> !mandates.usable(owner, seal).isEmpty());
        return new Giver(owner, key, mandates.usable(owner, seal).getFirst().id());
    }

    public UUID give(
            Giver by,
            SealNumber seal,
            MandateRole role,
            int uses,
            Set<DocumentClass> kinds,
            UUID holder,
            SoftKey key,
            KeyMethod method) {
        Instant now = context.getBean(Clock.class).instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(Duration.ofDays(role == MandateRole.KEEPER ? 50 : 30));
        Limits limits = new Limits(now, end, uses, role == MandateRole.KEEPER);
        OfferResult.Offered offered = (OfferResult.Offered) context.getBean(Offers.class)
                .toPerson(new Offer(by.person(), by.mandate(), role, "经办人", null, limits, kinds));
        KeyView enrolled = new EnrolledKeys(context.getBean(JdbcClient.class)).enrol(holder, key, method);
        context.getBean(Acceptances.class).accept(holder, offered.mandate(), offered.code(), enrolled.id());
        ToSign act = context.getBean(Giving.class).toSign(by.person(), offered.mandate());
        String signature = SigningHand.field(by.key().sign(act.digest()));
        context.getBean(Giving.class).sign(by.person(), offered.mandate(), act.expiry(), signature);
        await(() -> mandates.usable(holder, seal, offered.mandate()).isPresent());
        return offered.mandate();
    }

    private static void await(BooleanSupplier done) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
