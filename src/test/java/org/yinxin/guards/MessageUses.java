package org.yinxin.guards;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which message keys the pages and the code name.
 *
 * <p>A literal counts as a key when its first word is that of some message. A literal that other keys begin with stands
 * for all of them: {@code "seal.status." + status} uses every key below {@code seal.status}.
 */
final class MessageUses {

    private static final String WORDS = "[a-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9_-]+)*\\.?";
    private static final Pattern IN_MESSAGE_EXPRESSION = Pattern.compile("#\\{\\|?(" + WORDS + ")");
    private static final Pattern IN_QUOTES_OR_BARS = Pattern.compile("['|](" + WORDS + ")(?:['|]|\\$\\{)");
    private static final Pattern JAVA_LITERAL = Pattern.compile("\"\\{?(" + WORDS + ")\\}?\"");

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

    /** Names of other things that look like keys: attributes of sessions, tables, files. */
    private static final Set<String> NOT_KEYS =
            Set.of("account.trace", "account.must-choose-password", "site.spring_session", "application.password");

    /** Keys that Spring and Bean Validation look up by themselves. */
    private static final Pattern LOOKED_UP_BY_FRAMEWORKS = Pattern.compile(
            "(typeMismatch|methodInvocation|required|jakarta\\.validation|org\\.hibernate|[A-Z][A-Za-z]+)(\\..*)?");

    private final Map<String, String> messages;
    private final Set<String> firstWords;
    private final Set<String> used = new TreeSet<>();
    private final Map<String, Path> missing = new TreeMap<>();

    private MessageUses(Map<String, String> messages) {
        this.messages = messages;
        this.firstWords = messages.keySet().stream().map(MessageUses::firstWord).collect(Collectors.toSet());
    }

    static MessageUses of(Map<String, String> messages) {
        MessageUses uses = new MessageUses(messages);
        for (Path page : Sources.files(Sources.TEMPLATES, ".html")) {
            uses.find(IN_MESSAGE_EXPRESSION, page, uses::direct);
            uses.find(IN_QUOTES_OR_BARS, page, uses::literal);
        }
        for (Path source : Sources.files(Sources.JAVA, ".java")) {
            uses.find(JAVA_LITERAL, source, uses::literal);
        }
        return uses;
    }

    /** Named somewhere, but no such message: with one file that names it. */
    Map<String, Path> missing() {
        return missing;
    }

    Set<String> unused() {
        return messages.keySet().stream()
                .filter(key -> !used.contains(key))
                .filter(key -> !LOOKED_UP_BY_FRAMEWORKS.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void find(Pattern pattern, Path file, BiConsumer<String, Path> use) {
        Matcher matcher = pattern.matcher(COMMENT.matcher(Sources.text(file)).replaceAll(""));
        while (matcher.find()) {
            use.accept(matcher.group(1), file);
            matcher.region(matcher.end(1), matcher.regionEnd());
        }
    }

    private void direct(String key, Path file) {
        if (!known(key)) {
            missing.put(key, file);
        }
    }

    private void literal(String literal, Path file) {
        if (literal.contains(".")
                && firstWords.contains(firstWord(literal))
                && !NOT_KEYS.contains(literal)
                && !known(literal)) {
            missing.put(literal, file);
        }
    }

    private boolean known(String literal) {
        if (messages.containsKey(literal)) {
            used.add(literal);
        }
        String prefix = literal.endsWith(".") ? literal : literal + ".";
        Set<String> below = keys().filter(key -> key.startsWith(prefix)).collect(Collectors.toSet());
        // A key that is a whole message and also begins others stands for itself alone.
        if (!messages.containsKey(literal) || literal.endsWith(".")) {
            used.addAll(below);
        }
        return messages.containsKey(literal) || !below.isEmpty();
    }

    private Stream<String> keys() {
        return messages.keySet().stream();
    }

    private static String firstWord(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }
}
