package org.yinxin.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.springframework.stereotype.Component;

/** Signs what the platform states, with the key of its service certificate. */
@Component
public class StatementSigner {

    private final CertificateAuthority authority;
    private final KeyCustody keys;

    StatementSigner(CertificateAuthority authority, KeyCustody keys) {
        this.authority = authority;
        this.keys = keys;
    }

    /** The newest service certificate with its chain. */
    public IssuedCertificate certificate() {
        return authority.issued(CertificateRole.SERVICE, KeyAlgorithm.P256);
    }

    /** The ECDSA signature over the data's SHA-256, DER, with the key of this certificate. */
    public byte[] sign(IssuedCertificate certificate, byte[] data) {
        return keys.sign(certificate.keyId(), data);
    }

    /** A detached CMS message over the content (RFC 5652), DER, with the whole chain in it. */
    public byte[] message(byte[] content) {
        IssuedCertificate certificate = certificate();
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(BouncyCastle.PROVIDER)
                            .build())
                    .build(
                            new CustodySigner(KeyAlgorithm.P256, data -> sign(certificate, data)),
                            certificate.certificate()));
            generator.addCertificates(new JcaCertStore(certificate.chain()));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CMSException | OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalStateException("A statement could not be signed", e);
        }
    }
}
