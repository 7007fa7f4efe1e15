package org.yinxin.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Moments as people read them: in China's time, in the words of their language. Templates say {@code @times}. */
@Component("times")
public class Times {

    /** The time zone of the office. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public String date(Instant instant, Locale locale) {
        return format(instant.atZone(ZONE), "d MMMM uuuu", "uuuu年M月d日", locale);
    }

    public String date(LocalDate date, Locale locale) {
        return format(date, "d MMMM uuuu", "uuuu年M月d日", locale);
    }

    public String dateAndTime(Instant instant, Locale locale) {
        return format(instant.atZone(ZONE), "d MMMM uuuu, HH:mm", "uuuu年M月d日 HH:mm", locale);
    }

    private static String format(TemporalAccessor moment, String english, String chinese, Locale locale) {
        boolean inChinese = "zh".equals(locale.getLanguage());
        return DateTimeFormatter.ofPattern(inChinese ? chinese : english, locale)
                .format(moment);
    }
}
