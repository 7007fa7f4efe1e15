package org.yinxin.pki;

/** The master key of the settings is not the one under which the keys in the database were encrypted. */
public class WrongMasterKeyException extends RuntimeException {

    WrongMasterKeyException(long keys, String expected, String found) {
        super(("%d keys in the database were encrypted under another master key (%s) than yinxin.pki.master-key (%s):"
                        + " set YINXIN_PKI_MASTER_KEY to the key that this database was first started with")
                .formatted(keys, expected, found));
    }
}
