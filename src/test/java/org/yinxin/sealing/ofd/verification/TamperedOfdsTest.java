package org.yinxin.sealing.ofd.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yinxin.seal.ses.SealTrust;
import org.yinxin.seal.ses.SignatureFinding;
import org.yinxin.seal.ses.SignatureFinding.Outcome;
import org.yinxin.seal.ses.SignatureFinding.Step;
import org.yinxin.sealing.ofd.OfdFiles;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdRefusal;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.ofd.stamp.OfdSealer;
import org.yinxin.sealing.ofd.stamp.SealHolder;
import org.yinxin.sealing.ofd.verification.OfdFinding.Reason;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampOrder;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;
import org.yinxin.shared.UseCode;

/** A sealed document is good until somebody lays hands on it; each way of doing so has its own name. */
class TamperedOfdsTest {

    private static final OfdLimits LIMITS = OfdLimits.standard();
    private static final Instant TIME = Instant.parse("2026-05-04T08:09:10Z");
    private static final SealHolder HOLDER = new SealHolder("杭州测试科技有限公司");
    private static final String PAGE = "Doc_0/Pages/Page_1/Content.xml";

    private final byte[] once = seal(OfdFiles.zip(OfdFiles.parts(3)), HOLDER);
    private final byte[] twice = seal(once, HOLDER);

    @Test
    void whatNobodyTouchedPassesEveryQuestion() {
        VerifiedSignature signature = only(once);
        assertThat(signature.outcome()).as("%s", signature).isEqualTo(Outcome.PASSED);
        assertThat(signature.sound()).isTrue();
        assertThat(signature.time()).isEqualTo(TIME);
        assertThat(signature.quirks()).isEmpty();
    }

    @Test
    void aSecondSealLeavesTheFirstAsGoodAsItWas() {
        OfdVerification found = verify(twice);
        assertThat(found.lists()).isEqualTo(OfdVerification.ListState.WHOLE);
        assertThat(found.signatures()).hasSize(2).allMatch(signature -> signature.outcome() == Outcome.PASSED);
    }

    @Test
    void anEditedPageIsNamed() {
        assertFailed(
                edit(once, PAGE, "<ofd:Content/>", "<ofd:Content><ofd:Layer/></ofd:Content>"),
                Reason.PART_CHANGED,
                PAGE);
    }

    @Test
    void aPageTakenOutIsNamed() {
        Map<String, byte[]> parts = parts(once);
        parts.remove(PAGE);
        assertFailed(OfdFiles.zip(parts), Reason.PART_MISSING, PAGE);
    }

    @Test
    void aFileAddedAfterwardsIsNamed() {
        assertFailed(
                with(once, "Doc_0/Annots/Annotations.xml", "<a/>"),
                Reason.PART_UNCOVERED,
                "Doc_0/Annots/Annotations.xml");
    }

