package org.yinxin.pki;

/** The master key of the settings is not the one under which the keys in the database were encrypted. */
public class WrongMasterKeyException extends RuntimeException {

    private final String expected;

    WrongMasterKeyException(long keys, String expected, String found) {
        super(("%d keys in the database were encrypted under another key (%s) than yinxin.pki.master-key (%s): set"
                        + " YINXIN_PKI_MASTER_KEY to the key that this database was first started with, or"
                        + " YINXIN_PKI_PREVIOUSMASTERKEY to it until all keys are wrapped anew; one that begins with hsm"
                        + " needs the HSM (YINXIN_PKI_HSM_LIBRARY)")
                .formatted(keys, expected, found));
        this.expected = expected;
    }

    /** The fingerprint of the key that is missing. */
    String expected() {
        return expected;
    }
}
