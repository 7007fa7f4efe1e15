package org.yinxin.pki;

import java.util.Locale;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;

/** The two kinds of time stamps: SM2 over an SM3 digest (GM/T 0033), P-256 over a SHA-256 digest (RFC 3161). */
public enum TimeStampFamily {
    SM2(KeyAlgorithm.SM2, GMObjectIdentifiers.sm3, "SM3"),
    P256(KeyAlgorithm.P256, NISTObjectIdentifiers.id_sha256, "SHA-256");

    private final KeyAlgorithm algorithm;
    private final ASN1ObjectIdentifier digest;
    private final String digestName;

    TimeStampFamily(KeyAlgorithm algorithm, ASN1ObjectIdentifier digest, String digestName) {
        this.algorithm = algorithm;
        this.digest = digest;
        this.digestName = digestName;
    }

    /** Of the key that signs such tokens. */
    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** The algorithm of the message imprint. */
    public ASN1ObjectIdentifier digest() {
        return digest;
    }

    /** The JCA name of the message imprint's algorithm, for BouncyCastle's provider. */
    public String digestName() {
        return digestName;
    }

    /** How addresses name it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
