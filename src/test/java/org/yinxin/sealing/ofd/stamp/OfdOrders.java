package org.yinxin.sealing.ofd.stamp;

import java.util.Base64;
import org.yinxin.seal.ses.SignatureWriter;
import org.yinxin.sealing.plan.StampOrder;
import org.yinxin.sealing.plan.StampPlan;

/** Orders, and signature values made by hand, for tests elsewhere. */
public final class OfdOrders {

    private OfdOrders() {}

    public static StampOrder order(SealHolder holder, byte[] file, StampPlan plan) {
        return StampedOfd.order(holder, file, plan);
    }

    /** SM3 in base64, as descriptions of signatures write it. */
    public static String sm3(byte[] data) {
        return Base64.getEncoder().encodeToString(StampedOfd.sm3(data));
    }

    /** A signature value in which somebody uses a seal, his own or another's. */
    public static byte[] signedBy(SealHolder signer, SealHolder owner, byte[] description, String property) {
        return SignatureWriter.write(
                owner.seal(),
                StampedOfd.sm3(description),
                property,
                StampedOfd.TIME,
                signer.certificate(),
                signer.signer().holder().sign(),
                null);
    }
}
