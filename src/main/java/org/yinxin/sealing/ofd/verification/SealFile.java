package org.yinxin.sealing.ofd.verification;

import java.util.Arrays;
import org.yinxin.seal.ses.SealSignature;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.ofd.OfdSignature;

/** The seal that some writers lay beside a signature, from which readers may draw the imprint. */
final class SealFile {

    private SealFile() {}

    /** Whether it is, byte for byte, the seal in the signature; where there is none, it cannot mislead anybody. */
    static boolean agrees(OfdPackage contents, ListedSignature signature) {
        OfdSignature description = signature.description();
        SealSignature used = signature.seal();
        if (description == null || description.seal() == null) {
            return true;
        }
        try {
            return used != null
                    && contents.has(description.seal())
                    && Arrays.equals(
                            contents.bytes(description.seal()), used.seal().encoded());
        } catch (OfdRefusedException e) {
            return false;
        }
    }
}
