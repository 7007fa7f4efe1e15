package org.yinxin.sealing.ofd.stamp;

import java.time.Instant;
import org.yinxin.pki.TimeStampFamily;
import org.yinxin.pki.TimeStampUnavailableException;
import org.yinxin.pki.TimeStamper;
import org.yinxin.seal.ses.SignatureWriter;
import org.yinxin.seal.ses.Sm3;
import org.yinxin.sealing.plan.TimeStamping;

/** The signature's value (SignedValue.dat): an SES_Signature of version 4 over Signature.xml, with a time stamp if one can be had. */
record SignedValue(byte[] encoded, TimeStamping timeStamping) {

    static SignedValue of(byte[] signatureXml, String property, Instant time, OfdSigner signer) {
        byte[] plain = signer.holder().signature(Sm3.digest(signatureXml), property, time);
        TimeStamper stamper = signer.timeStamper();
        if (stamper == null) {
            return new SignedValue(plain, TimeStamping.NOT_ASKED);
        }
        try {
            byte[] stamped = SignatureWriter.withTimeStamp(plain, digest -> stamper.token(TimeStampFamily.SM2, digest));
            return new SignedValue(stamped, TimeStamping.STAMPED);
        } catch (TimeStampUnavailableException e) {
            return new SignedValue(plain, TimeStamping.UNAVAILABLE);
        }
    }
}
