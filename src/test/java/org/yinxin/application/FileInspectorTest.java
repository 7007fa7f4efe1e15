package org.yinxin.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.yinxin.application.FileCheck.Accepted;
import org.yinxin.application.FileCheck.Reason;
import org.yinxin.application.FileCheck.Refused;

class FileInspectorTest {

    @Test
    void pdfPngAndJpegAreKnownByTheirContent() {
        assertThat(FileInspector.inspect(ApplicationScenes.pdf("Licence"))).isEqualTo(new Accepted(FileType.PDF, 1));
        assertThat(FileInspector.inspect(ApplicationScenes.png())).isEqualTo(new Accepted(FileType.PNG, 1));
        assertThat(FileInspector.inspect(ApplicationScenes.jpeg())).isEqualTo(new Accepted(FileType.JPEG, 1));
    }

    @Test
    void aProgramIsRefusedWhateverItIsCalled() {
        assertThat(FileInspector.inspect(ApplicationScenes.exe())).isEqualTo(new Refused(Reason.WRONG_TYPE));
    }

    @Test
    void aPdfThatOnlyBeginsLikeOneIsBroken() {
        byte[] content = "%PDF-1.7 and then nothing".getBytes(StandardCharsets.US_ASCII);

        assertThat(FileInspector.inspect(content)).isEqualTo(new Refused(Reason.BROKEN));
    }

    @Test
    void aPictureThatIsCutOffInItsHeadIsBroken() {
        byte[] content = Arrays.copyOf(ApplicationScenes.png(), 12);

        assertThat(FileInspector.inspect(content)).isEqualTo(new Refused(Reason.BROKEN));
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        assertThat(FileInspector.inspect(new byte[0])).isEqualTo(new Refused(Reason.EMPTY));
        assertThat(FileInspector.inspect(new byte[FileInspector.LIMIT + 1])).isEqualTo(new Refused(Reason.TOO_LARGE));
    }

    @Test
    void aPdfUnderAPasswordIsRefusedBecauseNobodyCouldReadIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
        }

        assertThat(FileInspector.inspect(out.toByteArray())).isEqualTo(new Refused(Reason.ENCRYPTED));
    }
}
