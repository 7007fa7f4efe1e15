package org.yinxin.sealing.web;

import java.util.Locale;
import org.yinxin.authority.KeyMethod;

/** The words for the ways in which a key signs. */
final class KeyWords {

    private KeyWords() {}

    static String key(KeyMethod method) {
        return "stamping.method." + method.name().toLowerCase(Locale.ROOT);
    }
}
