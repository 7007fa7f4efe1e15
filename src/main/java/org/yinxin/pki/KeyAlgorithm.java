package org.yinxin.pki;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Locale;

/** The two kinds of keys: one for the Chinese profile, one for the international. */
public enum KeyAlgorithm {
    /** SM2 with SM3 and the default user id (GB/T 32918). */
    SM2("sm2p256v1", "SM3withSM2"),
    /** ECDSA over P-256 with SHA-256 (FIPS 186-5). */
    P256("P-256", "SHA256withECDSA");

    private final String curve;
    private final String signature;

    KeyAlgorithm(String curve, String signature) {
        this.curve = curve;
        this.signature = signature;
    }

    /** How addresses name it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The JCA name of the signature. */
    public String signatureName() {
        return signature;
    }

    /** A verifier or signer yet to be initialised. */
    public Signature signature() throws GeneralSecurityException {
        return Signature.getInstance(signature, BouncyCastle.PROVIDER);
    }

    KeyPair draw() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC", BouncyCastle.PROVIDER).generatePublic(new X509EncodedKeySpec(encoded));
    }

    static PrivateKey privateKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC", BouncyCastle.PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }
}
