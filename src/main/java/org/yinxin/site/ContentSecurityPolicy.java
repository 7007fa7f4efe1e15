package org.yinxin.site;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/**
 * The strict policy of every page: nothing from elsewhere, no inline script but with the request's nonce (request
 * attribute {@code cspNonce}), no inline style at all (CSP Level 3).
 */
@Component
class ContentSecurityPolicy implements HeaderWriter {

    private static final String NONCE = "cspNonce";

    private final SecureRandom random = new SecureRandom();

    Filter nonceFilter() {
        return (request, response, chain) -> {
            // An error page is a second dispatch of a request whose header is already written.
            if (request.getAttribute(NONCE) == null) {
                byte[] nonce = new byte[16];
                random.nextBytes(nonce);
                request.setAttribute(NONCE, Base64.getEncoder().encodeToString(nonce));
            }
            chain.doFilter(request, response);
        };
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        String header = "Content-Security-Policy";
        if (!response.containsHeader(header)) {
            response.setHeader(
                    header,
                    "default-src 'self'; script-src 'self' 'nonce-" + request.getAttribute(NONCE)
                            + "'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
                            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        }
    }
}
