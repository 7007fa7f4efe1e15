package org.yinxin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole application on a real PostgreSQL and a real chain, the same embedded infrastructure that the first command
 * starts, in a folder of the test run's own and without demo data. All integration tests share it, one after the other:
 * each uses records of its own.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("embedded")
@TestPropertySource(properties = {"yinxin.demo-data=false", "yinxin.public-address=http://localhost:8080"})
@Execution(ExecutionMode.SAME_THREAD)
public abstract class IntegrationTest {

    static {
        useFolderOfThisRun();
    }

    private static void useFolderOfThisRun() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            System.setProperty(
                    "yinxin.embedded.folder",
                    Files.createTempDirectory(target, "yinxin-test-").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
