package org.yinxin.verification.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yinxin.sealing.pdf.verification.ExaminedPdf;
import org.yinxin.sealing.pdf.verification.StructureQuirk;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;

/** What is asked of a PDF file as a whole. */
final class PdfFileChecks {

    private PdfFileChecks() {}

    static List<Check> of(ExaminedPdf examined) {
        int pages = examined.pages().size();
        List<Check> checks = new ArrayList<>();
        checks.add(
                examined.quirks().contains(StructureQuirk.ENCRYPTED)
                        ? Check.passedBecause(CheckCode.FILE_FORMAT, "protected-but-open", pages)
                        : Check.passed(CheckCode.FILE_FORMAT, pages));
        checks.add(
                examined.signatures().isEmpty()
                        ? Check.failed(CheckCode.SEAL_PRESENT, "none")
                        : Check.passed(
                                CheckCode.SEAL_PRESENT, examined.signatures().size()));
        if (!examined.signatures().isEmpty()) {
            checks.add(coverage(examined));
            checks.add(structure(examined.quirks()));
        }
        return checks;
    }

    private static Check coverage(ExaminedPdf examined) {
        if (examined.covered()) {
            return Check.passed(CheckCode.WHOLE_FILE_COVERED);
        }
        boolean anySound = examined.signatures().stream()
                .anyMatch(signature -> signature.found().rangeSound());
        return anySound
                ? Check.failed(CheckCode.WHOLE_FILE_COVERED, "bytes-appended")
                : Check.skipped(CheckCode.WHOLE_FILE_COVERED);
    }

    private static Check structure(Set<StructureQuirk> quirks) {
        if (quirks.contains(StructureQuirk.BYTES_BEFORE_HEADER)) {
            return Check.indeterminate(CheckCode.FILE_STRUCTURE, "bytes-before-header");
        }
        if (quirks.contains(StructureQuirk.HIDDEN_SIGNATURE)) {
            return Check.indeterminate(CheckCode.FILE_STRUCTURE, "hidden-signature");
        }
        return quirks.contains(StructureQuirk.REPAIRED)
                ? Check.indeterminate(CheckCode.FILE_STRUCTURE, "repaired")
                : Check.passed(CheckCode.FILE_STRUCTURE);
    }
}
