package org.yinxin.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.verification.SealBooks.NOW;
import static org.yinxin.verification.SealBooks.chain;
import static org.yinxin.verification.SealBooks.record;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.NodeAnswer;
import org.yinxin.ledger.NodeAnswer.Stand;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.seal.SealStatus;
import org.yinxin.shared.Uscc;

class SealJudgementTest {

    @ParameterizedTest
    @CsvSource({
        "ISSUED,    ISSUED,    NOT_IN_USE_YET",
        "ACTIVE,    ACTIVE,    IN_FORCE",
        "SUSPENDED, SUSPENDED, SUSPENDED",
        "REVOKED,   REVOKED,   REVOKED",
        "EXPIRED,   ACTIVE,    EXPIRED",
        "EXPIRED,   SUSPENDED, EXPIRED",
        "REPLACED,  REPLACED,  REPLACED"
    })
    void booksAndChainThatAgreeAreAnsweredInTheSealsOwnWords(
            SealStatus row, SealOnChain.Status chain, SealAnswer answer) {
        assertThat(judge(record(row), known(chain(chain))).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE,    SUSPENDED",
        "ACTIVE,    REVOKED",
        "ACTIVE,    ISSUED",
        "SUSPENDED, ACTIVE",
        "REVOKED,   ACTIVE",
        "EXPIRED,   REVOKED"
    })
    void aStatusThatNobodyRecordedDoesNotMatch(SealStatus row, SealOnChain.Status chain) {
        SealJudgement judgement = judge(record(row), known(chain(chain)));

        assertThat(judgement.answer()).isEqualTo(SealAnswer.RECORD_DOES_NOT_MATCH);
        assertThat(judgement.differences()).containsExactly(Difference.STATUS);
    }

    @Test
    void anotherNameCodeOrPictureInTheRowIsFoundThroughTheRecordedSealFile() {
        Uscc other = Uscc.complete("91330106MA9XY8YW7");

        assertThat(differences(record(SealStatus.ACTIVE, "杭州冒名科技有限公司", SealBooks.OWNER, SealBooks.PICTURE)))
                .containsExactly(Difference.OWNER);
        assertThat(differences(record(SealStatus.ACTIVE, SealBooks.NAME, other, SealBooks.PICTURE)))
                .containsExactly(Difference.OWNER);
        assertThat(differences(record(SealStatus.ACTIVE, SealBooks.NAME, SealBooks.OWNER, new byte[] {1})))
                .containsExactly(Difference.IMPRINT);
    }

    @Test
    void aPeriodThatWasStretchedIsFound() {
        SealRecord stretched = new SealRecord(
                SealBooks.row(
                        SealStatus.ACTIVE,
                        SealBooks.NAME,
                        SealBooks.OWNER,
                        SealBooks.TO.plus(Duration.ofDays(365)),
                        null),
                SealBooks.FILE,
                SealBooks.PICTURE);

        assertThat(differences(stretched)).containsExactly(Difference.PERIOD);
    }

    @Test
    void anotherSealFileThanTheRecordedOneIsFound() {
        byte[] forged = SealBooks.FILE.clone();
        forged[forged.length - 1] ^= 1;
        SealRecord books = new SealRecord(record(SealStatus.ACTIVE).row(), forged, SealBooks.PICTURE);

        assertThat(differences(books)).containsExactly(Difference.SEAL_FILE);
    }

    @Test
    void aSealThatTheChainDoesNotHoldIsMissing() {
        SealJudgement judgement = judge(record(SealStatus.ACTIVE), new ChainAnswer.Absent<>(parties(Stand.AGREES)));

        assertThat(judgement.answer()).isEqualTo(SealAnswer.RECORD_DOES_NOT_MATCH);
        assertThat(judgement.differences()).containsExactly(Difference.MISSING);
    }

    @Test
    void aSealThatTheChainRefusedAtIssueIsRevokedAndNothingElse() {
        ChainAnswer<SealOnChain> absent = new ChainAnswer.Absent<>(parties(Stand.AGREES));

        assertThat(SealJudgement.of(record(SealStatus.REVOKED), absent, false, true, NOW)
                        .answer())
                .isEqualTo(SealAnswer.REVOKED);
        assertThat(SealJudgement.of(record(SealStatus.ACTIVE), absent, false, true, NOW)
                        .answer())
                .isEqualTo(SealAnswer.RECORD_DOES_NOT_MATCH);
    }

