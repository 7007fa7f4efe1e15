package org.yinxin.sealing.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.yinxin.sealing.plan.SeamSeal.Edge;
import org.yinxin.sealing.plan.SeamSeal.Parity;
import org.yinxin.site.Option;

/** What can be chosen of a seam seal, in the reader's language. */
@Component
class SeamChoices {

    private final MessageSource messages;

    SeamChoices(MessageSource messages) {
        this.messages = messages;
    }

    void addTo(Model model) {
        model.addAttribute("edges", options("stamping.seam.edge.", Edge.values()));
        model.addAttribute("parities", options("stamping.seam.parity.", Parity.values()));
    }

    private List<Option> options(String key, Enum<?>... values) {
        Locale locale = LocaleContextHolder.getLocale();
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .map(value -> new Option(value, messages.getMessage(key + value, null, locale), null))
                .toList();
    }
}
