package org.yinxin.sealing.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.jspecify.annotations.Nullable;

/** Bytes of a PDF file in the making: objects in the syntax of ISO 32000-1, 7.3. */
final class PdfOutput extends ByteArrayOutputStream {

    PdfOutput() {
        super(65_536);
    }

    PdfOutput text(String ascii) {
        writeBytes(ascii.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    PdfOutput value(@Nullable COSBase value) {
        try {
            write(value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of a dictionary without its brackets. */
    PdfOutput entries(COSDictionary dictionary) {
        try {
            writeEntries(dictionary);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with these bytes behind it. */
    byte[] after(byte[] file) {
        byte[] whole = new byte[file.length + count];
        System.arraycopy(file, 0, whole, 0, file.length);
        System.arraycopy(buf, 0, whole, file.length, count);
        return whole;
    }

    private void write(@Nullable COSBase value) throws IOException {
        if (value == null) {
            text("null");
            return;
        }
        switch (value) {
            case COSObject reference -> writeReference(reference);
            case COSName name -> name.writePDF(this);
            case COSInteger number -> number.writePDF(this);
            case COSFloat number -> number.writePDF(this);
            case COSBoolean flag -> flag.writePDF(this);
            case COSString string -> COSWriter.writeString(string, this);
            case COSArray array -> writeArray(array);
            case COSDictionary dictionary -> {
                text("<<");
                writeEntries(dictionary);
                text(">>");
            }
            default -> text("null");
        }
    }

    private void writeReference(COSObject reference) throws IOException {
        COSObjectKey key = reference.getKey();
        if (key == null) {
            write(reference.getObject());
        } else {
            text(key.getNumber() + " " + key.getGeneration() + " R");
        }
    }

    private void writeArray(COSArray array) throws IOException {
        text("[");
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                text(" ");
            }
            write(array.get(i));
        }
        text("]");
    }

    private void writeEntries(COSDictionary dictionary) throws IOException {
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            if (entry.getValue() != null) {
                entry.getKey().writePDF(this);
                text(" ");
                write(entry.getValue());
            }
        }
    }
}
