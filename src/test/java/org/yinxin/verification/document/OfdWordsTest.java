package org.yinxin.verification.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yinxin.seal.ses.Quirk;
import org.yinxin.sealing.ofd.OfdRefusal;
import org.yinxin.sealing.ofd.verification.OfdFinding;
import org.yinxin.sealing.ofd.verification.OfdQuirk;
import org.yinxin.sealing.ofd.verification.PartFinding;

/** Codes that become keys of messages have words; the guard over templates cannot see them. */
class OfdWordsTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages/document-check-ofd.properties");

    @Test
    void everyCodeHasWords() throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES, StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        assertThat(keys("checks.file-format.ofd-", OfdRefusal.values())).allMatch(words::containsKey);
        assertThat(keys("document-check.part.", PartFinding.State.values())).allMatch(words::containsKey);
        assertThat(keys("document-check.quirk.", OfdQuirk.values())).allMatch(words::containsKey);
        assertThat(keys("document-check.quirk.", Quirk.values())).allMatch(words::containsKey);
        assertThat(keys("", OfdFinding.Reason.values()))
                .filteredOn(reason -> !"holds".equals(reason) && !"not-reached".equals(reason))
                .allMatch(reason -> Stream.of("signature-intact", "parts-unchanged", "parts-covered")
                        .anyMatch(check -> words.containsKey("checks." + check + "." + reason)));
    }

    private static Stream<String> keys(String start, Enum<?>... codes) {
        return Arrays.stream(codes).map(code -> start + OfdFileChecks.slug(code));
    }
}
