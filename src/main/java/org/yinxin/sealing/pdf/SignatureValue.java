package org.yinxin.sealing.pdf;

import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.yinxin.sealing.plan.UseNote;

/** A signature dictionary of a document whose level is to be raised. */
record SignatureValue(COSDictionary entries) {

    static List<SignatureValue> of(PDDocument document) {
        return SignatureFields.of(document).signed().stream()
                .map(field -> new SignatureValue(Objects.requireNonNull(field.value())))
                .distinct()
                .toList();
    }

    boolean isPades() {
        String kind = entries.getNameAsString(COSName.SUB_FILTER, "");
        return kind.equals("ETSI.CAdES.detached") || kind.equals("adbe.pkcs7.detached");
    }

    boolean isTimeStamp() {
        return "ETSI.RFC3161".equals(entries.getNameAsString(COSName.SUB_FILTER));
    }

    /** Whether it was made by stamping: other people's are proven as far as their proof is at hand. */
    boolean isOurs() {
        String note = entries.getString(COSName.CONTACT_INFO);
        return isPades() && note != null && UseNote.parse(note).isPresent();
    }

    /** Whether its value carries a time stamp, or one of these stands over it. */
    boolean isStamped(List<SignatureValue> timeStamps) {
        return timeStamps.stream().anyMatch(stamp -> stamp.until() > until())
                || !message().timeStamps().isEmpty();
    }

    SignedMessage message() {
        if (entries.getDictionaryObject(COSName.CONTENTS) instanceof COSString contents) {
            return SignedMessage.read(contents.getBytes());
        }
        throw new PdfRefusedException(PdfRefusal.BROKEN);
    }

    private long until() {
        COSArray range = entries.getCOSArray(COSName.BYTERANGE);
        if (range != null
                && range.size() == 4
                && range.getObject(2) instanceof COSNumber start
                && range.getObject(3) instanceof COSNumber length) {
            return start.longValue() + length.longValue();
        }
        throw new PdfRefusedException(PdfRefusal.BROKEN);
    }
}
