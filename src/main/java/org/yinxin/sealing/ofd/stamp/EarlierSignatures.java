package org.yinxin.sealing.ofd.stamp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.ofd.OfdDocument;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdRefusal;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.ofd.OfdSignature;
import org.yinxin.sealing.ofd.OfdSignatures;

/**
 * What others signed before.
 *
 * @param list absent when the document has none yet
 */
record EarlierSignatures(@Nullable OfdSignatures list, List<OfdSignature> signatures) {

    static EarlierSignatures in(OfdPackage contents, OfdDocument document) {
        String path = document.signatures();
        OfdSignatures list = path == null || !contents.has(path) ? null : OfdSignatures.read(contents, document);
        List<OfdSignature> signatures = new ArrayList<>();
        if (list != null) {
            list.listed().forEach(listed -> signatures.add(OfdSignature.read(contents, listed)));
        }
        return new EarlierSignatures(list, signatures);
    }

    /** @throws OfdRefusedException when one of them protects a part that another signature would have to change */
    void mustNotProtect(String path) {
        boolean locked = signatures.stream()
                .flatMap(signature -> signature.references().stream())
                .anyMatch(reference -> reference.path().equals(path));
        if (locked) {
            throw new OfdRefusedException(OfdRefusal.LOCKED_BY_SIGNER, path);
        }
    }
}