    @Test
    void aFileDoesNotHideBehindASignatureThatIsNone() {
        String evil = "Doc_0/Signs/Evil.xml";
        byte[] file = with(once, "Doc_0/Annots/Annotations.xml", "<a/>");
        file = with(
                file,
                evil,
                "<ofd:Signature xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:SignedInfo><ofd:References/></ofd:SignedInfo>"
                        + "<ofd:SignedValue>/Doc_0/Annots/Annotations.xml</ofd:SignedValue></ofd:Signature>");
        file = edit(
                file,
                list(once),
                "</ofd:Signatures>",
                "<ofd:Signature ID=\"99\" BaseLoc=\"/" + evil + "\"/></ofd:Signatures>");

        VerifiedSignature first = verify(file).signatures().getFirst();
        assertThat(first.finding(OfdFinding.Step.PARTS_COVERED).parts()).contains("Doc_0/Annots/Annotations.xml", evil);
        assertThat(first.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aLastSignatureDroppedFromTheListIsMissed() {
        String entry = lastEntry(twice);
        byte[] unlisted = edit(twice, list(twice), entry, "");
        VerifiedSignature first = only(unlisted);
        assertThat(first.finding(OfdFinding.Step.PARTS_COVERED).reason()).isEqualTo(Reason.PART_UNCOVERED);

        Map<String, byte[]> parts = parts(unlisted);
        verify(twice).signatures().getLast().parts(PartFinding.State.OF_SIGNATURES).stream()
                .filter(path -> !path.equals(list(twice)))
                .forEach(parts::remove);
        assertThat(verify(OfdFiles.zip(parts)).lists()).isEqualTo(OfdVerification.ListState.COUNTED_FURTHER);
    }

    @Test
    void swappedSignatureValuesFitNeitherDescription() {
        List<VerifiedSignature> signatures = verify(twice).signatures();
        String first = value(signatures.getFirst());
        String second = value(signatures.getLast());
        OfdPackage contents = OfdPackage.read(twice, LIMITS);
        byte[] swapped = contents.with(Map.of(first, contents.bytes(second), second, contents.bytes(first)))
                .write();
        assertThat(verify(swapped).signatures()).allSatisfy(signature -> {
            assertThat(signature.finding(OfdFinding.Step.BOUND).reason()).isEqualTo(Reason.MADE_FOR_ANOTHER);
            assertThat(Objects.requireNonNull(signature.report())
                            .finding(Step.DATA_HASH)
                            .reason())
                    .isEqualTo(SignatureFinding.Reason.DATA_CHANGED);
        });
    }

    @Test
    void aSignatureMovedElsewhereSaysThatItWasMadeForAnotherPlace() {
        String description = only(once).listed().path();
        OfdPackage contents = OfdPackage.read(once, LIMITS);
        byte[] moved = contents.with(Map.of("Doc_0/Moved.xml", contents.bytes(description)))
                .write();
        VerifiedSignature signature = only(edit(moved, list(once), "/" + description, "/Doc_0/Moved.xml"));
        assertThat(signature.finding(OfdFinding.Step.BOUND).reason()).isEqualTo(Reason.MADE_FOR_ANOTHER);
    }

    @Test
    void aDescriptionThatReadersCouldUnderstandDifferentlyIsNotRead() {
        String path = only(once).listed().path();
        for (String[] wrapped : new String[][] {
            {"</ofd:SignedInfo>", "</ofd:SignedInfo><ofd:SignedInfo><ofd:References/></ofd:SignedInfo>"},
            {"<ofd:SignedInfo>", "<x:SignedInfo xmlns:x=\"urn:x\"/><ofd:SignedInfo>"},
            {"</ofd:References>", "</ofd:References><ofd:References/>"},
            {"</ofd:CheckValue>", "</ofd:CheckValue><ofd:CheckValue>AAAA</ofd:CheckValue>"},
            {"</ofd:SignedValue>", "</ofd:SignedValue><ofd:SignedValue>/OFD.xml</ofd:SignedValue>"}
        }) {
            VerifiedSignature signature = only(edit(once, path, wrapped[0], wrapped[1]));
            assertThat(signature.finding(OfdFinding.Step.READABLE).reason())
                    .as(wrapped[1])
                    .isEqualTo(Reason.DESCRIPTION_AMBIGUOUS);
            assertThat(signature.outcome()).isEqualTo(Outcome.FAILED);
        }
    }

    @Test
    void aListThatNamesASignatureTwiceIsAmbiguous() {
        String entry = lastEntry(once);
        assertThat(verify(edit(once, list(once), entry, entry + entry)).lists())
                .isEqualTo(OfdVerification.ListState.AMBIGUOUS);
    }

    @Test
    void anEntranceWithTwoListsIsRefused() {
        byte[] file =
                edit(once, "OFD.xml", "</ofd:Signatures>", "</ofd:Signatures><ofd:Signatures>/a</ofd:Signatures>");
        assertThatThrownBy(() -> verify(file))
                .isInstanceOfSatisfying(
                        OfdRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(OfdRefusal.AMBIGUOUS));
    }

    @Test
    void aSealOfSomebodyElsesOwnAuthorityIsNeverGood() {
        byte[] forged = seal(OfdFiles.zip(OfdFiles.parts(3)), new SealHolder("杭州测试科技有限公司"));
        VerifiedSignature signature = only(forged);
        assertThat(signature.sound()).isTrue();
        assertThat(signature.outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertThat(Objects.requireNonNull(signature.report())
                        .finding(Step.MAKER_CHAIN)
                        .reason())
                .isEqualTo(SignatureFinding.Reason.ISSUER_UNKNOWN);
    }

    @Test
    void aRevokedSignerIsRefused() {
        VerifiedSignature signature = OfdVerifier.verify(once, LIMITS, trust(SealTrust.Revocation.REVOKED))
                .signatures()
                .getFirst();
        assertThat(signature.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Objects.requireNonNull(signature.report())
                        .finding(Step.REVOCATION)
                        .reason())
                .isEqualTo(SignatureFinding.Reason.REVOKED);
    }

    @Test
    void aPlainSignatureShowsNoImprint() {
        byte[] file = edit(
                OfdFiles.fixture("testImageNotFound.ofd"),
                "Doc_0/Signs/Sign_1/Signature.xml",
                "</ofd:References>",
                "</ofd:References><ofd:StampAnnot ID=\"7\" PageRef=\"1\" Boundary=\"0 0 9 9\"/>");
        assertThat(verify(file)
                        .signatures()
                        .getLast()
                        .finding(OfdFinding.Step.READABLE)
                        .reason())
                .isEqualTo(Reason.IMPRINT_WITHOUT_SEAL);
    }

    private static void assertFailed(byte[] file, Reason reason, String part) {
        VerifiedSignature signature = only(file);
        assertThat(signature.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(signature.sound()).isFalse();
        assertThat(signature.findings()).anySatisfy(finding -> {
            assertThat(finding.reason()).isEqualTo(reason);
            assertThat(finding.parts()).containsExactly(part);
        });
    }

    private static byte[] seal(byte[] file, SealHolder holder) {
        StampPlan plan = StampPlan.at(new Placement(2, 1_234, 2_000));
        UseNote note = new UseNote(UseCode.random(), Salt.random(), file.length, Digest.sha256(file), plan);
        StampOrder order = new StampOrder(holder.image(), note, "杭州测试科技有限公司", "合同", "https://yinxin.example/u/x", TIME);
        return new OfdSealer(LIMITS).seal(file, order, holder.signer()).bytes();
    }

    private static Map<String, byte[]> parts(byte[] file) {
        OfdPackage contents = OfdPackage.read(file, LIMITS);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        contents.paths().forEach(path -> parts.put(path, contents.bytes(path)));
        return parts;
    }

    private static byte[] with(byte[] file, String path, String text) {
        return OfdPackage.read(file, LIMITS)
                .with(Map.of(path, text.getBytes(StandardCharsets.UTF_8)))
                .write();
    }

    private static byte[] edit(byte[] file, String path, String from, String to) {
        String text = new String(OfdPackage.read(file, LIMITS).bytes(path), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return with(
                file,
                path,
                text.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to)));
    }

    private static String list(byte[] file) {
        return OfdPackage.read(file, LIMITS).paths().stream()
                .filter(path -> path.endsWith("Signatures.xml"))
                .findFirst()
                .orElseThrow();
    }

    private static String lastEntry(byte[] file) {
        String text = new String(OfdPackage.read(file, LIMITS).bytes(list(file)), StandardCharsets.UTF_8);
        int from = text.lastIndexOf("<ofd:Signature ");
        return text.substring(from, text.indexOf("/>", from) + 2);
    }

    private static String value(VerifiedSignature signature) {
        return Objects.requireNonNull(signature.description()).value();
    }

    private static VerifiedSignature only(byte[] file) {
        OfdVerification found = verify(file);
        assertThat(found.signatures()).hasSize(1);
        return found.signatures().getFirst();
    }

    private static OfdVerification verify(byte[] file) {
        return OfdVerifier.verify(file, LIMITS, trust(SealTrust.Revocation.GOOD));
    }

    private static SealTrust trust(SealTrust.Revocation revocation) {
        return new SealTrust() {
            @Override
            public Collection<X509Certificate> issuers() {
                return List.of(HOLDER.root());
            }

            @Override
            public Revocation revocation(X509Certificate certificate, Instant at) {
                return revocation;
            }
        };
    }
}
