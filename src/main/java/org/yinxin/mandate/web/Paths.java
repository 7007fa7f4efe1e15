package org.yinxin.mandate.web;

import java.util.UUID;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;

/** What stands in the addresses of these pages. */
final class Paths {

    private Paths() {}

    static SealNumber seal(String number) {
        return SealNumber.parse(number)
                .filter(seal -> seal.value().equals(number))
                .orElseThrow(() -> new NotFoundException("Seal number " + number));
    }

    static UUID mandate(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("Mandate " + id);
        }
    }

    static String toMandate(UUID id) {
        return "redirect:/mandates/" + id;
    }
}
