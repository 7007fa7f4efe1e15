package org.yinxin.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** A hardware security module behind PKCS#11: P-256 keys and AES keys are drawn in it and cannot be taken out. */
final class Hsm {

    private static final String PREFIX = "hsm:";

    /** Token objects that the module never gives out; the AES keys encrypt, the private ones sign. */
    private static final String CONFIGURATION = """
            --name = yinxin
            library = %s
            slotListIndex = %d
            attributes(*, CKO_SECRET_KEY, CKK_AES) = {
              CKA_TOKEN = true
              CKA_SENSITIVE = true
              CKA_EXTRACTABLE = false
              CKA_ENCRYPT = true
              CKA_DECRYPT = true
            }
            attributes(generate, CKO_PRIVATE_KEY, *) = {
              CKA_TOKEN = true
              CKA_SENSITIVE = true
              CKA_EXTRACTABLE = false
              CKA_SIGN = true
            }
            """;

    private final Provider provider;
    private final KeyStore store;
    private final char[] pin;

    Hsm(HsmSettings settings) {
        if (settings.pin() == null || settings.pin().isBlank()) {
            throw new IllegalStateException("Set yinxin.pki.hsm.pin (YINXIN_PKI_HSM_PIN) to the PIN of the HSM's user");
        }
        try {
            provider = Security.getProvider("SunPKCS11")
                    .configure(CONFIGURATION.formatted(settings.library(), settings.slotIndex()));
            store = KeyStore.getInstance("PKCS11", provider);
            pin = settings.pin().toCharArray();
            store.load(null, pin);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "The HSM behind " + settings.library()
                            + " (yinxin.pki.hsm) does not open: is the token there, and the" + " PIN the right one?",
                    e);
        }
    }

    /** Draws a P-256 pair inside. */
    synchronized PublicKey draw(UUID id) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        // Java finds a private key in a token by a certificate beside it only; this one is never shown to anybody.
        store.setKeyEntry(label(id), pair.getPrivate(), null, new Certificate[] {carrier(id, pair)});
        return KeyAlgorithm.publicKey(pair.getPublic().getEncoded());
    }

    private Certificate carrier(UUID id, KeyPair pair) throws GeneralSecurityException {
        X500Name name = new X500Name("CN=" + id);
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(Instant.EPOCH),
                Date.from(Instant.parse("9999-12-31T23:59:59Z")),
                name,
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        PrivateKey key = pair.getPrivate();
        try {
            byte[] encoded = builder.build(new CustodySigner(KeyAlgorithm.P256, data -> sign(key, data)))
                    .getEncoded();
            return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private byte[] sign(PrivateKey key, byte[] data) {
        try {
            Signature signature = signature(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The HSM does not sign", e);
        }
    }

    /** A signer with this key of the HSM's. */
    Signature signature(PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(KeyAlgorithm.P256.signatureName(), provider);
        signature.initSign(key);
        return signature;
    }

    PrivateKey privateKey(UUID id) throws GeneralSecurityException {
        return find(label(id))
                .map(PrivateKey.class::cast)
                .orElseThrow(() -> new GeneralSecurityException("The HSM has no key of this name"));
    }

    /** The AES key of this label, if it is there. */
    Optional<WrappingKey> wrappingKey(String label) throws GeneralSecurityException {
        return find(label).map(key -> new InsideHsm(label, new GcmWrap(key, provider)));
    }

    synchronized WrappingKey drawWrappingKey(String label) throws GeneralSecurityException {
        KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
        generator.init(256);
        SecretKey key = generator.generateKey();
        store.setEntry(label, new KeyStore.SecretKeyEntry(key), null);
        return wrappingKey(label).orElseThrow();
    }

    /** Which of the HSM's keys a fingerprint names. */
    static Optional<String> label(String fingerprint) {
        return fingerprint.startsWith(PREFIX) ? Optional.of(fingerprint.substring(PREFIX.length())) : Optional.empty();
    }

    private synchronized Optional<Key> find(String label) throws GeneralSecurityException {
        Key key = store.getKey(label, null);
        if (key == null) {
            // Another instance may have drawn it: what is there is only read when the store is loaded.
            try {
                store.load(null, pin);
            } catch (IOException e) {
                throw new GeneralSecurityException("The HSM does not open", e);
            }
            key = store.getKey(label, null);
        }
        return Optional.ofNullable(key);
    }

    private static String label(UUID id) {
        return "yinxin-" + id;
    }

    private record InsideHsm(String label, GcmWrap gcm) implements WrappingKey {

        @Override
        public String fingerprint() {
            return PREFIX + label;
        }

        @Override
        public byte[] wrap(byte[] plain, byte[] context) throws GeneralSecurityException {
            return gcm.wrap(plain, context);
        }

        @Override
        public byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException {
            return gcm.unwrap(wrapped, context);
        }
    }
}
