package org.yinxin.pki;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key in custody does not exist or does not open; says nothing of what it holds. */
public class KeyUnavailableException extends RuntimeException {

    private final UUID keyId;

    KeyUnavailableException(UUID keyId, @Nullable Throwable cause) {
        super("The key " + keyId + " is not in custody or does not open under the master key", cause);
        this.keyId = keyId;
    }

    public UUID keyId() {
        return keyId;
    }
}
