package org.yinxin.ledger.web3j;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a start that lacks a setting into its one sentence. */
final class LedgerSettingMissingAnalyzer extends AbstractFailureAnalyzer<LedgerSettingMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LedgerSettingMissing cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
