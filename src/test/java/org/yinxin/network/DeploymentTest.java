package org.yinxin.network;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;
import org.yinxin.YinxinApplication;
import org.yinxin.ledger.Party;
import org.yinxin.site.SiteSettings;

/** Reads docker-compose.yml, the Dockerfile and what belongs to them as Docker would; nothing is started. */
class DeploymentTest {

    private static final Set<String> VALIDATORS =
            Set.of("market-supervision", "public-security", "data-administration", "court");
    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:\\d+\\.\\d+[A-Za-z0-9._-]*");
    private static final Map<String, Object> COMPOSE = compose();

    @TempDir
    private Path machine;

    static Stream<String> services() {
        return section("services").keySet().stream();
    }

    static Stream<String> longRunning() {
        return services().filter(name -> !name.equals("prepare"));
    }

    @Test
    void thereAreTheFourAuthoritiesValidatorsAndTheThreeServicesOfThePortal() {
        Set<String> expected = new TreeSet<>(VALIDATORS);
        expected.addAll(Set.of("prepare", "postgres", "portal", "proxy"));

        assertThat(section("services").keySet()).isEqualTo(expected);
        assertThat(services().filter(name -> image(name).startsWith("hyperledger/besu:")))
                .containsExactlyInAnyOrderElementsOf(VALIDATORS);
        assertThat(image("postgres")).startsWith("postgres:18.");
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyImageIsOfOneVersion(String name) {
        assertThat(image(name)).matches(PINNED).doesNotContain("latest");
    }

    @Test
    void theDockerfileStartsFromPinnedImagesAndEndsAsAnOrdinaryUser() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("Dockerfile"));

        assertThat(lines.stream().filter(line -> line.startsWith("FROM ")).map(line -> line.split(" ")[1]))
                .hasSize(3)
                .allMatch(PINNED.asMatchPredicate());
        assertThat(lines).contains("USER " + service("portal").get("user"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceHasTheLeastPrivilege(String name) {
        Map<String, Object> service = service(name);

        assertThat(service.get("read_only")).isEqualTo(true);
        assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(service.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        assertThat(service).doesNotContainKeys("privileged", "pid", "devices");
    }

    @ParameterizedTest
    @MethodSource("longRunning")
    void everyServiceThatStaysIsWatchedAndNotRoot(String name) {
        assertThat(service(name)).containsKeys("healthcheck", "restart", "logging");
        assertThat((String) service(name).get("user")).doesNotStartWith("0");
        assertThat(service(name)).doesNotContainKey("cap_add");
    }

    @Test
    void theServicesRunAsTheUsersWhoseSecretsTheyRead() {
        for (Service each : Service.values()) {
            assertThat(service(each.folder()).get("user")).isEqualTo(each.user() + ":" + each.user());
        }
    }

    @Test
    void onlyTheProxyCanBeReachedFromOutside() {
        assertThat(services().filter(name -> service(name).containsKey("ports")))
                .containsExactly("proxy");
        assertThat(map(section("networks").get("data")).get("internal")).isEqualTo(true);
        assertThat(map(section("networks").get("chain")).get("internal")).isEqualTo(true);
        for (String validator : VALIDATORS) {
            assertThat(map(service(validator).get("networks")).keySet()).containsExactly("chain");
        }
        assertThat(service("postgres").get("networks")).isEqualTo(List.of("data"));
    }

    @Test
    void validatorsHaveTheAddressesThatTheirPeersKnow() {
        prepare();
        for (String validator : VALIDATORS) {
            String address = (String)
                    map(map(service(validator).get("networks")).get("chain")).get("ipv4_address");

            assertThat(service(validator).get("command"))
                    .isEqualTo(List.of("--config-file=/etc/besu.toml", "--p2p-host=" + address));
            assertThat(machine.resolve("deployment/static-nodes.json"))
                    .content()
                    .contains("@" + address + ":30303");
        }
    }

    @Test
    void validatorsLetOnlyKnownNodesAndAccountsInAndTakeNoMoney() throws IOException {
        assertThat(Files.readAllLines(Path.of("src/main/docker/besu.toml")))
                .contains(
                        "permissions-nodes-config-file-enabled=true",
                        "permissions-accounts-config-file-enabled=true",
                        "min-gas-price=0",
                        "tx-pool-min-gas-price=0",
                        "rpc-max-logs-range=0",
                        "sync-mode=\"FULL\"")
                .anyMatch(line -> line.startsWith("tx-pool-limit-by-account-percentage="))
                .anyMatch(line -> line.startsWith("tx-pool-max-size="))
                .noneMatch(line -> line.contains("ADMIN") || line.contains("PERM\"") || line.contains("\"*\""));
    }

    @Test
    void theRulesOfTheChainAreNotOverriddenByAPriceThatItDoesNotKnow() throws IOException {
        assertThat(Files.readString(Path.of("src/main/docker/besu.toml"))).doesNotContain("tx-pool-price-bump");
    }

    @Test
    void noSecretStandsInTheFile() {
        services()
                .forEach(name -> environment(name).forEach((variable, value) -> {
                    if (variable.matches(".*(PASSWORD|KEY|SECRET|TOKEN)$")) {
                        assertThat(value).as(variable).matches("\\$\\{[A-Z_]+\\}|/run/.*");
                    }
                }));
        assertThat(section("secrets").values())
                .allSatisfy(secret -> assertThat(map(secret)).containsOnlyKeys("file"));
    }

    @Test
    void everySecretIsMadeByThePreparationAndReadByOneService() {
        prepare();
        Map<String, String> readers = new HashMap<>();
        services()
                .forEach(name -> secrets(name)
                        .forEach(secret -> assertThat(readers.put(secret.get("source"), name))
                                .isNull()));

        assertThat(readers.keySet()).isEqualTo(section("secrets").keySet());
        section("secrets")
                .values()
                .forEach(secret -> assertThat(
                                machine.resolve((String) map(secret).get("file"))
                                        .normalize())
                        .isNotEmptyFile());
    }

    @Test
    void filesThatServicesMountExistOrAreMadeByThePreparation() {
        prepare();
        services()
                .flatMap(name -> volumes(name).stream())
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> Path.of(volume.split(":")[0]).normalize())
                .forEach(path -> assertThat(Files.exists(path) || Files.exists(machine.resolve(path)))
                        .as(path.toString())
                        .isTrue());
    }

    @Test
    void thePortalStartsWithTheSettingsItIsGiven() {
        prepare();
        Map<String, Object> variables = environmentOnThisMachine();
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));

        try (var portal = new SpringApplicationBuilder(Settings.class)
                .environment(environment)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run()) {
            assertThat(portal.getBean(SiteSettings.class).addressOf("/check"))
                    .isEqualTo("https://seals.example.gov/check");
            assertThat(portal.getEnvironment().getProperty("yinxin.pki.master-key"))
                    .hasSizeGreaterThan(40);
            assertThat(portal.getEnvironment().getProperty("yinxin.ledger.accounts.court.address"))
                    .startsWith("0x");
            assertThat(portal.getEnvironment().getProperty("yinxin.ledger.validators", String[].class))
                    .hasSize(4)
                    .allMatch(validator -> validator.matches("[a-z-]+:0x[0-9a-f]{40}"));
        }
    }

