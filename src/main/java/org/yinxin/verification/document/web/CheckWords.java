package org.yinxin.verification.document.web;

import java.time.Instant;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yinxin.site.Times;
import org.yinxin.verification.Check;

/** Says the answer of a check in the reader's language. Templates say {@code @checkWords}. */
@Component("checkWords")
class CheckWords {

    private final MessageSource messages;
    private final Times times;

    CheckWords(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    public String answer(Check check, Locale locale) {
        Object[] values = check.values().stream()
                .map(value -> value instanceof Instant moment ? times.dateAndTime(moment, locale) : value)
                .toArray();
        return messages.getMessage(check.reasonKey(), values, locale);
    }
}
