package org.yinxin.sealing.ofd.verification;

import java.util.List;
import org.yinxin.sealing.ofd.OfdDocument;
import org.yinxin.sealing.ofd.OfdPackage;

/**
 * What was found in an OFD file.
 *
 * @param signatures of all documents, in the order of the lists, oldest first
 * @param lists whether the lists of signatures are whole
 */
public record OfdVerification(
        OfdPackage contents, List<OfdDocument> documents, List<VerifiedSignature> signatures, ListState lists) {

    public OfdVerification {
        documents = List.copyOf(documents);
        signatures = List.copyOf(signatures);
    }

    /** What the lists of signatures say of themselves. */
    public enum ListState {
        WHOLE,
        /** A list has counted further than what it names: a signature may have been taken out. */
        COUNTED_FURTHER,
        /** A list names one signature twice, or gives two the same number. */
        AMBIGUOUS
    }
}
