package org.yinxin.site;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** English and Simplified Chinese, chosen by the reader, at first by the browser's {@code Accept-Language}. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    private static final Pattern BUNDLE = Pattern.compile("([a-z-]+)\\.properties");

    /** Every {@code messages/<feature>.properties} with its {@code _zh_CN} beside it. */
    @Bean
    MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(bundles().toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver(SiteSettings settings) {
        CookieLocaleResolver resolver = new CookieLocaleResolver("yinxin-language") {
            @Override
            protected Locale parseLocaleValue(String value) {
                return Languages.of(value);
            }
        };
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieSecure(settings.secure());
        resolver.setCookieHttpOnly(true);
        resolver.setDefaultLocaleFunction(request -> Languages.best(request.getHeader("Accept-Language")));
        return resolver;
    }

    private static List<String> bundles() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        return Stream.of(files)
                .map(file -> BUNDLE.matcher(String.valueOf(file.getFilename())))
                .filter(Matcher::matches)
                .map(name -> "messages/" + name.group(1))
                .distinct()
                .sorted()
                .toList();
    }
}
