package org.yinxin.verification.document;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.yinxin.pki.BouncyCastle;

/** Remembers which revocation lists were found properly signed: each is asked for with every document for days. */
final class ProvenLists {

    private static final int MOST = 200;
    private static final Set<Proven> PROVEN = ConcurrentHashMap.newKeySet();

    private ProvenLists() {}

    private record Proven(X509CRL list, X509Certificate issuer) {}

    static boolean isSigned(X509CRL list, X509Certificate issuer) {
        Proven asked = new Proven(list, issuer);
        if (PROVEN.contains(asked)) {
            return true;
        }
        try {
            list.verify(issuer.getPublicKey(), BouncyCastle.PROVIDER);
        } catch (GeneralSecurityException e) {
            return false;
        }
        if (PROVEN.size() >= MOST) {
            PROVEN.clear();
        }
        PROVEN.add(asked);
        return true;
    }
}
