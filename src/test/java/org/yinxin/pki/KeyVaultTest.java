package org.yinxin.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyVaultTest {

    private static final String ONE = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER =
            Base64.getEncoder().encodeToString("fedcba9876543210fedcba9876543210".getBytes());
    private static final byte[] DATA = {1, 2, 3};

    @ParameterizedTest
    @EnumSource
    void aKeyDrawnUnderTheMasterKeySigns(KeyAlgorithm algorithm) throws Exception {
        KeyVault vault = PkiFixtures.vault(ONE, (String) null);
        KeptKey key = vault.draw(algorithm);

        assertThat(verifies(key, vault.open(key).sign(DATA))).isTrue();
        assertThat(key.place()).isEqualTo(KeyPlace.WRAPPED);
        assertThat(vault.opens(key.under())).isTrue();
        assertThatThrownBy(() -> PkiFixtures.vault(OTHER, (String) null).open(key))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @ParameterizedTest
    @EnumSource
    void oneOpenKeyServesManyCallersAtOnce(KeyAlgorithm algorithm) throws Exception {
        KeyVault vault = PkiFixtures.vault(ONE, (String) null);
        KeptKey key = vault.draw(algorithm);
        OpenKey open = vault.open(key);
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> call = () -> verifies(key, open.sign(DATA));
            for (var answer : callers.invokeAll(
                    IntStream.range(0, 200).mapToObj(i -> call).toList())) {
                assertThat(answer.get()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyIsWrappedAnewAndThenOpensUnderTheNewKeyOnly(KeyAlgorithm algorithm) throws Exception {
        KeptKey old = PkiFixtures.vault(ONE, (String) null).draw(algorithm);
        KeptKey anew = PkiFixtures.vault(OTHER, ONE).wrapAnew(old);

        KeyVault later = PkiFixtures.vault(OTHER, (String) null);
        assertThat(verifies(old, later.open(anew).sign(DATA))).isTrue();
        assertThat(later.opens(old.under())).isFalse();
        assertThatThrownBy(() -> later.open(old)).isInstanceOf(GeneralSecurityException.class);
    }

    @ParameterizedTest
    @EnumSource
    void withAnHsmKeysSignInItOrAreWrappedByIt(KeyAlgorithm algorithm) throws Exception {
        Path library = SoftHsm.library();
        KeyVault vault = PkiFixtures.vault(ONE, library, "wrap-1");
        KeptKey key = vault.draw(algorithm);

        assertThat(verifies(key, vault.open(key).sign(DATA))).isTrue();
        assertThat(key.place()).isEqualTo(algorithm == KeyAlgorithm.P256 ? KeyPlace.HSM : KeyPlace.WRAPPED);
        assertThat(vault.opens(key.under())).isTrue();
        KeyVault another = PkiFixtures.vault(ONE, library, "wrap-1");
        assertThat(verifies(key, another.open(key).sign(DATA))).isTrue();
        KeyVault without = PkiFixtures.vault(ONE, (String) null);
        assertThat(without.opens(key.under())).isFalse();
        assertThatThrownBy(() -> without.open(key)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void anInstanceSeesWhatAnotherDrewInTheHsmAfterItStarted() throws Exception {
        Path library = SoftHsm.library();
        KeyVault first = PkiFixtures.vault(ONE, library, "wrap-1");
        KeyVault second = PkiFixtures.vault(ONE, library, "wrap-1");
        KeptKey key = first.draw(KeyAlgorithm.P256);

        assertThat(verifies(key, second.open(key).sign(DATA))).isTrue();
    }

    @Test
    void theHsmGivesNoKeyAway() throws Exception {
        Path library = SoftHsm.library();
        Hsm hsm = new Hsm(new HsmSettings(library, 0, SoftHsm.PIN, "wrap-1"));
        KeptKey key = PkiFixtures.vault(ONE, library, "wrap-1").draw(KeyAlgorithm.P256);

        assertThat(hsm.privateKey(key.id()).getEncoded()).isNull();
        assertThat(key.wrapped()).isNull();
        assertThatThrownBy(() -> PkiFixtures.vault(ONE, library, "wrap-1").wrapAnew(key))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @ParameterizedTest
    @EnumSource
    void softwareKeysMoveUnderTheHsmsKeyAndFromThereUnderTheNext(KeyAlgorithm algorithm) throws Exception {
        Path library = SoftHsm.library();
        KeptKey software = PkiFixtures.vault(ONE, (String) null).draw(algorithm);

        KeptKey first = PkiFixtures.vault(ONE, library, "wrap-1").wrapAnew(software);
        KeyVault next = PkiFixtures.vault(ONE, library, "wrap-2");
        KeptKey second = next.wrapAnew(first);

        assertThat(first.under()).isEqualTo("hsm:wrap-1");
        assertThat(second.under()).isEqualTo("hsm:wrap-2");
        assertThat(verifies(software, next.open(first).sign(DATA))).isTrue();
        assertThat(verifies(software, next.open(second).sign(DATA))).isTrue();
    }

    @Test
    void aWrongPinOrLibraryIsOneSentenceWithoutThePin() {
        Path library = SoftHsm.library();

        assertThatThrownBy(() -> new Hsm(new HsmSettings(library, 0, null, "w")))
                .hasMessageContaining("YINXIN_PKI_HSM_PIN");
        assertThatThrownBy(() -> new Hsm(new HsmSettings(Path.of("/nowhere.so"), 0, SoftHsm.PIN, "w")))
                .hasMessageContaining("yinxin.pki.hsm")
                .message()
                .doesNotContain(SoftHsm.PIN);
        assertThat(new HsmSettings(library, 0, SoftHsm.PIN, "w")).asString().doesNotContain(SoftHsm.PIN);
    }

    private static boolean verifies(KeptKey key, byte[] signature) throws GeneralSecurityException {
        Signature verifier = key.algorithm().signature();
        verifier.initVerify(KeyAlgorithm.publicKey(key.publicKey()));
        verifier.update(DATA);
        return verifier.verify(signature);
    }
}
