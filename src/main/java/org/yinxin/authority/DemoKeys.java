package org.yinxin.authority;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.shared.Digest;
import org.yinxin.site.SiteSettings;

/**
 * Keys of the demonstration's made-up people, drawn at random when they are put in. As nobody is there to enrol one, the
 * portal keeps the private keys, and hands each to its owner's browser; so they exist in the embedded profile only, and
 * only with demonstration data.
 */
@Component
@Profile("embedded")
public class DemoKeys {

    /** What they are called. */
    public static final String LABEL = "演示密钥 Demonstration key";

    private final KeyBook book;
    private final DemoKeyFile file;
    private final boolean demonstration;

    DemoKeys(KeyBook book, SiteSettings settings, Environment environment) {
        this.book = book;
        this.file = new DemoKeyFile(Path.of(environment.getProperty("yinxin.embedded.folder", ".yinxin"))
                .resolve("demonstration-keys.properties"));
        this.demonstration = settings.demoData();
    }

    /** The person's demonstration key, drawn when there is none yet. */
    public KeyView seed(UUID personId, String label) {
        demand();
        return book.of(personId).stream().filter(this::holds).findFirst().orElseGet(() -> draw(personId, label));
    }

    /** Whether the key is one of these. */
    public boolean holds(KeyView key) {
        return demonstration
                && key.method() == KeyMethod.BROWSER
                && file.find(key.id()).isPresent();
    }

    /** Signs for a made-up person to whom nobody lends a hand yet. */
    public HolderSignature sign(KeyView key, Digest act) {
        try {
            Signature signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(privateKey(key));
            signing.update(act.bytes());
            EcdsaValue value = EcdsaValue.read(signing.sign());
            return HolderSignature.raw(value.r(), value.s());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform signs with P-256", e);
        }
    }

    /** The same, as a page would send it. */
    public String field(KeyView key, Digest act) {
        HolderSignature signature = sign(key, act);
        byte[] raw = Arrays.concatenate(signature.r().bytes(), signature.s().bytes());
        return "{\"signature\":\"" + text(raw) + "\"}";
    }

    /** The whole key pair as a JWK (RFC 7517), for the owner's browser. */
    public Map<String, String> keyPair(KeyView key) {
        BigInteger secret = privateKey(key).getS();
        return Map.of(
                "kty",
                "EC",
                "crv",
                "P-256",
                "x",
                text(key.key().x().bytes()),
                "y",
                text(key.key().y().bytes()),
                "d",
                text(BigIntegers.asUnsignedByteArray(Digest.LENGTH, secret)));
    }

    private KeyView draw(UUID personId, String label) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            UUID id = UUID.randomUUID();
            file.put(id, pair.getPrivate().getEncoded());
            AuthorityKey key = AuthorityKey.of(KeyMethod.BROWSER.kind(), (ECPublicKey) pair.getPublic());
            return book.enter(id, personId, Labels.check(label), KeyMethod.BROWSER, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    private ECPrivateKey privateKey(KeyView key) {
        demand();
        Optional<byte[]> kept = file.find(key.id());
        try {
            return (ECPrivateKey) KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(
                            kept.orElseThrow(() -> new IllegalArgumentException("Not a demonstration's key"))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A demonstration's key cannot be read", e);
        }
    }

    private void demand() {
        if (!demonstration) {
            throw new IllegalStateException("Demonstration keys exist with demonstration data only");
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
