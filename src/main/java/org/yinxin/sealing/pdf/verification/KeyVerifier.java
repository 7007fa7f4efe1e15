package org.yinxin.sealing.pdf.verification;

import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jcajce.io.OutputStreamFactory;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureNameFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.BouncyCastle;

/**
 * Verifies a CMS signature with a bare key. For keys on a curve not by way of BouncyCastle's own verifier, which computes
 * each of their signatures twice, so that some modules of PKCS #11 let go of a session.
 */
final class KeyVerifier implements ContentVerifierProvider {

    private final PublicKey key;

    private KeyVerifier(PublicKey key) {
        this.key = key;
    }

    static SignerInformationVerifier of(PublicKey key) throws OperatorCreationException {
        if (!(key instanceof ECPublicKey)) {
            return new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(key);
        }
        return new SignerInformationVerifier(
                new DefaultCMSSignatureAlgorithmNameGenerator(),
                new DefaultSignatureAlgorithmIdentifierFinder(),
                new KeyVerifier(key),
                new JcaDigestCalculatorProviderBuilder()
                        .setProvider(BouncyCastle.PROVIDER)
                        .build());
    }

    @Override
    public boolean hasAssociatedCertificate() {
        return false;
    }

    @Override
    public @Nullable X509CertificateHolder getAssociatedCertificate() {
        return null;
    }

    @Override
    public ContentVerifier get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
        try {
            String name = new DefaultSignatureNameFinder().getAlgorithmName(algorithm);
            Signature signature = Signature.getInstance(name, BouncyCastle.PROVIDER);
            signature.initVerify(key);
            return new Once(algorithm, signature);
        } catch (GeneralSecurityException e) {
            throw new OperatorCreationException("The key does not go with " + algorithm.getAlgorithm(), e);
        }
    }

    private record Once(AlgorithmIdentifier algorithm, Signature signature) implements ContentVerifier {

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStreamFactory.createStream(signature);
        }

        @Override
        public boolean verify(byte[] expected) {
            try {
                return signature.verify(expected);
            } catch (SignatureException e) {
                throw new RuntimeOperatorException("The value is no signature", e);
            }
        }
    }
}
