package org.yinxin.mandate;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;

/** What opens an offer: twelve characters of 60 random bits, such as {@code 7KQ4-M2XD-9RTA}; kept as a digest only. */
public record InvitationCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");

    public InvitationCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an invitation code");
        }
    }

    static InvitationCode random() {
        StringBuilder code = new StringBuilder();
        byte[] random = Salt.random().bytes();
        for (int i = 0; i < 12; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random[i] & 31));
        }
        return new InvitationCode(code.toString());
    }

    /** Reads what a person typed: spaces and hyphens do not matter, I and L are read as 1, O as 0. */
    public static Optional<InvitationCode> parse(String typed) {
        String code = typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
        if (code.length() != 12) {
            return Optional.empty();
        }
        String grouped = code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
        return FORM.matcher(grouped).matches() ? Optional.of(new InvitationCode(grouped)) : Optional.empty();
    }

    Digest digest() {
        return Digest.sha256(("yinxin-invitation:" + value).getBytes(StandardCharsets.UTF_8));
    }

    /** Never the code: it opens an offer and does not belong in a log. */
    @Override
    public String toString() {
        return "InvitationCode[12 characters]";
    }
}
