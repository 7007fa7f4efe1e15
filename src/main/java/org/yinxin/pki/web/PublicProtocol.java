package org.yinxin.pki.web;

import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.yinxin.pki.KeyAlgorithm;

/**
 * A protocol of binary questions and answers for programs. It stands before sessions and the pages' security: a question
 * has neither, may hold what that takes for an attack (slashes of base64), and must not cost a session.
 */
abstract class PublicProtocol extends HttpFilter {

    private static final long serialVersionUID = 1;

    /** Which family's address was called, by the part of the path after the prefix. */
    static Optional<KeyAlgorithm> algorithm(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "sm2" -> Optional.of(KeyAlgorithm.SM2);
            case "p256" -> Optional.of(KeyAlgorithm.P256);
            default -> Optional.empty();
        };
    }

    /** The undecoded path after the prefix. */
    static String rest(HttpServletRequest request, String prefix) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith(prefix) ? path.substring(prefix.length()) : "";
    }

    /** Empty when there is more than that. */
    static Optional<byte[]> body(HttpServletRequest request, int atMost) throws IOException {
        byte[] body = request.getInputStream().readNBytes(atMost + 1);
        return body.length > atMost ? Optional.empty() : Optional.of(body);
    }

    static void write(HttpServletResponse response, String type, byte[] content) throws IOException {
        response.setContentType(type);
        response.setContentLength(content.length);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(content);
    }
}
