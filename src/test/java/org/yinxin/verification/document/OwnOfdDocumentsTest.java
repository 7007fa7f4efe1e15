package org.yinxin.verification.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.sealing.DocumentDesk;
import org.yinxin.sealing.SealingSettings;
import org.yinxin.sealing.ofd.OfdFiles;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.stamp.OfdSealer;
import org.yinxin.sealing.ofd.stamp.SealHolder;
import org.yinxin.sealing.ofd.stamp.SealedOfd;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampOrder;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;
import org.yinxin.shared.UseCode;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;
import org.yinxin.verification.CheckVerdict;
import org.yinxin.verification.Verdict;

/** OFD documents sealed here, with the record of their use. */
class OwnOfdDocumentsTest {

    private static final SealHolder HOLDER = new SealHolder("杭州测试科技有限公司", FakeBooks.NUMBER.value());

    private final FakeBooks books = new FakeBooks();
    private final byte[] contract = OfdFiles.zip(OfdFiles.parts(2));
    private final StampOrder order = order(contract);
    private final SealedOfd sealed = new OfdSealer(OfdLimits.standard()).seal(contract, order, HOLDER.signer());

    @BeforeEach
    void recorded() {
        books.record(order, sealed);
    }

    @Test
    void aSealedDocumentIsValidWithItsUseAndPlace() {
        DocumentReport report = check(sealed.bytes());
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.VALID);
        assertThat(report.seals()).singleElement().satisfies(seal -> {
            assertThat(seal.checks()).allMatch(Check::passed);
            assertThat(seal.sealNumber()).isEqualTo(FakeBooks.NUMBER.value());
            assertThat(seal.useCode()).isEqualTo(order.note().code());
            assertThat(seal.purpose()).isEqualTo("合同");
            assertThat(seal.spots())
                    .singleElement()
                    .satisfies(spot -> assertThat(spot.page()).isEqualTo(2));
        });
    }

    @Test
    void packedAnewItIsStillTheSameDocument() {
        byte[] packed = OfdPackage.read(sealed.bytes(), OfdLimits.standard())
                .with(Map.of())
                .write();
        assertThat(check(packed).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void anEditedPageMakesItNotValid() {
        byte[] edited = OfdPackage.read(sealed.bytes(), OfdLimits.standard())
                .with(Map.of(
                        "Doc_0/Pages/Page_0/Content.xml",
                        "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"/>".getBytes(StandardCharsets.UTF_8)))
                .write();
        DocumentReport report = check(edited);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(report.deciding().code()).isEqualTo(CheckCode.PARTS_UNCHANGED);
        assertThat(report.deciding().values()).contains("Doc_0/Pages/Page_0/Content.xml");
    }

    @Test
    void aSilentChainLeavesTheAnswerOpen() {
        books.switchOff();
        assertThat(check(sealed.bytes()).verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
    }

    @Test
    void theRecordOfAnotherUseDoesNotFit() {
        StampOrder other = order(contract);
        SealedOfd unrecorded = new OfdSealer(OfdLimits.standard()).seal(contract, other, HOLDER.signer());
        books.record(other, sealed);
        assertThat(reason(check(unrecorded.bytes()), CheckCode.RECORD_MATCHES)).isEqualTo("sealed-differs");
    }

    @Test
    void anotherAuthoritysSealWithOurUseCodeIsAForgery() {
        SealHolder forger = new SealHolder("杭州测试科技有限公司");
        byte[] forged = new OfdSealer(OfdLimits.standard())
                .seal(contract, order, forger.signer())
                .bytes();
        DocumentReport report = check(forged);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(reason(report, CheckCode.ISSUER_TRUSTED)).isEqualTo("borrowed-code");
    }

    @Test
    void aSealThatWasSuspendedBeforeIsSaidToHaveBeen() {
        books.suspendedFrom(order.time().minus(Duration.ofDays(1)));
        DocumentReport report = check(sealed.bytes());
        assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
        assertThat(report.signatures().getFirst().now()).isEqualTo(CheckVerdict.FAILED);
    }

    private DocumentReport check(byte[] file) {
        Trust trust = new Trust(List.of(HOLDER.root()), List.of(), List.of(HOLDER.revocations()));
        return new DocumentChecker(new DocumentDesk(new SealingSettings(Duration.ofDays(30), 2)), trust, books)
                .check(file, Instant.now());
    }

    private static String reason(DocumentReport report, CheckCode code) {
        return report.signatures().getFirst().checks().stream()
                .filter(check -> check.code() == code)
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private static StampOrder order(byte[] file) {
        StampPlan plan = StampPlan.at(new Placement(2, 1_234, 2_000));
        UseNote note = new UseNote(UseCode.random(), Salt.random(), file.length, Digest.sha256(file), plan);
        return new StampOrder(HOLDER.image(), note, "杭州测试科技有限公司", "合同", "https://yinxin.example/u/x", Instant.now());
    }
}
