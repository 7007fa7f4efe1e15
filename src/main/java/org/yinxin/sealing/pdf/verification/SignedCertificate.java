package org.yinxin.sealing.pdf.verification;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.BouncyCastle;

/** The certificate that the signer put under the signature himself (RFC 5035), so that nobody can put another there. */
record SignedCertificate(
        String algorithm, byte[] digest, @Nullable BigInteger serial) {

    /** Empty when the attributes name none; one that cannot be read names a certificate that does not exist. */
    static Optional<SignedCertificate> in(AttributeTable attributes) {
        boolean second = attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2) != null;
        boolean first = attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificate) != null;
        if (!first && !second) {
            return Optional.empty();
        }
        ASN1Encodable value = CmsValue.single(
                attributes,
                second
                        ? PKCSObjectIdentifiers.id_aa_signingCertificateV2
                        : PKCSObjectIdentifiers.id_aa_signingCertificate);
        if (value == null) {
            return Optional.of(new SignedCertificate("", new byte[0], null));
        }
        if (second) {
            ESSCertIDv2 id = SigningCertificateV2.getInstance(value).getCerts()[0];
            return Optional.of(new SignedCertificate(
                    id.getHashAlgorithm().getAlgorithm().getId(), id.getCertHash(), serial(id.getIssuerSerial())));
        }
        ESSCertID id = SigningCertificate.getInstance(value).getCerts()[0];
        return Optional.of(new SignedCertificate("SHA-1", id.getCertHash(), serial(id.getIssuerSerial())));
    }

    private static @Nullable BigInteger serial(@Nullable IssuerSerial issuerSerial) {
        return issuerSerial == null ? null : issuerSerial.getSerial().getValue();
    }

    boolean names(X509Certificate certificate) {
        try {
            byte[] computed =
                    MessageDigest.getInstance(algorithm, BouncyCastle.PROVIDER).digest(certificate.getEncoded());
            return Arrays.equals(computed, digest) && (serial == null || serial.equals(certificate.getSerialNumber()));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
