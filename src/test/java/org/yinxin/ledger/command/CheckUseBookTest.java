package org.yinxin.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckUseBookTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void whoAsksWronglyIsToldHowToAsk() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("statement.json", "root.crt", "chain")).isEqualTo(2);
        assertThat(run("statement.json", "root.crt", "1", "nobody")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("CheckUseBook <statement.json>");
    }

    @Test
    void whatCannotBeReadIsSaidToBeSo() throws Exception {
        Path root = Files.writeString(folder.resolve("root.crt"), "no certificate");
        Path file = Files.writeString(folder.resolve("statement.json"), "{}");
        assertThat(run(file.toString(), folder.resolve("missing").toString(), "1"))
                .isEqualTo(2);
        assertThat(run(file.toString(), root.toString(), "1")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("A file cannot be read");
    }

    private int run(String... args) {
        return CheckUseBook.run(args, new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
