package org.yinxin.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Map<String, String> ENGLISH = Sources.english();
    private static final Map<String, String> CHINESE = Sources.chinese();

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern LATIN_WORD = Pattern.compile("\\p{IsLatin}{2,}");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)");
    private static final Pattern SINGLE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    /** What reads the same in both languages. */
    private static final Set<String> SAME_IN_BOTH =
            Set.of("PDF", "PNG", "JPEG", "CSV", "UTF-8", "GB18030", "SM2", "SM3", "ECDSA P-256", "SHA-256", "JSON");

    @Test
    void everyFileHasItsOtherLanguage() {
        Set<String> english = new TreeSet<>();
        Set<String> chinese = new TreeSet<>();
        for (Path file : Sources.files(Sources.MESSAGES, ".properties")) {
            String name = file.getFileName().toString();
            (name.endsWith("_zh_CN.properties") ? chinese : english)
                    .add(name.replaceFirst("(_zh_CN)?\\.properties", ""));
        }

        assertThat(chinese).isEqualTo(english);
    }

    @Test
    void everyMessageIsThereInBothLanguages() {
        assertThat(CHINESE.keySet()).containsExactlyInAnyOrderElementsOf(ENGLISH.keySet());
    }

    @Test
    void noMessageIsEmpty() {
        assertThat(keysWhere((english, chinese) -> english.isBlank() || chinese.isBlank()))
                .isEmpty();
    }

    @Test
    void chineseMessagesAreInChinese() {
        assertThat(keysWhere((english, chinese) ->
                        LATIN_WORD.matcher(withoutArguments(chinese)).find()
                                && !HAN.matcher(chinese).find()
                                && !SAME_IN_BOTH.contains(chinese)))
                .as("messages that nobody translated")
                .isEmpty();
    }

    @Test
    void englishMessagesCanBeReadWithoutChinese() {
        assertThat(keysWhere((english, chinese) -> HAN.matcher(english).find()
                        && !LATIN_WORD.matcher(english).find()))
                .isEmpty();
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        assertThat(keysWhere((english, chinese) -> !arguments(english).equals(arguments(chinese))))
                .isEmpty();
    }

    @Test
    void apostrophesCannotSwallowAnArgument() {
        assertThat(keysWhere((english, chinese) -> swallows(english) || swallows(chinese)))
                .as("write ’ instead of '")
                .isEmpty();
    }

    @Test
    void everyKeyThatPagesAndCodeNameExists() {
        assertThat(MessageUses.of(ENGLISH).missing()).isEmpty();
    }

    @Test
    void noMessageIsLeftOver() {
        assertThat(MessageUses.of(ENGLISH).unused()).isEmpty();
    }

    private static Set<String> keysWhere(BiPredicate<String, String> wrong) {
        return ENGLISH.keySet().stream()
                .filter(CHINESE::containsKey)
                .filter(key -> wrong.test(ENGLISH.get(key), CHINESE.get(key)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> arguments(String message) {
        return ARGUMENT.matcher(message)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String withoutArguments(String message) {
        return message.replaceAll("\\{[^}]*\\}", "");
    }

    private static boolean swallows(String message) {
        return !arguments(message).isEmpty()
                && SINGLE_APOSTROPHE.matcher(message).find();
    }
}
