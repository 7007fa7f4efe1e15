package org.yinxin.mandate.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.yinxin.account.PhoneNumber;
import org.yinxin.mandate.Limits;
import org.yinxin.mandate.MandateRole;
import org.yinxin.mandate.MandateView;
import org.yinxin.mandate.Offer;
import org.yinxin.seal.SealView;
import org.yinxin.site.Times;

/** Reads what a giver typed; days begin and end in the office's time zone. */
@Component
class OfferReader {

    private static final int LONGEST_NAME = 60;

    /** Empty when something cannot be read: the errors say what. */
    Optional<Offer> read(
            UUID giver, MandateRole role, MandateView above, SealView seal, OfferForm form, Errors errors) {
        String name = OfferForm.typed(form.name());
        if (name.isEmpty()) {
            errors.rejectValue("name", "mandate.offer.name.missing." + group(role));
        } else if (name.length() > LONGEST_NAME) {
            errors.rejectValue("name", "mandate.offer.name.long");
        }
        PhoneNumber phone = phone(role, form, errors);
        Instant from = from(above, form, errors);
        Instant to = to(above, seal, form, errors);
        Integer uses = uses(form, errors);
        if (errors.hasErrors() || from == null || to == null || uses == null) {
            return Optional.empty();
        }
        Limits limits = new Limits(from, to, uses, form.handsOn());
        return Optional.of(new Offer(giver, above.id(), role, name, phone, limits, form.kindsOrNone()));
    }

    /** Words differ for a person and a machine. */
    static String group(MandateRole role) {
        return role == MandateRole.MACHINE ? "machine" : "person";
    }

    private static @Nullable PhoneNumber phone(MandateRole role, OfferForm form, Errors errors) {
        String typed = OfferForm.typed(form.phone());
        if (role == MandateRole.MACHINE || typed.isEmpty()) {
            return null;
        }
        Optional<PhoneNumber> phone = PhoneNumber.parse(typed);
        if (phone.isEmpty()) {
            errors.rejectValue("phone", "mandate.offer.phone.wrong");
        }
        return phone.orElse(null);
    }

    /** The first day counts from its beginning, but not before the giver's own mandate begins. */
    private static @Nullable Instant from(MandateView above, OfferForm form, Errors errors) {
        LocalDate day = day("validFrom", form.validFrom(), errors);
        if (day == null) {
            return null;
        }
        Instant begins = day.atStartOfDay(Times.ZONE).toInstant();
        Instant own = above.limits().validFrom();
        return own.isAfter(begins) && day.equals(LocalDate.ofInstant(own, Times.ZONE)) ? own : begins;
    }

    /** The last day counts to its end, but not beyond what ends on that day above it. */
    private static @Nullable Instant to(MandateView above, SealView seal, OfferForm form, Errors errors) {
        LocalDate day = day("validTo", form.validTo(), errors);
        if (day == null) {
            return null;
        }
        Instant ends = day.plusDays(1).atStartOfDay(Times.ZONE).toInstant().minusSeconds(1);
        Instant own = above.limits().validTo();
        Instant last = own.isBefore(seal.validTo()) ? own : seal.validTo();
        return last.isBefore(ends) && day.equals(LocalDate.ofInstant(last, Times.ZONE)) ? last : ends;
    }

    private static @Nullable LocalDate day(String field, @Nullable String typed, Errors errors) {
        try {
            return LocalDate.parse(OfferForm.typed(typed));
        } catch (DateTimeParseException e) {
            errors.rejectValue(field, "mandate.offer." + field + ".missing");
            return null;
        }
    }

    private static @Nullable Integer uses(OfferForm form, Errors errors) {
        String typed = OfferForm.typed(form.uses());
        if (typed.isEmpty()) {
            return 0;
        }
        if (!typed.matches("[1-9][0-9]{0,6}")) {
            errors.rejectValue("uses", "mandate.offer.uses.wrong");
            return null;
        }
        return Integer.valueOf(typed);
    }
}
