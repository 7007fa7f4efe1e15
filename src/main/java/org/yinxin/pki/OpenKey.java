package org.yinxin.pki;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A key that is open for a while: signers are initialised once and used again, one caller at a time each. */
final class OpenKey {

    private static final int MOST_IDLE = 8;

    private final Opening opening;
    private final ConcurrentLinkedQueue<Signature> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger idling = new AtomicInteger();

    OpenKey(Opening opening) {
        this.opening = opening;
    }

    byte[] sign(byte[] data) throws GeneralSecurityException {
        Signature signer = idle.poll();
        if (signer == null) {
            signer = opening.signer();
        } else {
            idling.decrementAndGet();
        }
        signer.update(data);
        byte[] signature = signer.sign();
        // A signer that failed is not used again.
        if (idling.incrementAndGet() <= MOST_IDLE) {
            idle.add(signer);
        } else {
            idling.decrementAndGet();
        }
        return signature;
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "OpenKey[]";
    }

    /** Makes an initialised signer. */
    interface Opening {

        Signature signer() throws GeneralSecurityException;
    }
}