    @ParameterizedTest
    @EnumSource(SealStatus.class)
    void silenceIsNeverAnAnswer(SealStatus row) {
        ChainAnswer<SealOnChain> silent = new ChainAnswer.Unreachable<>("refused", parties(Stand.SILENT));

        assertThat(judge(record(row), silent).answer()).isEqualTo(SealAnswer.COULD_NOT_BE_CHECKED);
        assertThat(judge(record(row), silent).answer().verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
    }

    @Test
    void aThirdOfThePartiesAloneDecidesNothing() {
        ChainAnswer<SealOnChain> oneOfFour = new ChainAnswer.Known<>(
                chain(SealOnChain.Status.REVOKED), parties(Stand.AGREES, Stand.SILENT, Stand.SILENT, Stand.SILENT));
        ChainAnswer<SealOnChain> twoOfFour = new ChainAnswer.Known<>(
                chain(SealOnChain.Status.REVOKED), parties(Stand.AGREES, Stand.AGREES, Stand.DIFFERS, Stand.SILENT));

        assertThat(judge(record(SealStatus.REVOKED), oneOfFour).answer()).isEqualTo(SealAnswer.COULD_NOT_BE_CHECKED);
        assertThat(judge(record(SealStatus.REVOKED), twoOfFour).answer()).isEqualTo(SealAnswer.REVOKED);
    }

    @Test
    void aStepOnItsWayIsNoDifference() {
        assertThat(underWay(SealStatus.ACTIVE, SealOnChain.Status.ISSUED)).isEqualTo(SealAnswer.BEING_RECORDED);
        assertThat(underWay(SealStatus.ACTIVE, SealOnChain.Status.SUSPENDED)).isEqualTo(SealAnswer.BEING_RECORDED);
    }

    @Test
    void whatStopsASealCountsBeforeTheChainHasIt() {
        assertThat(underWay(SealStatus.SUSPENDED, SealOnChain.Status.ACTIVE)).isEqualTo(SealAnswer.SUSPENDED);
        assertThat(underWay(SealStatus.REVOKED, SealOnChain.Status.ACTIVE)).isEqualTo(SealAnswer.REVOKED);
    }

    @Test
    void aStepOnItsWayExcusesNothingButTheStatus() {
        SealRecord renamed = record(SealStatus.ACTIVE, "杭州冒名科技有限公司", SealBooks.OWNER, SealBooks.PICTURE);

        assertThat(SealJudgement.of(renamed, known(chain(SealOnChain.Status.ISSUED)), true, false, NOW)
                        .answer())
                .isEqualTo(SealAnswer.RECORD_DOES_NOT_MATCH);
    }

    @Test
    void aSealIsNotInForceBeforeItsPeriodBegins() {
        assertThat(SealJudgement.of(
                                record(SealStatus.ACTIVE),
                                known(chain(SealOnChain.Status.ACTIVE)),
                                false,
                                false,
                                SealBooks.FROM.minusSeconds(1))
                        .answer())
                .isEqualTo(SealAnswer.NOT_VALID_YET);
    }

    @ParameterizedTest
    @EnumSource(SealAnswer.class)
    void theChecksBehindAnAnswerNeverFailForWantOfAnAnswer(SealAnswer answer) {
        List<Check> checks = SealChecks.of(new SealJudgement(answer, Set.of(), false));

        assertThat(Verdict.of(checks)).isEqualTo(answer.verdict());
    }

    private static SealAnswer underWay(SealStatus row, SealOnChain.Status chain) {
        return SealJudgement.of(record(row), known(chain(chain)), true, false, NOW)
                .answer();
    }

    private static Set<Difference> differences(SealRecord books) {
        return judge(books, known(chain(SealOnChain.Status.ACTIVE))).differences();
    }

    private static SealJudgement judge(SealRecord books, ChainAnswer<SealOnChain> answer) {
        return SealJudgement.of(books, answer, false, false, NOW);
    }

    private static ChainAnswer<SealOnChain> known(SealOnChain seal) {
        return new ChainAnswer.Known<>(seal, parties(Stand.AGREES));
    }

    private static List<NodeAnswer> parties(Stand... stands) {
        return Stream.of(stands).map(stand -> new NodeAnswer("node", stand)).toList();
    }
}
