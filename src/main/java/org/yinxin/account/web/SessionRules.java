package org.yinxin.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yinxin.account.AccountSettings;
import org.yinxin.account.SessionTrace;

/**
 * Ends sessions that have lasted too long, however busy, and lets people with a one-time password do nothing before
 * they have chosen another.
 */
@Component
class SessionRules extends OncePerRequestFilter {

    static final String MUST_CHOOSE_PASSWORD = "must-choose-password";
    static final String PASSWORD_PAGE = "/account/password";

    private static final Set<String> OPEN = Set.of(PASSWORD_PAGE, "/sign-out", "/language", "/error", "/favicon.ico");

    private final AccountSettings settings;
    private final Clock clock;

    SessionRules(AccountSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && hasLastedTooLong(session)) {
            session.invalidate();
        } else if (session != null && session.getAttribute(MUST_CHOOSE_PASSWORD) != null && !isOpen(request)) {
            response.sendRedirect(PASSWORD_PAGE);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean hasLastedTooLong(HttpSession session) {
        return session.getAttribute(SessionTrace.ATTRIBUTE) instanceof SessionTrace trace
                && !clock.instant().isBefore(trace.since().plus(settings.sessionLimit()));
    }

    private static boolean isOpen(HttpServletRequest request) {
        String path = request.getRequestURI();
        return OPEN.contains(path) || path.startsWith("/assets/") || path.startsWith("/help/");
    }

    /** Boot would otherwise also run the filter outside the security chain, before sessions are there. */
    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        FilterRegistrationBean<SessionRules> sessionRulesOnlyInSecurityChain(SessionRules rules) {
            FilterRegistrationBean<SessionRules> registration = new FilterRegistrationBean<>(rules);
            registration.setEnabled(false);
            return registration;
        }
    }
}
