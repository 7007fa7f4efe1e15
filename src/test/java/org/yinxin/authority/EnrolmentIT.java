package org.yinxin.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountFixtures;
import org.yinxin.account.AccountFixtures.Somebody;
import org.yinxin.account.Visitor;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.ledger.authority.HolderCheck;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.pki.OpenSsl;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.site.SiteSettings;
import tools.jackson.databind.json.JsonMapper;

class EnrolmentIT extends IntegrationTest {

    private static final String ORIGIN = "http://localhost:8080";
    private static final String NEW = "/account/keys/new";
    private static final String MACHINE = "/account/keys/machine";
    private static final String CONFIRMATION = "/account/confirmation";

    @LocalServerPort
    private int port;

    @Autowired
    private MockMvc site;

    @Autowired
    private AccountFixtures people;

    @Autowired
    private AuthorityKeys keys;

    @Autowired
    private KeyBook book;

    @Autowired
    private JdbcClient jdbc;

    private Somebody citizen;
    private Visitor visitor;

    @BeforeEach
    void somebodySignsIn() {
        jdbc.sql("delete from account.attempt_limit where subject like 'address:%'")
                .update();
        citizen = people.citizen();
        visitor = new Visitor(port).signIn(citizen);
    }

    @Test
    void aPasskeyIsEnrolledAndSignsIn() {
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN);
        enrol(device);
        assertThat(visitor.path()).isEqualTo("/account/keys");
        KeyView key = keys.of(citizen.principal().personId()).getFirst();
        assertThat(key.method()).isEqualTo(KeyMethod.PASSKEY);
        assertThat(key.label()).isEqualTo("Chrome, Linux");
        assertThat(key.key()).isEqualTo(device.key.key());
        Digest act = Digest.random();
        assertThat(keys.accepts(key, act, device.key.sign(act))).isTrue();

