package org.yinxin.application.web;

import org.jspecify.annotations.Nullable;
import org.yinxin.application.ApplicationPart;
import org.yinxin.application.ApplicationView;
import org.yinxin.application.DecisionView;
import org.yinxin.application.NotEditableException;
import org.yinxin.site.NotFoundException;

/** Guards the pages on which an application is changed. */
final class Editing {

    private Editing() {}

    /**
     * @throws NotEditableException when the bureaus are looking at it or it is at its end
     * @throws NotFoundException when such an application has no such part
     */
    static ApplicationView require(ApplicationView application, ApplicationPart part) {
        if (!application.purpose().parts().contains(part)) {
            throw new NotFoundException(part + " of " + application.reference());
        }
        return require(application);
    }

    /** @throws NotEditableException when the bureaus are looking at it or it is at its end */
    static ApplicationView require(ApplicationView application) {
        if (!application.status().editable()) {
            throw new NotEditableException(application.status());
        }
        return application;
    }

    /** The return in which a bureau asked to have this very part corrected; null when none did. */
    static @Nullable DecisionView asked(ApplicationView application, ApplicationPart part) {
        return application
                .returned()
                .filter(decision -> decision.parts().contains(part))
                .orElse(null);
    }
}