    @Test
    void thePortalKnowsEveryNodeAndHasAnAccountForEveryParty() {
        Map<String, String> environment = environment("portal");
        Set<String> nodes = environment.entrySet().stream()
                .filter(entry -> entry.getKey().matches("YINXIN_LEDGER_NODES_\\d_NAME"))
                .map(Map.Entry::getValue)
                .collect(toCollection(TreeSet::new));

        assertThat(nodes).isEqualTo(new TreeSet<>(VALIDATORS));
        for (Party party : Party.values()) {
            if (party != Party.COURT) {
                String name = "YINXIN_LEDGER_ACCOUNTS_" + party.name().replace("_", "");
                assertThat(environment).containsKeys(name + "_KEYSTORE", name + "_PASSWORDFILE");
            }
        }
    }

    @Test
    void theProxyServesOnlyModernTlsAndHidesWhatIsForTheContainersAlone() throws IOException {
        assertThat(Files.readString(Path.of("src/main/docker/nginx.conf")))
                .contains("ssl_protocols TLSv1.2 TLSv1.3;", "location /health {", "X-Forwarded-For $remote_addr;");
    }

    /** Only the settings of all modules, without the portal's parts that would need a database and a chain. */
    @EnableConfigurationProperties
    @ConfigurationPropertiesScan(basePackageClasses = YinxinApplication.class)
    static class Settings {}

    private void prepare() {
        new PrepareNetwork(new NetworkFolder(machine.resolve("deployment"), false)).run("seals.example.gov");
    }

    /** The portal's environment with its secrets where Docker would mount them, below this test's folder. */
    private Map<String, Object> environmentOnThisMachine() {
        secrets("portal").forEach(secret -> {
            String target = secret.get("target");
            Path mount = machine.resolve(target.startsWith("/") ? target.substring(1) : "run/secrets/" + target);
            Path file = machine.resolve(
                    (String) map(section("secrets").get(secret.get("source"))).get("file"));
            try {
                Files.createDirectories(mount.getParent());
                Files.copy(file, mount);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        Map<String, Object> variables = new LinkedHashMap<>();
        environment("portal").forEach((name, value) -> variables.put(name, value.replace("/run/", machine + "/run/")));
        return variables;
    }

    private static Map<String, String> environment(String service) {
        Map<String, String> variables = new LinkedHashMap<>();
        map(service(service).getOrDefault("environment", Map.of()))
                .forEach((name, value) -> variables.put(
                        name,
                        value.toString()
                                .replaceAll("(?<!\\$)\\$\\{YINXIN_HOST[^}]*\\}", "seals.example.gov")
                                .replaceAll("(?<!\\$)\\$\\{[A-Z_]+:-([^}]*)\\}", "$1")
                                .replace("$$", "$")));
        return variables;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> secrets(String service) {
        return (List<Map<String, String>>) service(service).getOrDefault("secrets", List.of());
    }

    @SuppressWarnings("unchecked")
    private static List<String> volumes(String service) {
        return (List<String>) service(service).getOrDefault("volumes", List.of());
    }

    private static String image(String service) {
        return (String) service(service).get("image");
    }

    private static Map<String, Object> service(String name) {
        return map(section("services").get(name));
    }

    private static Map<String, Object> section(String name) {
        return map(COMPOSE.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static Map<String, Object> compose() {
        try {
            return new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
