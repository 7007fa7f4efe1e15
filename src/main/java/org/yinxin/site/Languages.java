package org.yinxin.site;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The site's two languages. */
public final class Languages {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private Languages() {}

    /** The site's language for a tag such as {@code zh-CN}; English for everything that is not Chinese. */
    public static Locale of(String tag) {
        return "zh".equals(Locale.forLanguageTag(tag).getLanguage()) ? CHINESE : ENGLISH;
    }

    static Locale best(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return CHINESE;
        }
        try {
            Locale match = Locale.lookup(
                    Locale.LanguageRange.parse(acceptLanguage),
                    List.of(ENGLISH, CHINESE, Locale.CHINESE, Locale.TRADITIONAL_CHINESE));
            return match == null ? ENGLISH : of(match.toLanguageTag());
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }
}
