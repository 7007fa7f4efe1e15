package org.yinxin.site;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with bytes that somebody else made: shown or saved, but never run in this site's name. */
public final class UntrustedContent {

    private UntrustedContent() {}

    /** A file to save, under the name its owner gave it. */
    public static ResponseEntity<byte[]> attachment(String name, String mediaType, byte[] content) {
        return answer(
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build(),
                mediaType,
                content);
    }

    /** A picture inside a page. */
    public static ResponseEntity<byte[]> inline(String mediaType, byte[] content) {
        return answer(ContentDisposition.inline().build(), mediaType, content);
    }

    private static ResponseEntity<byte[]> answer(ContentDisposition disposition, String mediaType, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(content);
    }
}
