package org.yinxin.pki;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Distinguished names: of the authority itself, and of enterprises as ETSI EN 319 412-3 and -1 name legal persons. */
final class CertificateNames {

    private CertificateNames() {}

    static X500Name authority(String organisation, CertificateRole role, KeyAlgorithm algorithm, int generation) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, organisation)
                .addRDN(
                        BCStyle.CN,
                        organisation + " " + what(role) + " " + algorithm.name()
                                + (generation == 1 ? "" : " G" + generation))
                .build();
    }

    private static String what(CertificateRole role) {
        return switch (role) {
            case ROOT -> "Root CA";
            case ISSUING -> "Issuing CA";
            case MAKER -> "Seal Maker";
            case OCSP -> "OCSP Responder";
            case TSA -> "Time Stamping";
            case SERVICE -> "Statements";
            case SEAL, EXTERNAL -> throw new IllegalArgumentException(role + " is no authority of ours");
        };
    }

    static X500Name seal(SealSubject subject) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, subject.enterpriseName())
                .addRDN(
                        BCStyle.ORGANIZATION_IDENTIFIER,
                        "NTRCN-" + subject.uscc().value())
                .addRDN(BCStyle.SERIALNUMBER, subject.sealNumber().value())
                .addRDN(BCStyle.CN, subject.enterpriseName())
                .build();
    }
}
