package org.yinxin.application.web;

import java.util.Locale;
import org.yinxin.application.ApplicationPart;
import org.yinxin.application.ApplicationStatus;
import org.yinxin.application.ApplicationView;
import org.yinxin.shared.Reference;
import org.yinxin.site.NotFoundException;

/** Where an application's pages are. */
final class Paths {

    private Paths() {}

    /** Reads the reference in an address; what cannot be one is not found. */
    static Reference reference(String typed) {
        try {
            return new Reference(typed.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("application " + typed);
        }
    }

    static String overview(Reference reference) {
        return "/applications/" + reference;
    }

    static String page(Reference reference, String page) {
        return overview(reference) + "/" + page;
    }

    static String part(ApplicationPart part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The page after one that was filled in: the next one missing; a correction goes on where it lists what to do. */
    static String next(ApplicationView application) {
        if (application.status() == ApplicationStatus.RETURNED) {
            return overview(application.reference());
        }
        return application.missing().stream()
                .findFirst()
                .map(part -> page(application.reference(), part(part)))
                .orElseGet(() -> page(application.reference(), "check-answers"));
    }
}
