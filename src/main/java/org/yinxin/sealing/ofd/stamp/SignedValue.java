package org.yinxin.sealing.ofd.stamp;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.yinxin.pki.TimeStampFamily;
import org.yinxin.pki.TimeStampUnavailableException;
import org.yinxin.pki.TimeStamper;
import org.yinxin.seal.ses.SignatureWriter;
import org.yinxin.seal.ses.Sm3;
import org.yinxin.sealing.ofd.stamp.SealedOfd.TimeStamping;

/** The signature's value (SignedValue.dat): an SES_Signature of version 4 over Signature.xml, with a time stamp if one can be had. */
record SignedValue(byte[] encoded, TimeStamping timeStamping) {

    static SignedValue of(byte[] signatureXml, String property, Instant time, OfdSigner signer) {
        byte[] hash = Sm3.digest(signatureXml);
        Once sign = new Once(signer);
        TimeStamper stamper = signer.timeStamper();
        if (stamper == null) {
            return new SignedValue(write(hash, property, time, signer, sign), TimeStamping.NOT_ASKED);
        }
        try {
            byte[] stamped = SignatureWriter.write(
                    signer.sealFile(),
                    hash,
                    property,
                    time,
                    signer.encodedCertificate(),
                    sign,
                    digest -> stamper.token(TimeStampFamily.SM2, digest));
            return new SignedValue(stamped, TimeStamping.STAMPED);
        } catch (TimeStampUnavailableException e) {
            return new SignedValue(write(hash, property, time, signer, sign), TimeStamping.UNAVAILABLE);
        }
    }

    private static byte[] write(byte[] hash, String property, Instant time, OfdSigner signer, Once sign) {
        return SignatureWriter.write(signer.sealFile(), hash, property, time, signer.encodedCertificate(), sign, null);
    }

    /** Signs once, however often it is asked: an outage of the time stamp costs no second use of the key. */
    private static final class Once implements UnaryOperator<byte[]> {

        private final OfdSigner signer;
        private byte[] signature = new byte[0];

        Once(OfdSigner signer) {
            this.signer = signer;
        }

        @Override
        public byte[] apply(byte[] data) {
            if (signature.length == 0) {
                signature = signer.signature(data);
            }
            return signature;
        }
    }
}
