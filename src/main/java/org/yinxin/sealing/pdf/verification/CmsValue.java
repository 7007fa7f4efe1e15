package org.yinxin.sealing.pdf.verification;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSVerifierCertificateNotValidException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.sealing.pdf.verification.ExaminedSignature.Integrity;

/**
 * Computes a CMS signature over a file's byte range (RFC 5652; ETSI EN 319 122-1 for the signed certificate) without
 * building more than it needs.
 */
final class CmsValue {

    private static final Set<String> STRONG = Set.of(
            "SHA224",
            "SHA256",
            "SHA384",
            "SHA512",
            "SHA3-224",
            "SHA3-256",
            "SHA3-384",
            "SHA3-512",
            "SM3",
            "SHA512(256)");
    private static final int LEAST_RSA_BITS = 2_048;

    private CmsValue() {}

    static SignatureValue compute(byte[] file, ByteRange range, boolean pades) {
        try {
            return compute(file, range, Padding.stripped(range.value(file)), pades);
        } catch (MalformedPdfException e) {
            return SignatureValue.broken(SignatureFault.NOT_A_SIGNATURE);
        } catch (IOException
                | CMSException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException e) {
            return SignatureValue.notSupported(SignatureFault.NOT_A_SIGNATURE);
        }
    }

    private static SignatureValue compute(byte[] file, ByteRange range, byte[] encoded, boolean pades)
            throws IOException, CMSException, OperatorCreationException, GeneralSecurityException {
        ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(encoded));
        if (!PKCSObjectIdentifiers.signedData.equals(info.getContentType())) {
            return SignatureValue.broken(SignatureFault.NOT_A_SIGNATURE);
        }
        CMSSignedData bare = new CMSSignedData(info);
        Collection<SignerInformation> signers = bare.getSignerInfos().getSigners();
        if (signers.size() != 1) {
            return SignatureValue.broken(SignatureFault.NOT_ONE_SIGNER);
        }
        if (bare.getSignedContent() != null) {
            return pades
                    ? SignatureValue.broken(SignatureFault.CONTENT_INSIDE)
                    : SignatureValue.notSupported(SignatureFault.CONTENT_INSIDE);
        }
        return computed(file, range, info, bare, signers.iterator().next(), pades);
    }

    private static SignatureValue computed(
            byte[] file, ByteRange range, ContentInfo info, CMSSignedData bare, SignerInformation signer, boolean pades)
            throws IOException, CMSException, OperatorCreationException, GeneralSecurityException {
        Collection<X509CertificateHolder> holders = bare.getCertificates().getMatches(null);
        List<X509Certificate> embedded = certificates(holders);
        AttributeTable signed = signer.getSignedAttributes();
        if (signed == null) {
            return SignatureValue.notSupported(SignatureFault.NO_SIGNED_ATTRIBUTES);
        }
        Optional<SignedCertificate> named = SignedCertificate.in(signed);
        List<X509Certificate> candidates =
                certificates(holders.stream().filter(signer.getSID()::match).toList());
        if (candidates.isEmpty()) {
            return SignatureValue.broken(SignatureFault.CERTIFICATE_MISSING, null, embedded);
        }
        Optional<X509Certificate> certificate = named.isEmpty()
                ? Optional.of(candidates.getFirst())
                : candidates.stream().filter(named.get()::names).findFirst();
        if (certificate.isEmpty() || named.isEmpty() && pades) {
            return SignatureValue.broken(SignatureFault.CERTIFICATE_SWAPPED, candidates.getFirst(), embedded);
        }
        SignatureFault fault = verify(file, range, info, signer, certificate.get());
        Integrity integrity = switch (fault) {
            case NONE, WEAK -> Integrity.INTACT;
            case ALGORITHM_UNKNOWN -> Integrity.NOT_SUPPORTED;
            default -> Integrity.BROKEN;
        };
        return new SignatureValue(
                integrity, fault, certificate.get(), embedded, timeStamp(signer), signer.getSignature(), null);
    }

    private static SignatureFault verify(
            byte[] file, ByteRange range, ContentInfo info, SignerInformation signer, X509Certificate certificate)
            throws CMSException, OperatorCreationException {
        AlgorithmIdentifier algorithm = signer.getDigestAlgorithmID();
        String name = new DefaultAlgorithmNameFinder().getAlgorithmName(algorithm.getAlgorithm());
        MessageDigest digest;
        try {
            digest = "SM3".equals(name)
                    ? MessageDigest.getInstance(name, BouncyCastle.PROVIDER)
                    : MessageDigest.getInstance(dashed(name));
        } catch (GeneralSecurityException e) {
            return SignatureFault.ALGORITHM_UNKNOWN;
        }
        byte[] computed = range.digest(file, digest);
        ASN1Encodable stated = single(signer.getSignedAttributes(), PKCSObjectIdentifiers.pkcs_9_at_messageDigest);
        if (stated == null
                || !Arrays.equals(
                        org.bouncycastle.asn1.ASN1OctetString.getInstance(stated)
                                .getOctets(),
                        computed)) {
            return SignatureFault.DIGEST_DIFFERS;
        }
        SignerInformation over = new CMSSignedData(
                        Map.of(algorithm.getAlgorithm().getId(), computed), info)
                .getSignerInfos()
                .getSigners()
                .iterator()
                .next();
        return !holds(over, certificate) ? SignatureFault.VALUE_WRONG : strength(name, certificate);
    }

    private static boolean holds(SignerInformation signer, X509Certificate certificate)
            throws OperatorCreationException {
        try {
            return signer.verify(KeyVerifier.of(certificate.getPublicKey()));
        } catch (CMSVerifierCertificateNotValidException e) {
            throw new IllegalStateException("Only the key was asked", e);
        } catch (CMSException e) {
            return false;
        }
    }

    private static SignatureFault strength(String digest, X509Certificate certificate) {
        boolean shortKey = certificate.getPublicKey() instanceof RSAPublicKey key
                && key.getModulus().bitLength() < LEAST_RSA_BITS;
        return shortKey || !STRONG.contains(digest) ? SignatureFault.WEAK : SignatureFault.NONE;
    }

    private static String dashed(String name) {
        return name.startsWith("SHA") && !name.contains("-") ? "SHA-" + name.substring(3) : name;
    }

    private static List<X509Certificate> certificates(Collection<X509CertificateHolder> holders)
            throws IOException, GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : holders) {
            certificates.add(SeenCertificates.of(holder));
        }
        return certificates;
    }

    /** The value of an attribute that stands there once with one value. */
    static org.bouncycastle.asn1.@org.jspecify.annotations.Nullable ASN1Encodable single(
            AttributeTable attributes, ASN1ObjectIdentifier type) {
        var all = attributes.getAll(type);
        if (all.size() != 1) {
            return null;
        }
        Attribute attribute = Attribute.getInstance(all.get(0));
        return attribute.getAttrValues().size() == 1 ? attribute.getAttrValues().getObjectAt(0) : null;
    }

    private static byte @org.jspecify.annotations.Nullable [] timeStamp(SignerInformation signer) {
        AttributeTable unsigned = signer.getUnsignedAttributes();
        Attribute token = unsigned == null ? null : unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        try {
            return token == null || token.getAttrValues().size() == 0
                    ? null
                    : token.getAttrValues().getObjectAt(0).toASN1Primitive().getEncoded();
        } catch (IOException e) {
            return null;
        }
    }
}
