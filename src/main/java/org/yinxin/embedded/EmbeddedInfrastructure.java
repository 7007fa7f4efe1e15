package org.yinxin.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Starts the database and the chain before the application under the profile {@code embedded}, hands it their
 * addresses, and stops them after it.
 */
public final class EmbeddedInfrastructure implements EnvironmentPostProcessor {

    private static final Map<Path, Map<String, Object>> RUNNING = new ConcurrentHashMap<>();

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("embedded"))) {
            return;
        }
        Path folder = Path.of(environment.getProperty("yinxin.embedded.folder", ".yinxin"))
                .toAbsolutePath()
                .normalize();
        Map<String, Object> properties = RUNNING.computeIfAbsent(folder, EmbeddedInfrastructure::start);
        environment.getPropertySources().addFirst(new MapPropertySource("embedded infrastructure", properties));
    }

    private static Map<String, Object> start(Path path) {
        EmbeddedFolder folder = EmbeddedFolder.open(path);
        EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("postgresql"));
        EmbeddedChain chain = EmbeddedChain.start(folder.resolve("chain"), 0);
        SpringApplication.getShutdownHandlers().add(() -> {
            chain.close();
            database.close();
            folder.close();
        });
        Map<String, Object> properties =
                new HashMap<>(EmbeddedSecrets.readOrDraw(folder.resolve("secrets.properties")));
        properties.put("yinxin.embedded.chain-url", chain.url());
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", EmbeddedDatabase.APPLICATION);
        properties.put("spring.datasource.password", "");
        properties.put("spring.flyway.url", database.url());
        properties.put("spring.flyway.user", EmbeddedDatabase.OWNER);
        properties.put("spring.flyway.password", "");
        return properties;
    }
}
