package org.yinxin.guards;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.yinxin.YinxinApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadmeTest {

    private static final Path METADATA = Path.of("target/classes/META-INF/spring-configuration-metadata.json");
    private static final Pattern PLACEHOLDER = Pattern.compile("([a-z-]+): \\$\\{(YINXIN_[A-Z_]+):");
    private static final Pattern VARIABLE = Pattern.compile("YINXIN_[A-Z0-9_]*[A-Z0-9]");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    private static String readme() {
        return Sources.text(Path.of("README.md"));
    }

    @Test
    void everySettingIsInTheTable() {
        assertThat(settings().entrySet())
                .allSatisfy(setting -> assertThat(readme().lines()
                                .filter(line -> line.startsWith("|"))
                                .filter(line -> line.contains("`" + setting.getKey())))
                        .as(setting.getKey())
                        .hasSize(1)
                        .allMatch(row -> setting.getValue().isEmpty() || row.contains("`" + setting.getValue() + "`")));
    }

    @Test
    void nothingIsInTheTableThatIsNoSetting() {
        Set<String> known = new TreeSet<>(settings().keySet());
        known.addAll(variablesIn(Path.of("src/main/resources/application.yaml")));
        known.addAll(variablesIn(Path.of("docker-compose.yml")));

        assertThat(variablesIn(Path.of("README.md")))
                .allMatch(variable -> known.stream().anyMatch(variable::startsWith));
    }

    @Test
    void everyModuleIsInTheTable() {
        assertThat(ApplicationModules.of(YinxinApplication.class).stream())
                .allSatisfy(module -> assertThat(readme())
                        .contains("| `" + module.getBasePackage().getLocalName() + "` |"));
    }

    @Test
    void linksLeadSomewhere() {
        assertThat(LINK.matcher(readme()).results().map(link -> Path.of(link.group(1))))
                .allMatch(Files::exists);
    }

    @Test
    void everyDecisionIsInTheIndex() throws IOException {
        String index = Sources.text(Path.of("src/docs/adr/README.md"));
        try (Stream<Path> decisions = Files.list(Path.of("src/docs/adr"))) {
            assertThat(decisions
                            .map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("README.md") && !index.contains("(" + name + ")")))
                    .as("decisions that src/docs/adr/README.md lacks")
                    .isEmpty();
        }
    }

    /** Variable and default of every setting of ours. */
    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        for (JsonNode property :
                JsonMapper.shared().readTree(Sources.text(METADATA)).get("properties")) {
            String name = property.get("name").asString();
            if (name.startsWith("yinxin.")
                    && !name.matches("yinxin\\.ledger\\.accounts\\..*\\.(password.*|signer|address)")) {
                settings.put(variable(name), defaultOf(property));
            }
        }
        settings.remove("YINXIN_LEDGER_ACCOUNTS_COURT_KEYSTORE");
        settings.put("YINXIN_LEDGER_ACCOUNTS_COURT_ADDRESS", "");
        return settings;
    }

    private static String defaultOf(JsonNode property) {
        return property.has("defaultValue") ? property.get("defaultValue").asString() : "";
    }

    private static String variable(String property) {
        String last = property.substring(property.lastIndexOf('.') + 1);
        Matcher placeholder = PLACEHOLDER.matcher(Sources.text(Path.of("src/main/resources/application.yaml")));
        while (placeholder.find()) {
            if (placeholder.group(1).equals(last)) {
                return placeholder.group(2);
            }
        }
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static Set<String> variablesIn(Path file) {
        return VARIABLE.matcher(Sources.text(file))
                .results()
                .map(found -> found.group())
                .collect(toCollection(TreeSet::new));
    }
}
