package org.yinxin.site;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Who may open which part of the site, and the headers that every answer carries. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "site.spring_session", maxInactiveIntervalInSeconds = 30 * 60)
class SecurityConfiguration {

    private static final String[] PUBLIC = {
        "/",
        "/s/**",
        "/u/**",
        "/check/**",
        "/receipts/**",
        "/records",
        "/pki/**",
        "/help/**",
        "/assets/**",
        "/favicon.ico",
        "/sign-in/**",
        "/sign-up/**",
        "/account-recovery/**",
        "/language",
        "/error",
        "/health/**"
    };

    @Bean
    SecurityFilterChain siteFilterChain(
            HttpSecurity http, ContentSecurityPolicy contentSecurityPolicy, List<SignInCustomizer> waysIn)
            throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(PUBLIC)
                        .permitAll()
                        .requestMatchers("/office/administration/**")
                        .hasRole("ADMINISTRATOR")
                        .requestMatchers("/office/**")
                        .hasAnyRole("OFFICER", "ADMINISTRATOR")
                        .requestMatchers("/court/**")
                        .hasRole("CLERK")
                        .requestMatchers(
                                "/enterprises/**",
                                "/applications/**",
                                "/seals/**",
                                "/stamping/**",
                                "/mandates/**",
                                "/notices/**")
                        .hasRole("CITIZEN")
                        .anyRequest()
                        .authenticated())
                .headers(headers -> headers.addHeaderWriter(contentSecurityPolicy)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                        .crossOriginOpenerPolicy(Customizer.withDefaults())
                        .httpStrictTransportSecurity(hsts ->
                                hsts.maxAgeInSeconds(Duration.ofDays(365).toSeconds())))
                .addFilterBefore(
                        contentSecurityPolicy.nonceFilter(),
                        org.springframework.security.web.header.HeaderWriterFilter.class);
        for (SignInCustomizer way : waysIn) {
            way.customize(http);
        }
        return http.build();
    }

    /** No form has a field in which somebody types the character zero, and PostgreSQL keeps no text with it. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf(0) < 0);
        return firewall;
    }

    @Bean
    CookieSerializer sessionCookie(SiteSettings settings) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("yinxin-session");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(settings.secure());
        return cookie;
    }

    /** Also for error pages, which otherwise would take everybody for signed out. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionsOnEveryDispatch(SessionRepositoryFilter<?> filter) {
        FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return registration;
    }
}
