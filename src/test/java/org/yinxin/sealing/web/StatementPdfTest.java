package org.yinxin.sealing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class StatementPdfTest {

    @Test
    void hashesAreCopiedOutOfThePagesAsTheyAre() throws IOException {
        String hash = "0xff0ffb5ffcff00ff82a2f8b93ce20b7";
        StatementPdf statement = new StatementPdf(
                "Statement",
                "Nothing is missing",
                List.of(new StatementPdf.Fact("Hash", hash)),
                List.of("No."),
                List.of(List.of("1")),
                List.of("A note on the office files"));
        try (PDDocument document = Loader.loadPDF(statement.draw(new byte[] {'{', '}'}, "statement.json", "en"))) {
            assertThat(new PDFTextStripper().getText(document)).contains(hash).contains("office files");
        }
    }
}
