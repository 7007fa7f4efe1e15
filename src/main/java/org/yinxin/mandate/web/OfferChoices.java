package org.yinxin.mandate.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yinxin.authority.AuthorityKeys;
import org.yinxin.authority.KeyMethod;
import org.yinxin.mandate.MandateLine;
import org.yinxin.mandate.MandateRole;
import org.yinxin.site.Option;

/** What a giver can choose from, in the reader's language. */
@Component
class OfferChoices {

    private static final UUID NO_KEY = new UUID(0, 0);

    private final AuthorityKeys keys;
    private final MessageSource messages;

    OfferChoices(AuthorityKeys keys, MessageSource messages) {
        this.keys = keys;
        this.messages = messages;
    }

    List<Option> roles(Locale locale) {
        return Stream.of(MandateRole.KEEPER, MandateRole.HANDLER, MandateRole.MACHINE)
                .map(role -> new Option(
                        role.name().toLowerCase(Locale.ROOT),
                        text(role.key(), locale),
                        text("mandate.offer.role-hint." + role.name().toLowerCase(Locale.ROOT), locale)))
                .toList();
    }

    /** The giver's mandates under which the new one may stand. */
    List<Option> powers(List<MandateLine> powers, Locale locale) {
        return powers.stream()
                .map(power -> new Option(
                        power.mandate().id().toString(),
                        text(power.mandate().role().key(), locale)))
                .toList();
    }

    /** The person's machine keys. */
    List<Option> machines(UUID personId) {
        return keys.of(personId).stream()
                .filter(key -> key.method() == KeyMethod.MACHINE)
                .map(key ->
                        new Option(key.id().toString(), key.label(), key.key().fingerprint()))
                .toList();
    }

    /** The key that was chosen; one that nobody has where none was. */
    UUID key(OfferForm form) {
        try {
            return UUID.fromString(OfferForm.typed(form.key()));
        } catch (IllegalArgumentException e) {
            return NO_KEY;
        }
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
