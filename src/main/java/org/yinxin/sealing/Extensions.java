package org.yinxin.sealing;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.sealing.pdf.ExtendedPdf;
import org.yinxin.sealing.pdf.PadesLevel;

/**
 * Makes up for time stamps and validation data that could not be had when a document was sealed. It only ever appends to
 * the file, so what the use commits to stays as it was (ADR 0098).
 */
@Component
class Extensions {

    private static final Logger LOG = LoggerFactory.getLogger(Extensions.class);
    private static final int AT_ONCE = 20;
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    private final ExtensionRows rows;
    private final UseRows uses;
    private final Files files;
    private final DocumentSealing sealing;
    private final ProfileSettings profiles;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Extensions(
            ExtensionRows rows,
            UseRows uses,
            Files files,
            DocumentSealing sealing,
            ProfileSettings profiles,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.uses = uses;
        this.files = files;
        this.sealing = sealing;
        this.profiles = profiles;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Async
    @EventListener(ApplicationReadyEvent.class)
    void afterTheStart() {
        rows.expectOlder(clock.instant());
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void raise() {
        rows.take(AT_ONCE, clock.instant(), LEASE).forEach(this::tryToRaise);
    }

    private void tryToRaise(ExtensionRows.Due due) {
        try {
            raise(due);
        } catch (RuntimeException e) {
            LOG.error("The level of a sealed document could not be raised, use {}", due.useId(), e);
            rows.postpone(due.useId(), clock.instant().plus(pause(due.attempts())), "failed");
        }
    }

    private void raise(ExtensionRows.Due due) {
        UUID use = due.useId();
        byte[] file = files.newest(use).orElseThrow();
        PadesLevel before = files.raisedTo(use)
                .or(() -> uses.findById(use).flatMap(Use::level))
                .orElseThrow();
        ExtendedPdf extended = sealing.extend(file);
        boolean more = extended.level().compareTo(before) > 0;
        if (more && Arrays.mismatch(file, 0, file.length, extended.bytes(), 0, file.length) >= 0) {
            throw new IllegalStateException("Raising the level did not keep the sealed file as it was");
        }
        transaction.executeWithoutResult(status -> {
            if (more) {
                files.storeExtended(use, extended.level(), extended.bytes(), clock.instant());
            }
            if (extended.level().compareTo(profiles.level()) >= 0) {
                rows.forget(use);
            } else {
                rows.postpone(use, clock.instant().plus(pause(due.attempts())), problem(extended));
            }
        });
    }

    private static String problem(ExtendedPdf extended) {
        List<String> names = extended.shortfalls().stream().map(Enum::name).toList();
        return String.join(",", names);
    }

    /** A minute, two, four …: an outage of an hour is mended soon after it ends, one of days costs nothing. */
    private static Duration pause(int attempts) {
        Duration pause = Duration.ofMinutes(1L << Math.clamp(attempts - 1, 0, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
