package org.yinxin.pki;

/** Where certificates and revocation lists can be fetched; printed into certificates, so it must work for decades. */
record PublicationAddresses(String publicAddress) {

    String certificate(CertificateRole role, KeyAlgorithm algorithm) {
        return publicAddress + "/pki/" + role.slug() + "-" + algorithm.slug() + ".crt";
    }

    String crl(CertificateRole role, KeyAlgorithm algorithm) {
        return publicAddress + "/pki/" + role.slug() + "-" + algorithm.slug() + ".crl";
    }
}
