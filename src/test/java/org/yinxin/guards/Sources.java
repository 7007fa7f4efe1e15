package org.yinxin.guards;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The project's own files, as the guards read them. */
final class Sources {

    static final Path JAVA = Path.of("src/main/java");
    static final Path TEMPLATES = Path.of("src/main/resources/templates");
    static final Path MESSAGES = Path.of("src/main/resources/messages");

    private static final String CHINESE = "_zh_CN.properties";

    private Sources() {}

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> english() {
        return messages(false);
    }

    static Map<String, String> chinese() {
        return messages(true);
    }

    private static Map<String, String> messages(boolean chinese) {
        Map<String, String> all = new TreeMap<>();
        for (Path file : files(MESSAGES, ".properties")) {
            if (file.toString().endsWith(CHINESE) == chinese) {
                load(file).forEach((key, value) -> all.put((String) key, (String) value));
            }
        }
        return all;
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
