package org.yinxin.verification.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yinxin.sealing.ofd.OfdDocument;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.ofd.verification.OfdVerification;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;

/** What is asked of an OFD file as a whole. */
final class OfdFileChecks {

    private OfdFileChecks() {}

    static Check refused(OfdRefusedException refused) {
        String part = refused.part();
        return Check.indeterminate(CheckCode.FILE_FORMAT, "ofd-" + slug(refused.reason()), part == null ? "OFD" : part);
    }

    static List<Check> of(OfdVerification found) {
        int pages = found.documents().stream()
                .map(OfdDocument::pages)
                .mapToInt(List::size)
                .sum();
        int signatures = found.signatures().size();
        List<Check> checks = new ArrayList<>();
        checks.add(Check.passedBecause(CheckCode.FILE_FORMAT, "ofd", pages));
        checks.add(
                signatures == 0
                        ? Check.failed(CheckCode.SEAL_PRESENT, "none")
                        : Check.passed(CheckCode.SEAL_PRESENT, signatures));
        if (signatures > 0) {
            checks.add(listed(found));
        }
        return checks;
    }

    private static Check listed(OfdVerification found) {
        return switch (found.lists()) {
            case WHOLE -> Check.passed(CheckCode.SIGNATURES_LISTED);
            case COUNTED_FURTHER -> Check.indeterminate(CheckCode.SIGNATURES_LISTED, "counted-further");
            case AMBIGUOUS -> Check.failed(CheckCode.SIGNATURES_LISTED, "ambiguous");
        };
    }

    static String slug(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
