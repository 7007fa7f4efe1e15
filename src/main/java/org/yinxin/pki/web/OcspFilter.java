package org.yinxin.pki.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.pki.KeyAlgorithm;
import org.yinxin.pki.RevocationAnswers;
import org.yinxin.pki.ocsp.OcspAnswers;
import org.yinxin.site.RateLimits;
import org.yinxin.site.TooManyRequestsException;

/** Answers about revocation under the address that stands in certificates, by GET and by POST (RFC 6960, appendix A). */
final class OcspFilter extends PublicProtocol {

    static final String PREFIX = "/pki/ocsp/";

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(OcspFilter.class);
    private static final String RESPONSE = "application/ocsp-response";
    private static final int LONGEST_REQUEST = 4096;
    private static final int PER_MINUTE = 1200;
    /** Long enough to spare a shared cache, short enough for a revocation to be seen. */
    private static final String CACHE = "public, max-age=60, no-transform, must-revalidate";

    private final transient RevocationAnswers answers;
    private final transient RateLimits limits;

    OcspFilter(RevocationAnswers answers, RateLimits limits) {
        this.answers = answers;
        this.limits = limits;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        String[] rest = rest(request, PREFIX).split("/", 2);
        Optional<KeyAlgorithm> algorithm = algorithm(rest[0]);
        boolean get = request.getMethod().equals("GET") && rest.length == 2;
        if (algorithm.isEmpty() || !get && rest.length == 2) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!get && !request.getMethod().equals("POST")) {
            response.setHeader("Allow", "GET, POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            if (get) {
                response.setHeader("Cache-Control", CACHE);
            }
            Optional<byte[]> question = get ? decoded(rest[1]) : body(request, LONGEST_REQUEST);
            write(response, RESPONSE, answer(algorithm.get(), question, request.getRemoteAddr()));
        }
    }

    private byte[] answer(KeyAlgorithm algorithm, Optional<byte[]> question, String caller) {
        try {
            limits.take("ocsp", caller, PER_MINUTE, Duration.ofMinutes(1));
            return question.map(each -> answers.answer(algorithm, each)).orElseGet(OcspAnswers::malformed);
        } catch (TooManyRequestsException e) {
            return OcspAnswers.tryLater();
        } catch (RuntimeException e) {
            LOG.error("A question about revocation could not be answered", e);
            return OcspAnswers.outOfOrder();
        }
    }

    /** Clients differ in what of base64 they escape; a plus sign stays one. */
    private static Optional<byte[]> decoded(String path) {
        if (path.length() > LONGEST_REQUEST) {
            return Optional.empty();
        }
        try {
            String base64 = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.US_ASCII);
            return Optional.of(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
