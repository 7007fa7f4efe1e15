package org.yinxin.seal;

import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.SealNumber;

/** Only the bureau that suspended a seal lifts that. */
public class SuspendedByAnotherBureauException extends RuntimeException {

    private final @Nullable Bureau bureau;

    SuspendedByAnotherBureauException(SealNumber number, @Nullable Bureau bureau) {
        super("Seal %s was suspended by %s".formatted(number, bureau));
        this.bureau = bureau;
    }

    public @Nullable Bureau bureau() {
        return bureau;
    }
}
