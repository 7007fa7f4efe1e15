package org.yinxin.sealing.pdf.verification;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** What a signature allows to come after it (ISO 32000-2, 12.8.2.2 and 12.7.5.5). */
final class Certification {

    private static final COSName REFERENCE = COSName.getPDFName("Reference");
    private static final COSName METHOD = COSName.getPDFName("TransformMethod");
    private static final COSName PARAMETERS = COSName.getPDFName("TransformParams");
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");
    private static final int FORMS = 2;

    private Certification() {}

    /** 1 to 3, or 0 when the signature certifies nothing and its field locks nothing; a level that is none counts as 1. */
    static int permission(COSDictionary signature, COSDictionary field) {
        int certified = certified(signature);
        COSDictionary lock = field.getCOSDictionary(COSName.getPDFName("Lock"));
        int locked = lock == null ? 0 : lock.getInt(COSName.P, 0);
        return locked > 0 && (certified == 0 || locked < certified) ? locked : certified;
    }

    private static int certified(COSDictionary signature) {
        COSArray references = signature.getCOSArray(REFERENCE);
        for (int i = 0; references != null && i < references.size(); i++) {
            if (references.getObject(i) instanceof COSDictionary reference
                    && DOC_MDP.equals(reference.getCOSName(METHOD))) {
                COSDictionary parameters = reference.getCOSDictionary(PARAMETERS);
                int level = parameters == null ? FORMS : parameters.getInt(COSName.P, FORMS);
                return level < 1 || level > 3 ? 1 : level;
            }
        }
        return 0;
    }
}
