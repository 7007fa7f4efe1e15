package org.yinxin.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Draws keys and opens them: P-256 keys live in the HSM when there is one, all others are wrapped, by the HSM's key or by
 * the master key. A vendor's device for SM2 would stand here as well.
 */
@Component
class KeyVault {

    private final List<WrappingKey> masterKeys;
    private final @Nullable Hsm hsm;
    private final String hsmKey;

    KeyVault(PkiSettings settings, HsmSettings hsm) {
        this.masterKeys = Stream.concat(
                        Stream.of(MasterKey.of(settings.masterKey())),
                        Stream.ofNullable(settings.previousMasterKey())
                                .filter(key -> !key.isBlank())
                                .map(MasterKey::of))
                .map(WrappingKey.class::cast)
                .toList();
        this.hsm = hsm.library() == null ? null : new Hsm(hsm);
        this.hsmKey = hsm.wrappingKey();
    }

    /** Makes what is missing in the HSM; called under a lock that all instances share. */
    void prepare() {
        try {
            if (hsm != null && hsm.wrappingKey(hsmKey).isEmpty()) {
                hsm.drawWrappingKey(hsmKey);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The HSM makes no wrapping key", e);
        }
    }

    KeptKey draw(KeyAlgorithm algorithm) {
        UUID id = UUID.randomUUID();
        try {
            if (hsm != null && algorithm == KeyAlgorithm.P256) {
                byte[] publicKey = hsm.draw(id).getEncoded();
                return new KeptKey(id, algorithm, KeyPlace.HSM, publicKey, null, "hsm");
            }
            KeyPair pair = algorithm.draw();
            byte[] plain = pair.getPrivate().getEncoded();
            try {
                return wrap(id, algorithm, pair.getPublic().getEncoded(), plain, wrappingKey());
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key pair could be drawn for " + algorithm, e);
        }
    }

    private static KeptKey wrap(UUID id, KeyAlgorithm algorithm, byte[] publicKey, byte[] plain, WrappingKey key)
            throws GeneralSecurityException {
        byte[] wrapped = key.wrap(plain, KeptKey.context(id, algorithm, publicKey));
        return new KeptKey(id, algorithm, KeyPlace.WRAPPED, publicKey, wrapped, key.fingerprint());
    }

    /** The same key under the present wrapping key, tried before it is given back. */
    KeptKey wrapAnew(KeptKey key) throws GeneralSecurityException {
        byte[] plain = unwrap(key);
        byte[] again = {};
        try {
            KeptKey anew = wrap(key.id(), key.algorithm(), key.publicKey(), plain, wrappingKey());
            again = unwrap(anew);
            if (!Arrays.equals(plain, again)) {
                throw new GeneralSecurityException("What was wrapped anew does not open to the same");
            }
            return anew;
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(again, (byte) 0);
        }
    }

    /** Signers with this key, each initialised. */
    OpenKey open(KeptKey key) throws GeneralSecurityException {
        if (key.place() == KeyPlace.HSM) {
            if (hsm == null) {
                throw new GeneralSecurityException("The key lives in an HSM, and yinxin.pki.hsm.library names none");
            }
            Hsm module = hsm;
            PrivateKey handle = module.privateKey(key.id());
            return new OpenKey(() -> module.signature(handle));
        }
        byte[] plain = unwrap(key);
        try {
            PrivateKey opened = KeyAlgorithm.privateKey(plain);
            return new OpenKey(() -> {
                Signature signature = key.algorithm().signature();
                signature.initSign(opened);
                return signature;
            });
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private byte[] unwrap(KeptKey key) throws GeneralSecurityException {
        byte[] wrapped = key.wrapped();
        if (wrapped == null) {
            throw new GeneralSecurityException("The key lives in the HSM and cannot be taken out");
        }
        return opener(key.under())
                .orElseThrow(
                        () -> new GeneralSecurityException("No key at hand opens what " + key.under() + " wrapped"))
                .unwrap(wrapped, key.context());
    }

    /** Under which new keys are wrapped, and old ones anew. */
    WrappingKey wrappingKey() throws GeneralSecurityException {
        return hsm == null
                ? masterKeys.getFirst()
                : hsm.wrappingKey(hsmKey)
                        .orElseThrow(() -> new GeneralSecurityException("The HSM lost its key " + hsmKey));
    }

    /** Whether what this key wrapped, or what lives there, can be opened here. */
    boolean opens(String fingerprint) {
        try {
            return fingerprint.equals("hsm") ? hsm != null : opener(fingerprint).isPresent();
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    String masterKeyFingerprint() {
        return masterKeys.getFirst().fingerprint();
    }

    private Optional<WrappingKey> opener(String fingerprint) throws GeneralSecurityException {
        Optional<String> label = Hsm.label(fingerprint);
        if (label.isPresent()) {
            return hsm == null ? Optional.empty() : hsm.wrappingKey(label.get());
        }
        return masterKeys.stream()
                .filter(key -> key.fingerprint().equals(fingerprint))
                .findFirst();
    }
}
