package org.yinxin.site;

import java.util.List;

/** Settings without which the portal must not start. */
class MissingSettingsException extends RuntimeException {

    MissingSettingsException(List<String> missing) {
        super("Set these environment variables and start again: " + String.join(", ", missing)
                + ". To try the portal out with everything built in, start it with the profile \"embedded\".");
    }
}
