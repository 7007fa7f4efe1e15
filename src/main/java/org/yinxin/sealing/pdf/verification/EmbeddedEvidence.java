package org.yinxin.sealing.pdf.verification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.BouncyCastle;

/**
 * Certificates, revocation lists and OCSP answers that a document carries in its document security store (ISO 32000-2,
 * 12.8.4.3); nothing is said of whether they are to be believed.
 */
public record EmbeddedEvidence(List<X509Certificate> certificates, List<X509CRL> lists, List<BasicOCSPResp> answers) {

    private static final COSName STORE = COSName.getPDFName("DSS");
    private static final int MOST = 1_000;
    private static final int LARGEST = 20_000_000;

    public static final EmbeddedEvidence NONE = new EmbeddedEvidence(List.of(), List.of(), List.of());

    public EmbeddedEvidence {
        certificates = List.copyOf(certificates);
        lists = List.copyOf(lists);
        answers = List.copyOf(answers);
    }

    static EmbeddedEvidence of(PDDocument document) {
        COSDictionary store = document.getDocumentCatalog().getCOSObject().getCOSDictionary(STORE);
        if (store == null) {
            return NONE;
        }
        List<X509Certificate> certificates = new ArrayList<>();
        List<X509CRL> lists = new ArrayList<>();
        List<BasicOCSPResp> answers = new ArrayList<>();
        each(store.getCOSArray(COSName.getPDFName("Certs")), der -> {
            try {
                certificates.add((X509Certificate) factory().generateCertificate(new ByteArrayInputStream(der)));
            } catch (GeneralSecurityException | RuntimeException e) {
                // What cannot be read proves nothing, and takes nothing from the rest.
            }
        });
        each(store.getCOSArray(COSName.getPDFName("CRLs")), der -> {
            try {
                lists.add((X509CRL) factory().generateCRL(new ByteArrayInputStream(der)));
            } catch (GeneralSecurityException | RuntimeException e) {
                // As above.
            }
        });
        each(store.getCOSArray(COSName.getPDFName("OCSPs")), der -> {
            try {
                if (new OCSPResp(der).getResponseObject() instanceof BasicOCSPResp answer) {
                    answers.add(answer);
                }
            } catch (IOException | OCSPException | RuntimeException e) {
                // As above.
            }
        });
        return new EmbeddedEvidence(certificates, lists, answers);
    }

    /** The object that the store is; none when it stands in the catalog itself, or there is none. */
    static @Nullable COSObjectKey place(PDDocument document) {
        return document.getDocumentCatalog().getCOSObject().getItem(STORE) instanceof COSObject reference
                ? reference.getKey()
                : null;
    }

    /** Whether there is anything on the revocation of this certificate. */
    boolean speaksOf(X509Certificate certificate) {
        return lists.stream()
                        .anyMatch(list -> list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()))
                || answers.stream()
                        .flatMap(answer -> java.util.Arrays.stream(answer.getResponses()))
                        .anyMatch(single -> single.getCertID().getSerialNumber().equals(certificate.getSerialNumber()));
    }

    private static CertificateFactory factory() throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER);
    }

    private static void each(@Nullable COSArray array, Consumer<byte[]> use) {
        for (int i = 0; array != null && i < Math.min(array.size(), MOST); i++) {
            if (array.getObject(i) instanceof COSStream stream) {
                try (InputStream in = stream.createInputStream()) {
                    use.accept(in.readNBytes(LARGEST));
                } catch (IOException e) {
                    // As in the callers: what cannot be read proves nothing.
                }
            }
        }
    }
}
