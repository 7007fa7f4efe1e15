package org.yinxin.guards;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private static final Pattern NAME = Pattern.compile("V(\\d{4})__[a-z0-9]+(_[a-z0-9]+)*\\.sql");
    private static final Pattern CALLBACK = Pattern.compile("afterMigrate__[a-z_]+\\.sql");

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("migrations"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyMigrationHasAFourDigitNumberAndSaysWhatItIsAbout() throws IOException {
        assertThat(names())
                .allSatisfy(name -> assertThat(NAME.matcher(name).matches()
                                || CALLBACK.matcher(name).matches())
                        .as(name)
                        .isTrue());
    }

    @Test
    void noTwoMigrationsHaveTheSameNumber() throws IOException {
        Map<String, Long> numbers = names().stream()
                .filter(name -> name.startsWith("V"))
                .collect(groupingBy(name -> name.substring(0, 5), counting()));

        assertThat(numbers.values()).as(numbers.toString()).containsOnly(1L);
    }
}
