package org.yinxin.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.sealing.pdf.PdfFixtures;
import org.yinxin.sealing.pdf.TestAuthority;
import org.yinxin.verification.document.MeasuredCheck;

/** What all sides stamp and check with: one seal's key and chain, the authority's lists, one imprint. */
public record PdfMaterial(
        X509Certificate seal,
        X509Certificate issuing,
        X509Certificate root,
        List<X509CRL> lists,
        Signature key,
        byte[] imprint) {

    static final double WIDTH_MM = 40;
    static final double LEFT_MM = 120;
    static final double TOP_MM = 220;

    public static void write(Path folder) throws IOException, GeneralSecurityException {
        TestAuthority authority = new TestAuthority("Yinxin");
        TestAuthority.Seal seal = authority.issueSeal("杭州测试科技有限公司", MeasuredCheck.sealNumber());
        Files.write(folder.resolve("seal.der"), seal.certificate().getEncoded());
        Files.write(folder.resolve("issuing.der"), authority.issuing().getEncoded());
        Files.write(folder.resolve("root.der"), authority.root().getEncoded());
        Files.write(folder.resolve("issuing.crl"), authority.revoked().getEncoded());
        Files.write(folder.resolve("root.crl"), authority.rootCrl().getEncoded());
        Files.write(folder.resolve("key.pk8"), seal.privateKey().getEncoded());
        Files.write(folder.resolve("imprint.png"), PdfFixtures.imprint().png());
    }

    public static PdfMaterial read(Path folder) throws IOException, GeneralSecurityException {
        Signature key = Signature.getInstance("SHA256withECDSA", BouncyCastle.PROVIDER);
        key.initSign(KeyFactory.getInstance("EC", BouncyCastle.PROVIDER)
                .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(folder.resolve("key.pk8")))));
        return new PdfMaterial(
                certificate(folder.resolve("seal.der")),
                certificate(folder.resolve("issuing.der")),
                certificate(folder.resolve("root.der")),
                List.of(list(folder.resolve("issuing.crl")), list(folder.resolve("root.crl"))),
                key,
                Files.readAllBytes(folder.resolve("imprint.png")));
    }

    public byte[] sign(byte[] data) {
        try {
            key.update(data);
            return key.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    private static X509CRL list(Path file) throws IOException, GeneralSecurityException {
        return (X509CRL)
                CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(Files.readAllBytes(file)));
    }
}
