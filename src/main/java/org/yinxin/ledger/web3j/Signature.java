package org.yinxin.ledger.web3j;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.web3j.crypto.Credentials;
import org.yinxin.ledger.Party;

/** Whose signature stands under what somebody does by hand: a keystore's, or a remote signer's. */
public final class Signature {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final String account;
    private final TransactionSigner signer;

    private Signature(String account, TransactionSigner signer) {
        this.account = account;
        this.signer = signer;
    }

    /** @throws RuntimeException with one sentence when the keystore cannot be opened */
    public static Signature ofKeystore(Party party, Path keystore, String password) {
        Credentials key = Keystores.open(party, keystore, password);
        return new Signature(key.getAddress(), new KeySigner(key));
    }

    public static Signature ofSigner(Party party, URI signer, String account) {
        return new Signature(account, new RemoteSigner(party, signer, account, ANSWER_WITHIN));
    }

    public String account() {
        return account;
    }

    TransactionSigner signer() {
        return signer;
    }
}
