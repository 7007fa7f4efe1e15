package org.yinxin.ledger.web3j;

/** The ledger cannot start; the message is one sentence that says what to set. */
final class LedgerSettingMissing extends RuntimeException {

    LedgerSettingMissing(String sentence) {
        super(sentence);
    }
}
