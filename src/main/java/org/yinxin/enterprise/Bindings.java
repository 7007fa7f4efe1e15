package org.yinxin.enterprise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.account.People;
import org.yinxin.account.PersonView;
import org.yinxin.enterprise.BindingOutcome.Bound;
import org.yinxin.enterprise.BindingOutcome.Reason;
import org.yinxin.enterprise.BindingOutcome.Refused;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.MarketRegister;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Uscc;
import org.yinxin.site.Times;

/**
 * Who acts for which enterprise as its legal representative.
 *
 * <p>A binding holds only while the market register names the bound person; the register is asked at every use.
 */
@Component
@Transactional(readOnly = true)
public class Bindings {

    private final JdbcClient jdbc;
    private final MarketRegister register;
    private final People people;
    private final BindingAttempts attempts;
    private final Clock clock;

    Bindings(JdbcClient jdbc, MarketRegister register, People people, BindingAttempts attempts, Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.people = people;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Binds the person to the enterprise if the register names them and the enterprise is active; notes the attempt
     * either way.
     *
     * @throws TooManyAttemptsException when the person was refused too often within the hour
     */
    @Transactional
    public BindingOutcome bind(UUID personId, Uscc uscc) {
        PersonView person = people.find(personId).orElseThrow();
        // The lock makes a person's attempts wait for each other, so that none slips past the limit.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('enterprise.binding.' || ?, 0))")
                .param(personId.toString())
                .query()
                .listOfRows();
        if (attempts.areTooMany(personId)) {
            throw new TooManyAttemptsException(personId);
        }
        Optional<EnterpriseEntry> enterprise = register.find(uscc);
        Optional<Reason> refusal = enterprise.isEmpty()
                ? Optional.of(Reason.NOT_IN_REGISTER)
                : BindingRules.refusal(person, enterprise.get(), LocalDate.ofInstant(clock.instant(), Times.ZONE));
        if (refusal.isPresent()) {
            attempts.note(personId, uscc, refusal.get().name());
            return new Refused(refusal.get());
        }
        boolean fresh = insert(person, uscc);
        attempts.note(personId, uscc, fresh ? "BOUND" : "ALREADY_BOUND");
        return new Bound(enterprise.get());
    }

    /** Ends the person's binding; false when there is none. */
    @Transactional
    public boolean unbind(UUID personId, Uscc uscc) {
        int ended = jdbc.sql("""
                        update enterprise.binding set ended_at = ?, version = version + 1
                        where person_id = ? and uscc = ? and ended_at is null""").params(now(), personId, uscc.value()).update();
        if (ended == 1) {
            attempts.note(personId, uscc, "UNBOUND");
        }
        return ended == 1;
    }

    /** Whether the person is bound to the enterprise and the register still names them its legal representative. */
    public boolean isLegalRepresentative(UUID personId, Uscc uscc) {
        return inForce(personId).stream()
                .filter(binding -> binding.uscc().equals(uscc))
                .anyMatch(
                        binding -> register.find(uscc).filter(binding::matches).isPresent());
    }

    /** The enterprises for which the person acts today, in the order in which they were bound. */
    public List<EnterpriseEntry> of(UUID personId) {
        return inForce(personId).stream()
                .flatMap(binding -> register.find(binding.uscc()).filter(binding::matches).stream())
                .toList();
    }

    /** Enterprises that the person was bound to until the register named somebody else. */
    public List<EnterpriseEntry> outdated(UUID personId) {
        return inForce(personId).stream()
                .flatMap(binding -> register.find(binding.uscc()).filter(entry -> !binding.matches(entry)).stream())
                .toList();
    }

    /** Since when the person acts for the enterprise; empty when they do not. */
    public Optional<Instant> since(UUID personId, Uscc uscc) {
        return inForce(personId).stream()
                .filter(binding -> binding.uscc().equals(uscc)
                        && register.find(uscc).filter(binding::matches).isPresent())
                .map(Binding::boundAt)
                .findFirst();
    }

    private List<Binding> inForce(UUID personId) {
        return jdbc.sql(
                        "select * from enterprise.binding where person_id = ? and ended_at is null order by bound_at, id")
                .param(personId)
                .query(Binding::of)
                .list();
    }

    private boolean insert(PersonView person, Uscc uscc) {
        Digest digest = Objects.requireNonNull(person.nationalIdDigest());
        return jdbc.sql("""
                                insert into enterprise.binding (id, person_id, uscc, national_id_digest, bound_at, version)
                                values (?, ?, ?, ?, ?, 0)
                                on conflict (person_id, uscc) where ended_at is null do nothing""")
                        .params(UUID.randomUUID(), person.id(), uscc.value(), digest.bytes(), now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private record Binding(Uscc uscc, Digest nationalIdDigest, Instant boundAt) {

        static Binding of(ResultSet row, int number) throws SQLException {
            return new Binding(
                    new Uscc(row.getString("uscc")),
                    Digest.of(row.getBytes("national_id_digest")),
                    row.getObject("bound_at", OffsetDateTime.class).toInstant());
        }

        boolean matches(EnterpriseEntry entry) {
            return entry.legalRepresentativeIdDigest().equals(nationalIdDigest);
        }
    }
}
