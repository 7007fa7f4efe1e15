package org.yinxin.verification.document.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yinxin.site.Times;
import org.yinxin.verification.Check;
import org.yinxin.verification.Verdict;
import org.yinxin.verification.document.DocumentReport;
import org.yinxin.verification.document.SignatureFinding;

/** Says the answer of a check in the reader's language. Templates say {@code @checkWords}. */
@Component("checkWords")
class CheckWords {

    private final MessageSource messages;
    private final Times times;

    CheckWords(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    /** The sentence below the verdict: who stamped a valid document, and otherwise what the verdict hangs on. */
    public String summary(DocumentReport report, Locale locale) {
        List<SignatureFinding> seals = report.seals();
        if (report.verdict() != Verdict.VALID || seals.isEmpty()) {
            return answer(report.deciding(), locale);
        }
        SignatureFinding seal = seals.getLast();
        Object[] values = {
            seals.size(), seal.owner(), seal.usedAt() == null ? "" : times.dateAndTime(seal.usedAt(), locale)
        };
        return messages.getMessage("document-check.verdict.valid.by", values, locale);
    }

    public String answer(Check check, Locale locale) {
        Object[] values = check.values().stream()
                .map(value -> value instanceof Instant moment ? times.dateAndTime(moment, locale) : value)
                .toArray();
        return messages.getMessage(check.reasonKey(), values, locale);
    }
}
