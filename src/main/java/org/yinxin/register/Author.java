package org.yinxin.register;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a change.
 *
 * @param personId the officer; absent when the platform itself set up its demonstration
 * @param importId the import by which the change came; absent when it was typed into a form
 */
public record Author(@Nullable UUID personId, @Nullable UUID importId) {

    static final Author PLATFORM = new Author(null, null);

    public static Author officer(UUID personId) {
        return new Author(personId, null);
    }
}
