package org.yinxin.account;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A person's name as on the identity card: Chinese or Latin letters, middle dots between the parts of some names. */
public record PersonName(String value) {

    private static final Pattern FORM = Pattern.compile("\\p{L}[\\p{L}\\p{M} .'’·-]{0,48}[\\p{L}\\p{M}.]");
    private static final Pattern DOTS = Pattern.compile("[\\u2022\\u2027\\u30FB\\uFF65\\u22C5]");

    public PersonName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a person's name");
        }
    }

    /** Reads what a person typed: surplus spaces and the many shapes of the middle dot do not matter. */
    public static Optional<PersonName> parse(String typed) {
        String dotted = DOTS.matcher(typed).replaceAll("·");
        String name = Normalizer.normalize(dotted, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
        return FORM.matcher(name).matches() ? Optional.of(new PersonName(name)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
