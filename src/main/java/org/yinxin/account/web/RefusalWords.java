package org.yinxin.account.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.yinxin.account.PasswordPolicy;
import org.yinxin.account.PasswordRefusal;
import org.yinxin.account.SignInRefusal;
import org.yinxin.account.SignInRefusal.Closed;
import org.yinxin.account.SignInRefusal.OneTimePasswordExpired;
import org.yinxin.account.SignInRefusal.PasskeyRefused;
import org.yinxin.account.SignInRefusal.Paused;
import org.yinxin.account.SignInRefusal.Suspended;
import org.yinxin.account.SignInRefusal.Wrong;
import org.yinxin.site.Times;

/** Puts refusals into words beside the field they concern. */
@Component
class RefusalWords {

    private final Times times;
    private final Clock clock;

    RefusalWords(Times times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    void explain(SignInRefusal refusal, String field, Errors errors) {
        switch (refusal) {
            case Wrong wrong -> errors.rejectValue(field, "account.refusal.wrong");
            case Paused paused -> errors.rejectValue(field, "account.refusal.paused", untilWhen(paused.until()), null);
            case Closed closed -> errors.rejectValue(field, "account.refusal.closed");
            case Suspended suspended -> errors.rejectValue(field, "account.refusal.suspended");
            case OneTimePasswordExpired expired -> errors.rejectValue(field, "account.refusal.expired");
            case PasskeyRefused passkey -> errors.reject("account.refusal.passkey");
        }
    }

    void explain(PasswordRefusal refusal, String field, Errors errors) {
        Object[] lengths = {PasswordPolicy.SHORTEST, PasswordPolicy.LONGEST};
        errors.rejectValue(field, key(refusal), lengths, null);
    }

    // The page shows minutes: whoever comes back at that minute must be let in.
    private Object[] untilWhen(Instant until) {
        Instant minute = until.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
        long minutes = Math.max(
                1, Duration.between(clock.instant(), until.plusSeconds(59)).toMinutes());
        return new Object[] {times.dateAndTime(minute, LocaleContextHolder.getLocale()), minutes};
    }

    private static String key(PasswordRefusal refusal) {
        return switch (refusal) {
            case TOO_SHORT -> "account.password.too-short";
            case TOO_LONG -> "account.password.too-long";
            case COMMON -> "account.password.common";
            case ABOUT_YOU -> "account.password.about-you";
        };
    }
}
