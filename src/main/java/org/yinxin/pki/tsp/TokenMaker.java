package org.yinxin.pki.tsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.Store;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.pki.TimeStampFamily;

/** Makes the time-stamp tokens of one authority (RFC 3161, 2.4.2), with ESSCertIDv2 in its family's digest. */
public final class TokenMaker {

    private static final int ACCURACY_SECONDS = 1;

    private final TimeStampFamily family;
    private final JcaX509CertificateHolder certificate;
    private final Store<?> certificates;
    private final DigestCalculatorProvider digests;
    private final ASN1ObjectIdentifier policy;

    /** @param chain the authority's certificate first; the whole goes into tokens whose request asks for certificates */
    public TokenMaker(TimeStampFamily family, List<X509Certificate> chain, ASN1ObjectIdentifier policy) {
        this.family = family;
        this.policy = policy;
        try {
            certificate = new JcaX509CertificateHolder(chain.getFirst());
            certificates = new JcaCertStore(chain);
            digests = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build();
        } catch (CertificateEncodingException | OperatorCreationException e) {
            throw new IllegalArgumentException("The time-stamp authority's certificates cannot be used", e);
        }
    }

    /**
     * @param serial never the same twice for one authority
     * @param signer a fresh one for each token
     */
    public byte[] token(TimeStampRequest request, BigInteger serial, Instant time, ContentSigner signer) {
        try {
            TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                    signerInfo(signer), digests.get(new AlgorithmIdentifier(family.digest())), policy);
            generator.setAccuracySeconds(ACCURACY_SECONDS);
            generator.addCertificates(certificates);
            TimeStampToken token = generator.generate(request, serial, Date.from(time));
            return token.getEncoded();
        } catch (TSPException | OperatorCreationException e) {
            throw new IllegalStateException("A time-stamp token could not be put together", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SignerInfoGenerator signerInfo(ContentSigner signer) throws OperatorCreationException {
        return new SignerInfoGeneratorBuilder(digests).build(signer, certificate);
    }
}
