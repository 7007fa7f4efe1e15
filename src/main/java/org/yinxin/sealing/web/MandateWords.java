package org.yinxin.sealing.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yinxin.mandate.HeldMandate;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.DraftView;
import org.yinxin.sealing.Preparation;
import org.yinxin.site.Option;
import org.yinxin.site.Times;

/** What pages say of a mandate that somebody can sign with. */
@Component
class MandateWords {

    private final MessageSource messages;
    private final Times times;

    MandateWords(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    List<Option> options(List<HeldMandate> held, Locale locale) {
        return held.stream().map(one -> of(one, locale)).toList();
    }

    /** As what the person signs and with which key, and until when and how often they still may. */
    Option of(HeldMandate held, Locale locale) {
        String role = messages.getMessage(held.role().key(), null, locale);
        String key = messages.getMessage(
                "stamping.mandate.key",
                new Object[] {
                    held.key().label(),
                    messages.getMessage(KeyWords.key(held.key().method()), null, locale)
                },
                locale);
        return new Option(held.onChain().hex(), role, key + limits(held, locale));
    }

    /** What signing means, in one sentence. */
    String signing(DraftView draft, SealView seal, Locale locale) {
        return messages.getMessage(
                "stamping.check.signing",
                new Object[] {draft.fileName(), seal.enterpriseName(), draft.purpose()},
                locale);
    }

    private String limits(HeldMandate held, Locale locale) {
        if (held.root()) {
            return "";
        }
        String until = times.date(held.limits().validTo(), locale);
        return held.limits().counted()
                ? messages.getMessage(
                        "stamping.mandate.counted",
                        new Object[] {
                            until,
                            held.limits().uses() - held.used(),
                            held.limits().uses()
                        },
                        locale)
                : messages.getMessage("stamping.mandate.until", new Object[] {until}, locale);
    }

    static String chosen(Preparation preparation) {
        return preparation instanceof Preparation.Ready ready
                ? ready.mandate().onChain().hex()
                : "";
    }
}
