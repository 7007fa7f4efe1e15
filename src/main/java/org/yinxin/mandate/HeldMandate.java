package org.yinxin.mandate;

import java.util.Set;
import java.util.UUID;
import org.yinxin.authority.KeyView;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;

/**
 * A mandate in force, as its holder uses it.
 *
 * @param onChain its random identifier on the chain
 * @param key the holder's key, which signs
 * @param root whether it is the legal representative's, to which all others go back
 * @param kinds of documents that it allows; empty for every kind
 * @param used how many uses the chain has recorded under it
 */
public record HeldMandate(
        UUID id,
        Digest onChain,
        SealNumber seal,
        MandateRole role,
        KeyView key,
        boolean root,
        Limits limits,
        Set<DocumentClass> kinds,
        long used) {

    /** Whether a document of this kind may be stamped under it. */
    public boolean allows(DocumentClass documentClass) {
        return kinds.isEmpty() || kinds.contains(documentClass);
    }

    /** Whether all the uses that it allows have been made. */
    public boolean exhausted() {
        return limits.counted() && used >= limits.uses();
    }
}
