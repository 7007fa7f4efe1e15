package org.yinxin.verification;

import java.util.List;

/** The judgement as a list of questions, the way every public answer is built. */
final class SealChecks {

    private SealChecks() {}

    static List<Check> of(SealJudgement judgement) {
        return List.of(Check.passed(CheckCode.SEAL_REGISTERED), chainAgrees(judgement), sealNow(judgement));
    }

    private static Check chainAgrees(SealJudgement judgement) {
        if (judgement.underWay()) {
            return Check.indeterminate(CheckCode.CHAIN_AGREES, SealAnswer.BEING_RECORDED.code());
        }
        return switch (judgement.answer()) {
            case RECORD_DOES_NOT_MATCH -> Check.failed(CheckCode.CHAIN_AGREES, SealAnswer.RECORD_DOES_NOT_MATCH.code());
            case COULD_NOT_BE_CHECKED ->
                Check.indeterminate(CheckCode.CHAIN_AGREES, judgement.answer().code());
            default -> Check.passed(CheckCode.CHAIN_AGREES);
        };
    }

    private static Check sealNow(SealJudgement judgement) {
        String reason = judgement.answer().code();
        return switch (judgement.answer().verdict()) {
            case VALID -> Check.passed(CheckCode.SEAL_NOW);
            case NOT_VALID ->
                judgement.answer() == SealAnswer.RECORD_DOES_NOT_MATCH
                        ? Check.indeterminate(CheckCode.SEAL_NOW, reason)
                        : Check.failed(CheckCode.SEAL_NOW, reason);
            case COULD_NOT_BE_CHECKED -> Check.indeterminate(CheckCode.SEAL_NOW, reason);
        };
    }
}
