package org.yinxin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.WalletUtils;
import org.web3j.rlp.RlpDecoder;
import org.web3j.rlp.RlpList;
import org.web3j.rlp.RlpString;
import org.web3j.rlp.RlpType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PrepareNetworkTest {

    private static final Path RECORDED_BLOCK = Path.of("../shared/fixtures/besu-qbft/empty-block.json");

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() {
        new PrepareNetwork(new NetworkFolder(folder, false)).run("seals.example.gov");
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name)).strip();
    }

    private JsonNode genesis() throws IOException {
        return JsonMapper.shared().readTree(read("genesis.json"));
    }

    private List<String> validatorAddresses() throws IOException {
        List<String> addresses = new ArrayList<>();
        for (String name : List.of("market-supervision", "public-security", "data-administration", "court")) {
            addresses.add(
                    Credentials.create(read("secrets/" + name + "/node.key")).getAddress());
        }
        return addresses;
    }

    @Test
    void theFirstBlockHasOsakaRulesAndCostsNothing() throws IOException {
        JsonNode config = genesis().get("config");

        assertThat(config.get("osakaTime").asInt()).isZero();
        assertThat(config.get("zeroBaseFee").asBoolean()).isTrue();
        assertThat(config.get("qbft").get("blockperiodseconds").asInt()).isEqualTo(1);
        assertThat(config.get("chainId").asLong()).isPositive();
        assertThat(genesis().get("alloc").isEmpty())
                .as("nobody starts with money")
                .isTrue();
    }

    @Test
    void theFirstBlockNamesTheFourValidatorsInAscendingOrder() throws IOException {
        RlpList extraData = extraData(genesis().get("extraData").asString());

        assertThat(validators(extraData))
                .containsExactlyElementsOf(
                        validatorAddresses().stream().sorted().toList());
    }

    @Test
    void theFirstBlocksExtraDataHasTheShapeOfBlocksOfARealNetwork() throws IOException {
        assumeThat(RECORDED_BLOCK).as("blocks recorded from a real network").exists();
        JsonNode block =
                JsonMapper.shared().readTree(Files.readString(RECORDED_BLOCK)).get("block");
        JsonNode answer = block.has("result") ? block.get("result") : block;
        RlpList theirs = extraData(answer.get("extraData").asString());
        RlpList ours = extraData(genesis().get("extraData").asString());

        assertThat(ours.getValues()).hasSameSizeAs(theirs.getValues());
        assertThat(validators(theirs)).hasSize(4).isSorted();
        assertThat(genesis().get("mixHash").asString())
                .isEqualTo(answer.get("mixHash").asString());
    }

    @Test
    void onlyTheFourNodesAndTheFivePartiesAccountsAreAllowed() throws Exception {
        String permissions = read("permissions_config.toml");
        List<String> accounts = Pattern.compile("\"(0x[0-9a-f]{40})\"")
                .matcher(permissions)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(accounts).containsExactlyInAnyOrderElementsOf(partyAddresses());
        assertThat(enodes(permissions)).hasSize(4).isEqualTo(enodes(read("static-nodes.json")));
    }

    @Test
    void everyEnodeIsTheValidatorsOwnKey() throws IOException {
        List<String> publicKeys = new ArrayList<>();
        for (String name : List.of("market-supervision", "public-security", "data-administration", "court")) {
            var key = Credentials.create(read("secrets/" + name + "/node.key"))
                    .getEcKeyPair()
                    .getPublicKey();
            publicKeys.add(String.format("%0128x", key));
        }

        assertThat(enodes(read("static-nodes.json")).stream().map(enode -> enode.substring(8, 136)))
                .containsExactlyElementsOf(publicKeys);
    }

    @Test
    void thePortalGetsNoKeyOfTheCourt() throws IOException {
        assertThat(folder.resolve("secrets/portal/accounts/court.json")).doesNotExist();
        assertThat(read("secrets/portal/yinxin.ledger.accounts.court.address")).matches("0x[0-9a-f]{40}");
    }

    @Test
    void thePortalKnowsTheValidatorsOfTheFirstBlock() throws IOException {
        String genesis = read("genesis.json");

        assertThat(read("secrets/portal/yinxin.ledger.validators").split(","))
                .hasSize(4)
                .allSatisfy(validator -> assertThat(genesis).contains(validator.replaceFirst(".*:0x", "")));
    }

    @Test
    void theProxyGetsACertificateForItsHost() throws Exception {
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(read("secrets/proxy/tls.crt").getBytes()));

        assertThat(certificate.getSubjectAlternativeNames())
                .anySatisfy(name -> assertThat(name.get(1)).isEqualTo("seals.example.gov"));
        assertThat(read("secrets/proxy/tls.key")).startsWith("-----BEGIN PRIVATE KEY-----");
    }

    @Test
    void secretsAreForTheirReaderAlone() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("secrets"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("r--------"));
        }
    }

    @Test
    void aSecondRunChangesNothing() throws IOException {
        Map<String, String> before = everything();

        new PrepareNetwork(new NetworkFolder(folder, false)).run("other.example.gov");

        assertThat(everything()).isEqualTo(before);
    }

    private List<String> partyAddresses() throws Exception {
        List<String> addresses = new ArrayList<>();
        for (String name : List.of("market-supervision", "public-security", "data-administration", "platform")) {
            addresses.add(open("secrets/portal/accounts/" + name));
        }
        addresses.add(open("handed-out/court"));
        return addresses;
    }

    private String open(String account) throws Exception {
        return WalletUtils.loadCredentials(
                        read(account + ".password"),
                        folder.resolve(account + ".json").toFile())
                .getAddress();
    }

    private static List<String> enodes(String text) {
        return Pattern.compile("enode://[0-9a-f]{128}@172\\.30\\.7\\.1[1-4]:30303")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static RlpList extraData(String hex) {
        return (RlpList) RlpDecoder.decode(HexFormat.of().parseHex(hex.substring(2)))
                .getValues()
                .getFirst();
    }

    private static List<String> validators(RlpList extraData) {
        List<RlpType> list = ((RlpList) extraData.getValues().get(1)).getValues();
        return list.stream().map(address -> ((RlpString) address).asString()).toList();
    }

    private Map<String, String> everything() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(file.toString(), Files.readString(file));
            }
        }
        return all;
    }
}
