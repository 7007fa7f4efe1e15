package org.yinxin.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentKindTest {

    @Test
    void aDocumentIsWhatItsFirstBytesSay() {
        assertThat(kind("%PDF-1.7")).contains(DocumentKind.PDF);
        assertThat(kind("\n\n%PDF-1.7")).contains(DocumentKind.PDF);
        assertThat(kind("PK\u0003\u0004…")).contains(DocumentKind.OFD);
    }

    @Test
    void anythingElseIsNeither() {
        assertThat(kind("")).isEmpty();
        assertThat(kind("PK")).isEmpty();
        assertThat(kind("<html>")).isEmpty();
        assertThat(kind(" ".repeat(2_000) + "%PDF-1.7")).isEmpty();
    }

    private static Optional<DocumentKind> kind(String start) {
        return DocumentKind.of(start.getBytes(StandardCharsets.UTF_8));
    }
}
