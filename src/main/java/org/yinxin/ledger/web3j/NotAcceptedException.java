package org.yinxin.ledger.web3j;

/** The contract, or the node before it, does not take what somebody tried by hand; the message says in whose words. */
public final class NotAcceptedException extends RuntimeException {

    NotAcceptedException(String words) {
        super(words);
    }
}
