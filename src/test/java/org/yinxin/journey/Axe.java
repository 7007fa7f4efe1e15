package org.yinxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.JavascriptExecutor;

/** Finds what keeps people with disabilities from using a page: WCAG 2.2, levels A and AA, and no exceptions. */
final class Axe {

    private static final String SOURCE = source();
    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations']})
              .then(found => done(found.violations.flatMap(violation => violation.nodes.map(node =>
                violation.id + ': ' + violation.help + ' at ' + node.target.join(' ') + ' | ' + node.html.slice(0, 200)))))
              .catch(problem => done(['axe could not run: ' + problem]));
            """;

    private Axe() {}

    static void check(JavascriptExecutor browser, String page) {
        browser.executeScript("if (!window.axe) { " + SOURCE + "\n; window.axe = axe; }");
        assertThat((List<?>) browser.executeAsyncScript(RUN))
                .as("accessibility of %s", page)
                .isEmpty();
    }

    private static String source() {
        try {
            return Files.readString(Path.of("node_modules/axe-core/axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
