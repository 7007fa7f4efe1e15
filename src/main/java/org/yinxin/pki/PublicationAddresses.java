package org.yinxin.pki;

/**
 * Where certificates and revocation lists can be fetched and revocations asked for; printed into certificates, so it must
 * work for decades.
 */
record PublicationAddresses(String publicAddress) {

    String certificate(CertificateRole role, KeyAlgorithm algorithm, int generation) {
        return publicAddress + "/pki/" + name(role, algorithm, generation) + ".crt";
    }

    String crl(CertificateRole role, KeyAlgorithm algorithm, int generation) {
        return publicAddress + "/pki/" + name(role, algorithm, generation) + ".crl";
    }

    String ocsp(KeyAlgorithm algorithm) {
        return publicAddress + "/pki/ocsp/" + algorithm.slug();
    }

    /** What we certify and how. */
    String practice() {
        return publicAddress + "/pki";
    }

    /** The first generation keeps the name that stands in certificates issued before there was a second. */
    static String name(CertificateRole role, KeyAlgorithm algorithm, int generation) {
        return role.slug() + "-" + algorithm.slug() + (generation == 1 ? "" : "-" + generation);
    }
}
