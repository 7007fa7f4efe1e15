package org.yinxin.ledger.proof.book;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;

/** Checks the platform's signature over a statement: a detached CMS message (RFC 5652) by a certificate of its own. */
final class StatementSignature {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final int NON_REPUDIATION = 1;

    /** More than lie between the platform's signer and its root; paths through hundreds would cost whoever checks. */
    private static final int MOST_CERTIFICATES = 8;

    private final Set<TrustAnchor> roots;

    StatementSignature(Collection<X509Certificate> roots) {
        this.roots = roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
    }

    /**
     * @return the signer's certificate
     * @throws StatementRefusedException when somebody else signed, or something else
     */
    X509Certificate check(byte[] content, byte[] signature, Instant at) {
        try {
            CMSSignedData message = new CMSSignedData(new CMSProcessableByteArray(content), signature);
            List<X509Certificate> certificates = certificates(message);
            X509Certificate signer = verified(message, certificates);
            trusted(signer, certificates, at);
            return signer;
        } catch (StatementRefusedException e) {
            throw e;
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            // What is no message, or damaged, makes the parser stumble in more ways than it says.
            throw new StatementRefusedException(StatementFlaw.SIGNATURE, "no signature over this statement");
        } catch (GeneralSecurityException e) {
            throw new StatementRefusedException(StatementFlaw.SIGNER, "no path to a known root");
        }
    }

    private static X509Certificate verified(CMSSignedData message, List<X509Certificate> certificates)
            throws OperatorCreationException, CMSException {
        Collection<SignerInformation> signers = message.getSignerInfos().getSigners();
        if (signers.size() != 1) {
            throw new StatementRefusedException(StatementFlaw.SIGNATURE, signers.size() + " signers");
        }
        SignerInformation signer = signers.iterator().next();
        for (X509Certificate certificate : certificates) {
            if (names(signer, certificate)
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                            .setProvider(PROVIDER)
                            .build(certificate))) {
                return certificate;
            }
        }
        throw new StatementRefusedException(StatementFlaw.SIGNATURE, "made by none of its certificates");
    }

    private static boolean names(SignerInformation signer, X509Certificate certificate) {
        return certificate.getSerialNumber().equals(signer.getSID().getSerialNumber());
    }

    private void trusted(X509Certificate signer, List<X509Certificate> certificates, Instant at)
            throws GeneralSecurityException {
        if (roots.isEmpty()) {
            throw new StatementRefusedException(StatementFlaw.SIGNER, "no root is known");
        }
        X509CertSelector wanted = new X509CertSelector();
        wanted.setCertificate(signer);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(roots, wanted);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(certificates)));
        CertPathBuilder.getInstance("PKIX", PROVIDER).build(parameters);
        if (!isThePlatforms(signer)) {
            throw new StatementRefusedException(StatementFlaw.SIGNER, "signed for " + signer.getSubjectX500Principal());
        }
    }

    /** Named like the authority that issued it, for nobody registered, and fit to vouch for something. */
    private static boolean isThePlatforms(X509Certificate signer) {
        X500Name subject = X500Name.getInstance(signer.getSubjectX500Principal().getEncoded());
        X500Name issuer = X500Name.getInstance(signer.getIssuerX500Principal().getEncoded());
        boolean[] usage = signer.getKeyUsage();
        return signer.getBasicConstraints() < 0
                && usage != null
                && usage[NON_REPUDIATION]
                && subject.getRDNs(BCStyle.ORGANIZATION_IDENTIFIER).length == 0
                && organisation(subject).equals(organisation(issuer));
    }

    private static List<String> organisation(X500Name name) {
        List<String> values = new ArrayList<>();
        for (RDN organisation : name.getRDNs(BCStyle.O)) {
            values.add(organisation.getFirst().getValue().toString());
        }
        return values;
    }

    private static List<X509Certificate> certificates(CMSSignedData message) throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        Collection<X509CertificateHolder> holders = message.getCertificates().getMatches(null);
        if (holders.size() > MOST_CERTIFICATES) {
            throw new StatementRefusedException(StatementFlaw.SIGNATURE, holders.size() + " certificates");
        }
        for (X509CertificateHolder holder : holders) {
            certificates.add(
                    new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(holder));
        }
        return certificates;
    }
}
