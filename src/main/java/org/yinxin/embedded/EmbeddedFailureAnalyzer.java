package org.yinxin.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a failed start of the embedded infrastructure into its one sentence. */
final class EmbeddedFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedFailure cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
