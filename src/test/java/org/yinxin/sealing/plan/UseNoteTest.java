package org.yinxin.sealing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;
import org.yinxin.shared.UseCode;

class UseNoteTest {

    private static final Salt SALT = Salt.fromHex("000102030405060708090a0b0c0d0e0f");
    private static final UseNote NOTE =
            new UseNote(new UseCode("7KQ4-M2XD-9RTA"), SALT, 3, StampPlan.at(new Placement(12, 1205, 2300)));

    @Test
    void aNoteIsReadAsItWasWritten() {
        assertThat(NOTE.text())
                .isEqualTo("yinxin:use/7KQ4-M2XD-9RTA;salt=000102030405060708090a0b0c0d0e0f;file=3;at=12,1205,2300");
        assertThat(UseNote.parse(NOTE.text())).contains(NOTE);
    }

    @Test
    void aNoteCarriesEveryPlaceOfItsPlan() {
        StampPlan plan = StampPlan.parse("1,300,2200+2,0,0+seam:1-4,R,odd,1200").orElseThrow();
        UseNote note = new UseNote(NOTE.code(), SALT, 3, plan);
        assertThat(note.text()).endsWith(";at=1,300,2200+2,0,0+seam:1-4,R,odd,1200");
        assertThat(UseNote.parse(note.text())).contains(note);
    }

    @Test
    void theNoteOfAnOfdNamesWhatWasUploaded() {
        byte[] file = "abc".getBytes(StandardCharsets.UTF_8);
        byte[] signature = "<ofd:Signature/>".getBytes(StandardCharsets.UTF_8);
        UseNote note = new UseNote(NOTE.code(), SALT, 3, Digest.sha256(file), NOTE.plan());
        assertThat(note.text())
                .contains(";file=3:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad;at=12,1205,2300");
        assertThat(UseNote.parse(note.text())).contains(note);

        UseCommitment commitment = UseCommitment.ofOfd(note, "Lease", signature);
        assertThat(commitment.authorised())
                .as("the same as of a PDF with these bytes")
                .isEqualTo(UseCommitment.of(NOTE, "Lease", file, 3).authorised());
        assertThat(commitment.sealed())
                .isEqualTo(Digest.sha256(SALT.bytes(), Digest.sha256(signature).bytes()));
        assertThatThrownBy(() -> UseCommitment.ofOfd(NOTE, "Lease", signature))
                .isInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mailto:someone@example.com",
                "yinxin:use/7KQ4-M2XD-9RTA",
                "yinxin:use/7KQ4-M2XD-9RTA;salt=00;file=3;at=12,1205,2300",
                "yinxin:use/7KQ4-M2XD-9RTA;salt=000102030405060708090a0b0c0d0e0f;file=3;at=0,1205,2300",
                "yinxin:use/UUUU-M2XD-9RTA;salt=000102030405060708090a0b0c0d0e0f;file=3;at=12,1205,2300",
                "yinxin:use/7KQ4-M2XD-9RTA;salt=000102030405060708090a0b0c0d0e0f;file=9999999999;at=12,1205,2300",
                "yinxin:use/7KQ4-M2XD-9RTA;salt=000102030405060708090a0b0c0d0e0f;file=3;at=12,1205,2300+",
                "yinxin:use/7KQ4-M2XD-9RTA;salt=000102030405060708090a0b0c0d0e0f;file=3;at=",
                "yinxin:use/7KQ4-M2XD-9RTA;salt=000102030405060708090a0b0c0d0e0f;file=3:ba78;at=12,1205,2300"
            })
    void anythingElseIsNoNote(String text) {
        assertThat(UseNote.parse(text)).isEmpty();
    }

    @Test
    void theCommitmentsAreWhatTheDecisionRecordSays() {
        byte[] file = "abcdef".getBytes(StandardCharsets.UTF_8);
        UseCommitment commitment = UseCommitment.of(NOTE, "Lease 租赁", file, 5);
        String authorised = "yinxin-use-1\n"
                + HexFormat.of()
                        .formatHex(Digest.sha256("abc".getBytes(StandardCharsets.UTF_8))
                                .bytes())
                + "\n12,1205,2300\nLease 租赁";
        assertThat(commitment.authorised())
                .isEqualTo(Digest.sha256(SALT.bytes(), authorised.getBytes(StandardCharsets.UTF_8)));
        assertThat(commitment.sealed())
                .isEqualTo(Digest.sha256(
                        SALT.bytes(), Digest.sha256(Arrays.copyOf(file, 5)).bytes()));
        assertThat(commitment.purpose())
                .isEqualTo(Digest.sha256(SALT.bytes(), "Lease 租赁".getBytes(StandardCharsets.UTF_8)));
    }
}
