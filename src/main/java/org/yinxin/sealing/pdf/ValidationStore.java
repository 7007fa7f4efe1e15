package org.yinxin.sealing.pdf;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.yinxin.shared.Digest;

/** The document security store (ISO 32000-2, 12.8.4.3): what a document holds already stays in it, new proof is added. */
final class ValidationStore {

    private static final COSName DSS = COSName.getPDFName("DSS");

    private final RevisionWriter revision;
    private final COSDictionary catalog;

    ValidationStore(RevisionWriter revision, PDDocument document) {
        this.revision = revision;
        this.catalog = document.getDocumentCatalog().getCOSObject();
    }

    /** Takes the proof into the revision in the making. */
    void add(ValidationProof proof) {
        COSDictionary old = catalog.getCOSDictionary(DSS);
        COSDictionary store = new COSDictionary();
        if (old != null) {
            store.addAll(old);
        }
        store.setItem(COSName.TYPE, DSS);
        extend(store, "Certs", proof.certificates());
        extend(store, "CRLs", proof.proofs(RevocationSource.Proof.Kind.CRL));
        extend(store, "OCSPs", proof.proofs(RevocationSource.Proof.Kind.OCSP));
        catalog.setItem(DSS, revision.add(store));
        revision.change(catalog);
    }

    private void extend(COSDictionary store, String name, List<byte[]> items) {
        COSArray old = store.getCOSArray(COSName.getPDFName(name));
        COSArray list = new COSArray();
        Set<Digest> present = new HashSet<>();
        for (int i = 0; old != null && i < old.size(); i++) {
            list.add(old.get(i));
            if (old.getObject(i) instanceof COSStream stream) {
                present.add(digest(stream));
            }
        }
        for (byte[] item : items) {
            if (present.add(Digest.sha256(item))) {
                list.add(stream(item));
            }
        }
        if (list.size() > 0) {
            store.setItem(name, list);
        }
    }

    private COSObject stream(byte[] item) {
        COSDictionary stream = new COSDictionary();
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        return revision.add(stream, Pen.deflate(item, Deflater.DEFAULT_COMPRESSION));
    }

    private static Digest digest(COSStream stream) {
        try (var data = stream.createInputStream()) {
            return Digest.sha256(data.readAllBytes());
        } catch (IOException e) {
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }
}
