package org.yinxin.register.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yinxin.site.Option;

/** Choices in the reader's language. */
@Component("registerChoices")
class Choices {

    private final MessageSource messages;

    Choices(MessageSource messages) {
        this.messages = messages;
    }

    /** One option per value, its words under the key's prefix. */
    List<Option> of(Enum<?>[] values, String prefix, Locale language) {
        return Stream.of(values)
                .map(value -> new Option(value.name(), messages.getMessage(prefix + value.name(), null, language)))
                .toList();
    }

    /** The same after an empty first choice. */
    List<Option> orNone(Enum<?>[] values, String prefix, String none, Locale language) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", messages.getMessage(none, null, language)));
        options.addAll(of(values, prefix, language));
        return options;
    }
}
