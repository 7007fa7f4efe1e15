package org.yinxin.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Outside the embedded profile nothing has a default that opens anything: whatever {@code required-settings.properties}
 * names must come from the environment, or the start stops with a list of what to set.
 */
final class RequiredSettings implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.acceptsProfiles(Profiles.of("embedded"))) {
            return;
        }
        Properties required = required();
        var missing = required.stringPropertyNames().stream()
                .filter(property -> environment.getProperty(property, "").isBlank())
                .map(property -> required.getProperty(property) + " (" + property + ")")
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new MissingSettingsException(missing);
        }
    }

    private static Properties required() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource("required-settings.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
