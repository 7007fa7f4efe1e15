package org.yinxin.sealing.pdf.verification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.yinxin.sealing.pdf.verification.RawSyntax.Span;

/**
 * A dictionary as its bytes stand in the file (ISO 32000-2, 7.3.7), read without repair.
 *
 * @param repeated keys that occur twice, of which readers take one or the other
 * @param end the byte after {@code >>}
 */
record RawDictionary(byte[] file, Map<String, Span> entries, Set<String> repeated, int end) {

    /** @throws MalformedPdfException when there is no complete dictionary at this place */
    static RawDictionary at(byte[] file, int place, int limit) {
        RawSyntax syntax = new RawSyntax(file, place, limit);
        syntax.expect("<<");
        Map<String, Span> entries = new LinkedHashMap<>();
        Set<String> repeated = new java.util.HashSet<>();
        while (!syntax.skips(">>")) {
            String key = syntax.name();
            Span value = syntax.value();
            if (entries.put(key, value) != null) {
                repeated.add(key);
            }
        }
        return new RawDictionary(file, entries, repeated, syntax.position());
    }

    Optional<Span> span(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    OptionalLong number(String key) {
        return span(key).map(span -> numbers(span)).filter(found -> found.size() == 1).stream()
                .flatMap(Collection::stream)
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** The integers of an array; empty when the entry is absent or holds anything else. */
    List<Long> numbers(String key) {
        return span(key).map(this::numbers).orElse(List.of());
    }

    private List<Long> numbers(Span span) {
        List<Long> numbers = new ArrayList<>();
        for (String word : text(span).replace('[', ' ').replace(']', ' ').trim().split("\\s+")) {
            if (!word.matches("[+-]?\\d{1,18}")) {
                return List.of();
            }
            numbers.add(Long.parseLong(word));
        }
        return numbers;
    }

    String text(String key) {
        return span(key).map(this::text).orElse("");
    }

    private String text(Span span) {
        return new String(file, span.from(), span.to() - span.from(), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** The dictionaries directly inside this one. */
    List<RawDictionary> inner() {
        return entries.values().stream()
                .filter(span -> span.to() - span.from() > 3 && file[span.from()] == '<' && file[span.from() + 1] == '<')
                .map(span -> at(file, span.from(), span.to()))
                .toList();
    }
}