        Visitor guest = new Visitor(port);
        guest.open("/sign-in");
        String before = guest.sessionCookie();
        signIn(guest, device, signInOptions(guest));
        assertThat(guest.path()).isEqualTo("/applications");
        assertThat(guest.sessionCookie()).isNotEqualTo(before);
        assertThat(guest.open("/account/history").main()).contains("Signed in with a passkey", "Key added");
    }

    @Test
    void anAnswerOpensTheDoorOnce() {
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN);
        enrol(device);
        Visitor guest = new Visitor(port);
        String options = signInOptions(guest);
        signIn(guest, device, options);
        assertThat(guest.path()).isEqualTo("/applications");

        Visitor thief = new Visitor(port);
        signInOptions(thief);
        signIn(thief, device, options);
        assertThat(thief.status()).isEqualTo(400);
        assertThat(thief.errors()).contains("This passkey opens no account here");
        Visitor unasked = new Visitor(port);
        unasked.open("/sign-in");
        signIn(unasked, device, options);
        assertThat(unasked.errors()).contains("This passkey opens no account here");
    }

    @Test
    void anOfficersPasskeySignsInAndARemovedOrUnverifiedOneDoesNot() {
        Somebody officer = people.officer(Bureau.PUBLIC_SECURITY);
        visitor = new Visitor(port).signIn(officer);
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN);
        assertThat(visitor.open("/account/keys").main()).contains("You have no passkeys yet");
        enrol(device);
        assertThat(visitor.open(MACHINE).status()).isEqualTo(404);
        assertThat(visitor.open(NEW).page().select("button[value=BROWSER]")).isEmpty();
        visitor.open(NEW).post("/account/keys/browser-challenge");
        assertThat(visitor.status()).isEqualTo(404);

        Visitor guest = new Visitor(port);
        signIn(guest, device.withFlags(SoftAuthenticator.PRESENT), signInOptions(guest));
        assertThat(guest.errors()).contains("This passkey opens no account here");
        device.withFlags(SoftAuthenticator.PRESENT | SoftAuthenticator.VERIFIED);
        signIn(guest, device, signInOptions(guest));
        assertThat(guest.path()).isEqualTo("/office/reviews");

        UUID id = keys.of(officer.principal().personId()).getFirst().id();
        visitor.open("/account/keys/" + id + "/removal").post("/account/keys/" + id + "/removal");
        assertThat(keys.of(officer.principal().personId())).isEmpty();
        assertThat(keys.find(id)).isEmpty();
        Visitor late = new Visitor(port);
        signIn(late, device, signInOptions(late));
        assertThat(late.errors()).contains("This passkey opens no account here");
    }

    @Test
    void aSuspendedPersonIsTurnedAwayWithAPasskeyToo() {
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN);
        enrol(device);
        jdbc.sql("update account.person set status = 'SUSPENDED' where id = ?")
                .param(citizen.principal().personId())
                .update();
        Visitor guest = new Visitor(port);
        signIn(guest, device, signInOptions(guest));
        assertThat(guest.errors()).contains("This account is suspended");
    }

    @Test
    void passkeysAreAskedForAsTheContractChecksThem() {
        var options = JsonMapper.builder().build().readTree(options("/account/keys/passkey-options"));

        assertThat(options.path("pubKeyCredParams").size()).isEqualTo(1);
        assertThat(options.path("pubKeyCredParams").path(0).path("alg").intValue())
                .isEqualTo(-7);
        assertThat(options.path("attestation").stringValue()).isEqualTo("none");
        assertThat(options.path("authenticatorSelection")
                        .path("userVerification")
                        .stringValue())
                .isEqualTo("required");
        assertThat(options.path("authenticatorSelection").has("authenticatorAttachment"))
                .isFalse();
        assertThat(options.path("rp").path("id").stringValue()).isEqualTo("localhost");
        byte[] handle =
                Base64.getUrlDecoder().decode(options.path("user").path("id").stringValue());
        assertThat(handle).hasSize(64);
        enrol(new SoftAuthenticator(ORIGIN));
        var again = JsonMapper.builder().build().readTree(options("/account/keys/passkey-options"));
        assertThat(again.path("excludeCredentials").size()).isEqualTo(1);
        assertThat(again.path("user").path("id")).isEqualTo(options.path("user").path("id"));
    }

    @Test
    void aPasskeyThatDoesNotFitIsRefusedInWords() throws Exception {
        refuse(new SoftAuthenticator("https://evil.example"), "made for another address");
        refuse(new SoftAuthenticator(ORIGIN).withFlags(SoftAuthenticator.PRESENT), "did not check that it was you");
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        refuse(
                new SoftAuthenticator(ORIGIN).withCoseKey(SoftAuthenticator.rs256((RSAPublicKey)
                        rsa.generateKeyPair().getPublic())),
                "Only keys on the curve P-256");
        refuse(
                new SoftAuthenticator(ORIGIN).withCoseKey(SoftAuthenticator.es384((ECPublicKey)
                        ec("secp384r1").getPublic())),
                "Only keys on the curve P-256");
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN);
        enrol(device);
        refuse(device, "has been added already");
        assertThat(keys.of(citizen.principal().personId())).hasSize(1);
    }

    @Test
    void anAnswerToAnotherChallengeOrSessionEnrolsNothing() {
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN);
        String options = options("/account/keys/passkey-options");
        String answer = device.create(options);
        options("/account/keys/passkey-options");
        post("PASSKEY", answer);
        assertThat(visitor.errors()).contains("begun in another window");
        visitor.open(NEW);
        post("PASSKEY", answer);
        assertThat(visitor.errors()).as("used").contains("begun in another window");

        visitor = new Visitor(port).signIn(people.citizen());
        options("/account/keys/passkey-options");
        post("PASSKEY", answer);
        assertThat(visitor.status()).isEqualTo(400);
        assertThat(visitor.errors()).contains("begun in another window");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[1]", "{\"id\":1}", "{\"id\":\"a\",\"rawId\":\"a\",\"response\":{}}"})
    void whatIsNoAnswerIsRefusedInWords(String answer) {
        options("/account/keys/passkey-options");
        post("PASSKEY", answer);
        assertThat(visitor.status()).isEqualTo(400);
        assertThat(visitor.errors()).contains("not a key that can be added here");
        options("/account/keys/browser-challenge");
        post("BROWSER", answer);
        assertThat(visitor.status()).isEqualTo(400);
        assertThat(visitor.errors()).isNotEmpty();
    }

    @Test
    void aBrowsersKeyProvesItselfOnceAndInItsOwnSession() throws Exception {
        SoftKey key = SoftKey.es256();
        String challenge = options("/account/keys/browser-challenge");
        String answer = browserAnswer(key, challenge);
        post("BROWSER", browserAnswer(key, challenge.replace("statement\":\"", "statement\":\"x")));
        assertThat(visitor.errors()).contains("not a key that can be added here");
        visitor.open(NEW);
        post("BROWSER", answer);
        assertThat(visitor.errors()).as("given away").contains("begun in another window");

        post("BROWSER", browserAnswer(key, options("/account/keys/browser-challenge")));
        assertThat(visitor.path()).isEqualTo("/account/keys");
        KeyView enrolled = keys.of(citizen.principal().personId()).getFirst();
        assertThat(enrolled.key()).isEqualTo(key.key());
        Digest act = Digest.random();
        assertThat(keys.signature(enrolled, act, KeyFixtures.field(key, act))).isNotNull();
        assertThatThrownBy(() -> keys.signature(enrolled, Digest.random(), KeyFixtures.field(key, act)))
                .isInstanceOf(SignatureRefusedException.class);

        visitor = new Visitor(port).signIn(people.citizen());
        post("BROWSER", browserAnswer(key, options("/account/keys/browser-challenge")));
        assertThat(visitor.errors()).contains("has been added already");
    }

    @Test
    void whoeverEnrolsComesBackToOurPagesOnly() throws Exception {
        post("BROWSER", browserAnswer(SoftKey.es256(), options("/account/keys/browser-challenge")), "/account/history");
        assertThat(visitor.path()).isEqualTo("/account/history");
        assertThat(visitor.main()).contains("is added");
        post("BROWSER", browserAnswer(SoftKey.es256(), options("/account/keys/browser-challenge")), "//evil.example/");
        assertThat(visitor.path()).isEqualTo("/account/keys");
    }

    @Test
    void aMachinesKeyIsTakenWithASignatureOverTheLineShown(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(OpenSsl.isInstalled(), "openssl is not installed");
        visitor.open(MACHINE);
        String proof = shell(
                folder,
                visitor.page().select("pre").eachText().getFirst(),
                visitor.page().select("#sign ~ pre").text());
        String pem = java.nio.file.Files.readString(folder.resolve("machine.pub"));
        visitor.post(MACHINE, "label", "", "publicKey", pem, "proof", proof);
        assertThat(visitor.errors()).contains("Enter a name for the key");
        visitor.post(MACHINE, "label", "Web shop", "publicKey", "", "proof", proof);
        assertThat(visitor.errors()).contains("Enter the machine’s public key");
        visitor.post(MACHINE, "label", "Web shop", "publicKey", pem, "proof", "no signature");
        assertThat(visitor.errors()).contains("no signature in base64");
        visitor.post(MACHINE, "label", "Web shop", "publicKey", pem, "proof", foreign(pem));
        assertThat(visitor.errors()).contains("not by this key over the line above");
        visitor.post(MACHINE, "label", "Web shop", "publicKey", pem, "proof", proof);
        assertThat(visitor.path()).isEqualTo("/account/keys");
        assertThat(visitor.main()).contains("Web shop", "Key of a machine");
        visitor.open(MACHINE).post(MACHINE, "label", "Again", "publicKey", pem, "proof", proof);
        assertThat(visitor.errors()).as("another line by now").contains("not by this key over the line above");
    }

    @Test
    void otherPeoplesKeysAreNotFound() {
        KeyView foreign = enrolled().enrol(people.citizen().principal().personId(), SoftKey.es256());
        for (String page : List.of("/label", "/removal")) {
            assertThat(visitor.open("/account/keys/" + foreign.id() + page).status())
                    .isEqualTo(404);
        }
        visitor.open("/account/keys").post("/account/keys/" + foreign.id() + "/removal");
        assertThat(visitor.status()).isEqualTo(404);
        visitor.open("/account/keys").post("/account/keys/" + foreign.id() + "/demonstration");
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(keys.find(foreign.id())).isPresent();
    }

    @Test
    void nobodyHoldsMoreKeysThanAnybodyNeedsOrUnnamedOnes() {
        UUID person = citizen.principal().personId();
        KeyView one = enrolled().enrol(person, SoftKey.es256());
        String rename = "/account/keys/" + one.id() + "/label";
        visitor.open(rename).post(rename, "label", " \t ");
        assertThat(visitor.errors()).contains("Enter a name for the key");
        visitor.post(rename, "label", "x".repeat(61));
        assertThat(visitor.errors()).contains("at most 60");
        visitor.post(rename, "label", "Office");
        assertThat(visitor.main()).contains("Office");
        for (int i = 1; i < KeyBook.MOST; i++) {
            enrolled().enrol(person, SoftKey.es256());
        }
        AuthorityKey tooMany = SoftKey.es256().key();
        assertThatThrownBy(() -> book.enter(UUID.randomUUID(), person, "test", KeyMethod.BROWSER, tooMany))
                .isInstanceOfSatisfying(
                        KeyRefusedException.class, e -> assertThat(e.refusal()).isEqualTo(KeyRefusal.TOO_MANY));
    }

    @Test
    void aDemonstrationsKeyIsDrawnOnceAndSignsForItsOwner(@TempDir Path folder) {
        UUID person = citizen.principal().personId();
        DemoKeys demo = demo(folder, true);
        KeyView key = demo.seed(person, "演示密钥");
        Digest act = Digest.random();

        assertThat(demo.seed(person, "演示密钥")).isEqualTo(book.find(key.id()).orElseThrow());
        assertThat(HolderCheck.verify(key.key(), act, demo.sign(key, act))).isTrue();
        assertThat(HolderCheck.verify(key.key(), act, SignatureField.parse(demo.field(key, act))))
                .isTrue();
        assertThat(demo.keyPair(key)).containsKeys("kty", "crv", "x", "y", "d");
        assertThat(demo(folder, true).holds(key)).as("after a restart").isTrue();
        assertThat(demo(folder, false).holds(key)).as("without demo data").isFalse();
        assertThatThrownBy(() -> demo(folder, false).keyPair(key)).isInstanceOf(IllegalStateException.class);
        KeyView other = enrolled().enrol(person, SoftKey.es256());
        assertThat(demo.holds(other)).isFalse();
        assertThatThrownBy(() -> demo.keyPair(other)).isInstanceOf(IllegalArgumentException.class);
        visitor.open("/account/keys").post("/account/keys/" + key.id() + "/demonstration");
        assertThat(visitor.status()).as("this portal has no demo data").isEqualTo(404);
    }

    @Test
    void whoAsksTooOftenWaits() {
        for (int i = 0; i < 30; i++) {
            options("/account/keys/browser-challenge");
        }
        visitor.open(NEW).post("/account/keys/browser-challenge");
        assertThat(visitor.status()).isEqualTo(429);
    }

    @Test
    void anOpenSessionAloneAddsAndRemovesNoKey() throws Exception {
        KeyView one = enrolled().enrol(citizen.principal().personId(), SoftKey.es256());
        String removal = "/account/keys/" + one.id() + "/removal";
        String challenge = options("/account/keys/browser-challenge");
        visitor.open("/account/history");
        confirmationLapses();

        for (String page : List.of(NEW, MACHINE, removal)) {
            assertThat(visitor.open(page).path()).isEqualTo(CONFIRMATION);
        }
        visitor.post(removal);
        assertThat(visitor.path()).isEqualTo(CONFIRMATION);
        post("BROWSER", browserAnswer(SoftKey.es256(), challenge));
        assertThat(visitor.path()).isEqualTo(CONFIRMATION);
        for (String asking : List.of("/passkey-options", "/browser-challenge")) {
            visitor.open("/account/keys").post("/account/keys" + asking);
            assertThat(visitor.path()).as("no challenge either").isEqualTo(CONFIRMATION);
        }
        assertThat(keys.of(citizen.principal().personId())).containsExactly(one);
    }

    @Test
    void aScriptIsToldInItsOwnFormThatThePasswordIsAskedFor() throws Exception {
        for (String asking : List.of("/passkey-options", "/browser-challenge")) {
            site.perform(MockMvcRequestBuilders.post("/account/keys" + asking)
                            .with(user(citizen.principal()))
                            .with(csrf())
                            .accept(MediaType.APPLICATION_JSON))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("not-confirmed"))
                    .andExpect(jsonPath("$.challenge").doesNotExist());
        }
    }

    @Test
    void thePasswordConfirmsForSomeMinutesAndLeadsBackAndNothingTypedIsLost() {
        visitor.open(MACHINE);
        confirmationLapses();
        visitor.post(MACHINE, "label", "Web shop", "publicKey", "half a key", "proof", "");
        assertThat(visitor.path()).isEqualTo(CONFIRMATION);
        String back = visitor.page().select("input[name=back]").attr("value");
        assertThat(back).isEqualTo(MACHINE);

        visitor.post(CONFIRMATION, "password", "not the password", "back", back);
        assertThat(visitor.status()).isEqualTo(400);
        assertThat(visitor.errors()).contains("This is not your present password");
        assertThat(visitor.open(MACHINE).path()).isEqualTo(CONFIRMATION);

        visitor.post(CONFIRMATION, "password", AccountFixtures.PASSWORD, "back", back);
        assertThat(visitor.path()).isEqualTo(MACHINE);
        assertThat(visitor.page().select("[name=publicKey]").text()).isEqualTo("half a key");
        assertThat(visitor.open(NEW).path()).isEqualTo(NEW);
        visitor.open(CONFIRMATION).post(CONFIRMATION, "password", AccountFixtures.PASSWORD, "back", "//evil.example/");
        assertThat(visitor.path()).isEqualTo("/account");
    }

    @Test
    void onesOwnPasskeyConfirmsAndAnothersDoesNot() {
        SoftAuthenticator device = new SoftAuthenticator(ORIGIN);
        enrol(device);
        SoftAuthenticator anothers = new SoftAuthenticator(ORIGIN);
        Visitor own = visitor;
        visitor = new Visitor(port).signIn(people.citizen());
        enrol(anothers);
        visitor = own;
        visitor.open("/account");
        confirmationLapses();

        String used = confirmationOptions();
        visitor.post(CONFIRMATION + "/passkey", "answer", anothers.get(used), "back", NEW);
        assertThat(visitor.main()).contains("not a passkey of this account");
        visitor.post(CONFIRMATION + "/passkey", "answer", device.get(used), "back", NEW);
        assertThat(visitor.main()).as("given away").contains("not a passkey of this account");
        assertThat(visitor.open(NEW).path()).isEqualTo(CONFIRMATION);

        visitor.post(CONFIRMATION + "/passkey", "answer", device.get(confirmationOptions()), "back", NEW);
        assertThat(visitor.path()).isEqualTo(NEW);
    }

    private String confirmationOptions() {
        String json = visitor.open(CONFIRMATION)
                .post(CONFIRMATION + "/passkey-options")
                .page()
                .body()
                .text();
        visitor.open(CONFIRMATION);
        return json;
    }

    private void confirmationLapses() {
        jdbc.sql("delete from site.spring_session_attributes where attribute_name = 'confirmation'")
                .update();
    }

    private EnrolledKeys enrolled() {
        return new EnrolledKeys(jdbc);
    }

    private DemoKeys demo(Path folder, boolean demoData) {
        return new DemoKeys(
                book,
                new SiteSettings(ORIGIN, demoData),
                new MockEnvironment().withProperty("yinxin.embedded.folder", folder.toString()));
    }

    private void enrol(SoftAuthenticator device) {
        post("PASSKEY", device.create(options("/account/keys/passkey-options")));
        assertThat(visitor.errors()).isEmpty();
    }

    private void refuse(SoftAuthenticator device, String words) {
        post("PASSKEY", device.create(options("/account/keys/passkey-options")));
        assertThat(visitor.status()).isEqualTo(400);
        assertThat(visitor.errors()).contains(words);
    }

    /** What the page's script is told before it makes a key; the form is open again afterwards. */
    private String options(String address) {
        String json = visitor.open(NEW).post(address).page().body().text();
        assertThat(visitor.status()).isEqualTo(200);
        visitor.open(NEW);
        return json;
    }

    private void post(String method, String answer) {
        post(method, answer, "/account/keys");
    }

    private void post(String method, String answer, String back) {
        visitor.post(NEW, "method", method, "label", "", "answer", answer, "back", back);
    }

    private static String signInOptions(Visitor guest) {
        String json = guest.open("/sign-in")
                .post("/sign-in/passkey/options")
                .page()
                .body()
                .text();
        guest.open("/sign-in");
        return json;
    }

    private static void signIn(Visitor guest, SoftAuthenticator device, String options) {
        guest.post("/sign-in/passkey", "answer", device.get(options));
    }

    private static String browserAnswer(SoftKey key, String challenge) throws Exception {
        String statement = JsonMapper.builder()
                .build()
                .readTree(challenge)
                .path("statement")
                .stringValue();
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key.pair().getPrivate());
        signature.update(statement.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return "{\"key\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\""
                + text(key.key().x()) + "\",\"y\":\""
                + text(key.key().y()) + "\"},\"signature\":\""
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign()) + "\"}";
    }

    private static String text(Digest coordinate) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(coordinate.bytes());
    }

    private static KeyPair ec(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    /** A right signature by a key that has nothing to do with the public one. */
    private static String foreign(String pem) throws Exception {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(ec("secp256r1").getPrivate());
        signature.update(pem.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private static String shell(Path folder, String... commands) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", String.join("\n", commands))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed;
    }
}
