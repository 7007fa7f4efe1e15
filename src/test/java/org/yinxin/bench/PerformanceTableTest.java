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
    void aReadmeWithoutMarkersIsLeftAlone() throws IOException {
        Path readme = Files.writeString(folder.resolve("README.md"), "typed by hand");

        assertThatThrownBy(() -> new PerformanceTable(readme).write(List.of(RESULT)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(readme).content().isEqualTo("typed by hand");
    }
}
