package org.yinxin.sealing;

import java.util.List;
import org.yinxin.sealing.pdf.EmptyField;
import org.yinxin.sealing.pdf.PdfInspection;
import org.yinxin.sealing.pdf.PdfLimits;
import org.yinxin.sealing.pdf.PdfRefusal;

/** What the PDF engine found, in the terms of all kinds of documents. */
final class PdfRefusals {

    private static final int MOST_FIELDS = 50;

    private PdfRefusals() {}

    static DocumentInspection told(PdfInspection inspection, byte[] file) {
        return switch (inspection) {
            case PdfInspection.Accepted accepted ->
                new DocumentInspection.Accepted(
                        DocumentKind.PDF,
                        accepted.summary().pages(),
                        accepted.summary().signatures(),
                        fields(file));
            case PdfInspection.Refused refused -> new DocumentInspection.Refused(told(refused.reason()));
        };
    }

    private static List<PreparedField> fields(byte[] file) {
        return EmptyField.of(file, PdfLimits.standard()).stream()
                .map(PreparedField::of)
                .filter(PreparedField::isSensible)
                .limit(MOST_FIELDS)
                .toList();
    }

    static DocumentRefusal told(PdfRefusal reason) {
        return switch (reason) {
            case EMPTY -> DocumentRefusal.EMPTY;
            case TOO_LARGE -> DocumentRefusal.TOO_LARGE;
            case NOT_PDF -> DocumentRefusal.NOT_A_DOCUMENT;
            case ENCRYPTED -> DocumentRefusal.ENCRYPTED;
            case BROKEN -> DocumentRefusal.BROKEN;
            case NO_PAGES -> DocumentRefusal.NO_PAGES;
            case TOO_MANY_PAGES -> DocumentRefusal.TOO_MANY_PAGES;
            case TOO_COMPLEX -> DocumentRefusal.TOO_COMPLEX;
            case DYNAMIC_FORM -> DocumentRefusal.DYNAMIC_FORM;
            case LOCKED_BY_SIGNER -> DocumentRefusal.LOCKED_BY_SIGNER;
            case OUTSIDE_PAGE -> DocumentRefusal.OUTSIDE_PAGE;
            case SEAM_AFTER_SIGNATURE -> DocumentRefusal.SEAM_AFTER_SIGNATURE;
            case FIELD_NOT_FOUND -> DocumentRefusal.FIELD_NOT_FOUND;
            case FIELD_ALREADY_SIGNED -> DocumentRefusal.FIELD_ALREADY_SIGNED;
            case FIELD_TOO_SMALL -> DocumentRefusal.FIELD_TOO_SMALL;
        };
    }
}
