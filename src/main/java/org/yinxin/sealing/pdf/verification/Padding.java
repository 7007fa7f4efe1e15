package org.yinxin.sealing.pdf.verification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1InputStream;

/** A DER structure in a place that was reserved larger: zeros, and nothing but zeros, follow it. */
final class Padding {

    private Padding() {}

    /** @throws MalformedPdfException when no structure stands there, or something follows it */
    static byte[] stripped(byte[] padded) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(padded);
        try (ASN1InputStream in = new ASN1InputStream(bytes)) {
            if (in.readObject() == null) {
                throw new MalformedPdfException("structure", 0);
            }
            int end = padded.length - bytes.available();
            for (int i = end; i < padded.length; i++) {
                if (padded[i] != 0) {
                    throw new MalformedPdfException("padding", i);
                }
            }
            return Arrays.copyOf(padded, end);
        } catch (IOException e) {
            throw new MalformedPdfException("structure", 0);
        }
    }
}
