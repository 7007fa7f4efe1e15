package org.yinxin.account;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mainland mobile number of 11 digits, the name citizens sign in with. */
public record PhoneNumber(String value) {

    private static final Pattern FORM = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern COUNTRY_CODE = Pattern.compile("^(\\+|00)86");

    public PhoneNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a mainland mobile number");
        }
    }

    /** Reads what a person typed: full-width digits, spaces, hyphens and the country code do not matter. */
    public static Optional<PhoneNumber> parse(String typed) {
        String compact = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s()-]", "");
        String number = COUNTRY_CODE.matcher(compact).replaceFirst("");
        return FORM.matcher(number).matches() ? Optional.of(new PhoneNumber(number)) : Optional.empty();
    }

    public String grouped() {
        return value.substring(0, 3) + " " + value.substring(3, 7) + " " + value.substring(7);
    }

    @Override
    public String toString() {
        return value;
    }
}
