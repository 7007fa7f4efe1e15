package org.yinxin.pki;

import java.security.GeneralSecurityException;

/** Encrypts private keys at rest: the master key of the settings, or a key that never leaves the HSM. */
interface WrappingKey {

    /** Which wrapping key this is, without saying anything of it; written beside what it wrapped. */
    String fingerprint();

    /** @param context what the plaintext belongs to: it opens in no other place */
    byte[] wrap(byte[] plain, byte[] context) throws GeneralSecurityException;

    byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException;
}
