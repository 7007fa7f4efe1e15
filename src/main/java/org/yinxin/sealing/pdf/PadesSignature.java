package org.yinxin.sealing.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * The value of a PAdES baseline signature (ETSI EN 319 142-1, 5.3; CMS, RFC 5652): a detached CMS with content type,
 * message digest and signing certificate (RFC 5035) under the signature, and a time stamp over its value beside it.
 */
final class PadesSignature {

    private static final AlgorithmIdentifier SHA_256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    private final SealSigner signer;
    private final List<Certificate> chain = new ArrayList<>();

    PadesSignature(SealSigner signer) {
        this.signer = signer;
        try {
            for (X509Certificate certificate : signer.chain()) {
                chain.add(Certificate.getInstance(certificate.getEncoded()));
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate of the chain cannot be written", e);
        }
    }

    /** How many bytes the value can take, without a time stamp. */
    int space() {
        return 2_048
                + chain.stream()
                        .mapToInt(certificate -> der(certificate).length)
                        .sum();
    }

    /** @param stamp makes the time stamp token over a digest; answers null where none is to be had */
    byte[] value(byte[] digest, UnaryOperator<byte @Nullable []> stamp) {
        DERSet attributes = attributes(digest);
        byte[] signature = signer.signature(der(attributes));
        byte[] token = stamp.apply(sha256(signature));
        return der(new ContentInfo(CMSObjectIdentifiers.signedData, signedData(attributes, signature, token)));
    }

    private DERSet attributes(byte[] digest) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data));
        attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(digest)));
        attributes.add(attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, signingCertificate()));
        return new DERSet(attributes);
    }

    private SigningCertificateV2 signingCertificate() {
        Certificate own = chain.getFirst();
        IssuerSerial serial =
                new IssuerSerial(new GeneralNames(new GeneralName(own.getIssuer())), own.getSerialNumber());
        return new SigningCertificateV2(new ESSCertIDv2(sha256(der(own)), serial));
    }

    private SignedData signedData(DERSet attributes, byte[] signature, byte @Nullable [] token) {
        Certificate own = chain.getFirst();
        SignerInfo info = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(
                        own.getIssuer(), own.getSerialNumber().getValue())),
                SHA_256,
                attributes,
                algorithm(),
                new DEROctetString(signature),
                token == null ? null : new DERSet(timeStamp(token)));
        return new SignedData(
                new DERSet(SHA_256),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                new DERSet(chain.toArray(ASN1Encodable[]::new)),
                null,
                new DERSet(info));
    }

    private AlgorithmIdentifier algorithm() {
        return signer.isRsa()
                ? new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE)
                : new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    private static Attribute timeStamp(byte[] token) {
        try {
            return attribute(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, ASN1Primitive.fromByteArray(token));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] der(ASN1Encodable object) {
        try {
            return object.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
