package org.yinxin.pki.web;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.yinxin.pki.BuiltInTimeStamps;
import org.yinxin.pki.RevocationAnswers;
import org.yinxin.pki.TimeStampSettings;
import org.yinxin.site.RateLimits;

/** Puts what programs ask before everything that pages need. */
@Configuration(proxyBeanMethods = false)
class ProtocolConfiguration {

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    FilterRegistrationBean<OcspFilter> ocspFilter(RevocationAnswers answers, RateLimits limits) {
        return registration(new OcspFilter(answers, limits), OcspFilter.PREFIX);
    }

    @Bean
    FilterRegistrationBean<TimeStampFilter> timeStampFilter(
            BuiltInTimeStamps authority, RateLimits limits, TimeStampSettings settings) {
        return registration(new TimeStampFilter(authority, limits, settings), TimeStampFilter.PREFIX);
    }

    /** Base64 in a path has slashes that clients escape; everywhere else Spring's firewall refuses them as before. */
    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> slashesOfBase64() {
        return tomcat -> tomcat.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    private static <T extends PublicProtocol> FilterRegistrationBean<T> registration(T filter, String prefix) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(prefix + "*");
        registration.setOrder(FIRST);
        return registration;
    }
}
