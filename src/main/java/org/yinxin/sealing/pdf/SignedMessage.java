package org.yinxin.sealing.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.yinxin.pki.BouncyCastle;

/**
 * The certificates of a CMS signature or a time stamp.
 *
 * @param signer its signer's, if it is among them
 * @param timeStamps over the signature's value
 */
record SignedMessage(
        Optional<X509Certificate> signer, List<X509Certificate> certificates, List<SignedMessage> timeStamps) {

    /** @param contents of a signature dictionary, with the zeros that fill it up */
    static SignedMessage read(byte[] contents) {
        try (ASN1InputStream in = new ASN1InputStream(contents)) {
            return read(new CMSSignedData(ContentInfo.getInstance(in.readObject())));
        } catch (IOException | CMSException | GeneralSecurityException | RuntimeException e) {
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }

    private static SignedMessage read(CMSSignedData data) throws CMSException, IOException, GeneralSecurityException {
        List<X509Certificate> certificates = certificates(data.getCertificates().getMatches(null));
        List<SignedMessage> timeStamps = new ArrayList<>();
        Optional<X509Certificate> signer = Optional.empty();
        for (SignerInformation info : data.getSignerInfos()) {
            signer = signer.or(() -> certificates.stream()
                    .filter(certificate ->
                            certificate.getSerialNumber().equals(info.getSID().getSerialNumber()))
                    .findFirst());
            AttributeTable unsigned = info.getUnsignedAttributes();
            Attribute stamp =
                    unsigned == null ? null : unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
            if (stamp != null) {
                for (ASN1Encodable token : stamp.getAttrValues()) {
                    timeStamps.add(read(new CMSSignedData(ContentInfo.getInstance(token))));
                }
            }
        }
        return new SignedMessage(signer, certificates, timeStamps);
    }

    private static List<X509Certificate> certificates(Collection<X509CertificateHolder> holders)
            throws IOException, GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : holders) {
            certificates.add(certificate(holder));
        }
        return certificates;
    }

    static X509Certificate certificate(X509CertificateHolder holder) throws IOException, GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    }
}
