package org.yinxin.mandate;

import java.util.List;
import java.util.Set;
import org.yinxin.seal.SealView;

/**
 * All about one mandate, for one reader whom it concerns.
 *
 * @param line the mandate, the one above it, and so on to the root
 * @param below those that were given under it, one level down
 * @param acts what the reader may do now
 */
public record MandateFile(
        MandateLine mandate,
        SealView seal,
        List<MandateLine> line,
        List<MandateLine> below,
        List<MandateEvent> history,
        Set<Act> acts) {

    /** What somebody may do with a mandate. */
    public enum Act {
        INVITE,
        CANCEL,
        DECLINE,
        SIGN,
        WITHDRAW,
        GIVE_UP,
        GIVE_ON
    }

    public boolean may(String act) {
        return acts.contains(Act.valueOf(act));
    }
}
