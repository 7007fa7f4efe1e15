package org.yinxin.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.ledger.proof.ProofFixtures;

class CheckProofTest {

    private static final String VALIDATORS = String.join(",", ProofFixtures.besuValidators());

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aGoodProofIsToldWithItsSigners() throws IOException {
        assertThat(run(proof(), "1337", VALIDATORS)).isZero();
        assertThat(said()).contains("The proof holds.", "signed by    3 of 4 validators", "block        134");
    }

    @Test
    void withOtherValidatorsItDoesNotHold() throws IOException {
        assertThat(run(proof(), "1337", "0x" + "11".repeat(20))).isEqualTo(1);
        assertThat(said()).contains("does not hold: VALIDATORS");
    }

    @Test
    void withoutValidatorsItIsNotTakenForSigned() throws IOException {
        assertThat(run(proof(), "1337")).isEqualTo(1);
        assertThat(said()).contains("does not hold: BLOCK_HASH");
    }

    @Test
    void whatIsAskedWronglyIsExplained() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run(proof(), "main")).isEqualTo(2);
        assertThat(run(proof(), "1337", "everybody")).isEqualTo(2);
        assertThat(said()).contains("CheckProof <proof.json>");
        assertThat(run(folder.resolve("missing.json").toString(), "1337")).isEqualTo(2);
    }

    private String proof() throws IOException {
        return Files.writeString(folder.resolve("proof.json"), ProofFixtures.besu())
                .toString();
    }

    private int run(String... args) {
        return CheckProof.run(args, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
