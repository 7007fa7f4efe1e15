package org.yinxin.pki.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.pki.BuiltInTimeStamps;
import org.yinxin.pki.TimeStampFamily;
import org.yinxin.pki.TimeStampSettings;
import org.yinxin.pki.tsp.TimeStampResponder;
import org.yinxin.site.RateLimits;
import org.yinxin.site.TooManyRequestsException;

/** The built-in time-stamp authority for everybody, over HTTP (RFC 3161, 3.4). */
final class TimeStampFilter extends PublicProtocol {

    static final String PREFIX = "/pki/tsa/";

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(TimeStampFilter.class);
    private static final String QUERY = "application/timestamp-query";
    private static final String REPLY = "application/timestamp-reply";
    private static final int LONGEST_QUERY = 4096;

    private final transient BuiltInTimeStamps authority;
    private final transient RateLimits limits;
    private final int perMinute;

    TimeStampFilter(BuiltInTimeStamps authority, RateLimits limits, TimeStampSettings settings) {
        this.authority = authority;
        this.limits = limits;
        this.perMinute = settings.rate();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        Optional<TimeStampFamily> family =
                algorithm(rest(request, PREFIX)).map(algorithm -> TimeStampFamily.valueOf(algorithm.name()));
        if (family.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (request.getContentType() == null || !request.getContentType().startsWith(QUERY)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else {
            stamp(family.get(), request, response);
        }
    }

    private void stamp(TimeStampFamily family, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            limits.take("time-stamp", request.getRemoteAddr(), perMinute, Duration.ofMinutes(1));
        } catch (TooManyRequestsException e) {
            response.setHeader("Retry-After", Long.toString(e.retryAfter().toSeconds() + 1));
            response.sendError(429);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        Optional<byte[]> query = body(request, LONGEST_QUERY);
        write(response, REPLY, answer(family, query.orElse(new byte[0])));
    }

    private byte[] answer(TimeStampFamily family, byte[] query) {
        try {
            return authority.answer(family, query);
        } catch (RuntimeException e) {
            LOG.error("A time stamp could not be made", e);
            return TimeStampResponder.outOfOrder();
        }
    }
}
