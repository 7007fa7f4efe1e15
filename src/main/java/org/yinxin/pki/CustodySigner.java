package org.yinxin.pki;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;

/** Lets BouncyCastle's builders sign with a key that stays in custody. */
final class CustodySigner implements ContentSigner {

    private final AlgorithmIdentifier algorithm;
    private final UnaryOperator<byte[]> sign;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    CustodySigner(KeyAlgorithm algorithm, UnaryOperator<byte[]> sign) {
        this.algorithm = new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm.signatureName());
        this.sign = sign;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return algorithm;
    }

    @Override
    public OutputStream getOutputStream() {
        return data;
    }

    @Override
    public byte[] getSignature() {
        return sign.apply(data.toByteArray());
    }
}
