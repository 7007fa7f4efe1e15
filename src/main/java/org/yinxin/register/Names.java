package org.yinxin.register;

import java.text.Normalizer;
import java.util.Locale;

/** How names are compared: full and half width, letter case and blanks make no difference. */
final class Names {

    private Names() {}

    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
