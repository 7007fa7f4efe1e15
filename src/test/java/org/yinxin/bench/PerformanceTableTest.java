package org.yinxin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformanceTableTest {

    private static final Result RESULT =
            new Result("start", Map.of("start_ratio", 1.234, "rss_mib", 1512.0), "a bare page", "2 cores", "Cold.");

    @TempDir
    private Path folder;

    @Test
    void theTableReplacesTheOneBetweenItsMarkersAndNothingElse() throws IOException {
        Path readme = folder.resolve("README.md");
        Files.writeString(readme, """
                before
                <!-- performance: written by mvn -Pbench verify -->
                old
                <!-- end of performance -->
                after
                """);

        new PerformanceTable(readme).write(List.of(RESULT));

        assertThat(readme)
                .content()
                .startsWith("before\n")
                .endsWith("<!-- end of performance -->\nafter\n")
                .contains("| `start` | `rss_mib` 1,512<br>`start_ratio` 1.23 | a bare page | 2 cores |")
                .contains("`start`: Cold.")
                .doesNotContainPattern("(?m)^old$");
    }

    @Test
    void whatWasNotMeasuredKeepsItsRowAndWhatWasMeasuredAgainDoesNot() throws IOException {
        Path readme = Files.writeString(folder.resolve("README.md"), """
                <!-- performance: written by mvn -Pbench verify -->
                <!-- end of performance -->
                """);
        PerformanceTable table = new PerformanceTable(readme);
        table.write(List.of(
                RESULT, new Result("growth", Map.of("batch_growth_ratio", 1.1), "the same", "2 cores", "Filled.")));
        String both = Files.readString(readme);

        table.write(List.of(new Result("start", Map.of("start_ratio", 2.0), "another page", "4 cores", "Warm.")));

        assertThat(readme)
                .content()
                .isEqualTo(both.replace("`rss_mib` 1,512<br>`start_ratio` 1.23", "`start_ratio` 2.00")
                        .replace("a bare page | 2 cores", "another page | 4 cores")
                        .replace("Cold.", "Warm."));
        assertThat(both.indexOf("| `growth`")).isPositive().isLessThan(both.indexOf("| `start`"));
    }

    @Test
    void aReadmeWithoutMarkersIsLeftAlone() throws IOException {
        Path readme = Files.writeString(folder.resolve("README.md"), "typed by hand");

        assertThatThrownBy(() -> new PerformanceTable(readme).write(List.of(RESULT)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(readme).content().isEqualTo("typed by hand");
    }
}
