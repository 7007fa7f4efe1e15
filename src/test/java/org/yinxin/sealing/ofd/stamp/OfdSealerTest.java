package org.yinxin.sealing.ofd.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.pki.TestTimeStamper;
import org.yinxin.pki.TimeStampFamily;
import org.yinxin.seal.ses.GmSigner;
import org.yinxin.seal.ses.SealTrust;
import org.yinxin.seal.ses.SignatureFinding.Outcome;
import org.yinxin.seal.ses.SignatureFinding.Step;
import org.yinxin.seal.ses.SignatureReader;
import org.yinxin.sealing.ofd.OfdFiles;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdRefusal;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.ofd.OfdSignature;
import org.yinxin.sealing.ofd.verification.OfdVerification;
import org.yinxin.sealing.ofd.verification.OfdVerification.ListState;
import org.yinxin.sealing.plan.PageSpan;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.SeamSeal;
import org.yinxin.sealing.plan.StampOrder;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.sealing.plan.TimeStamping;

class OfdSealerTest {

    private static final SealHolder HOLDER = new SealHolder("杭州测试科技有限公司");
    private static final StampPlan PLAN = StampPlan.at(new Placement(2, 1_234, 2_000));

    private final OfdSealer sealer = new OfdSealer(OfdLimits.standard());
    private final byte[] file = OfdFiles.zip(OfdFiles.parts(5));

    @Test
    void anImprintStandsWhereItWasPlacedUnderASignatureThatHolds() {
        StampOrder order = StampedOfd.order(HOLDER, file, PLAN);
        SealedOfd sealed = sealer.seal(file, order, HOLDER.signer());

        StampedOfd stamped = new StampedOfd(sealed.bytes());
        assertThat(stamped.stands(0)).isTrue();
        assertThat(stamped.last().stamps()).singleElement().satisfies(stamp -> {
            assertThat(stamp.page()).isEqualTo("2");
            assertThat(List.of(
                            stamp.boundary().x(),
                            stamp.boundary().y(),
                            stamp.boundary().width(),
                            stamp.boundary().height()))
                    .containsExactly(123.4, 200.0, 40.0, 40.0);
            assertThat(stamp.clip()).isNull();
        });
        assertThat(stamped.last().parameters())
                .containsEntry("yinxin", order.note().text())
                .containsEntry("yinxin-purpose", StampedOfd.PURPOSE);
        assertThat(sealed.signatureXml()).isEqualTo(stamped.contents.bytes(sealed.signaturePath()));
        assertThat(stamped.report(0, SealTrust.of(List.of(HOLDER.root()))).firstFailure())
                .isEmpty();
    }

    @Test
    void ourStrictVerifierHasNothingToSayAgainstIt() {
        SealHolder other = new SealHolder("宁波伙伴有限公司");
        byte[] first = stamp(file, PLAN).bytes();
        byte[] both = sealer.seal(first, StampedOfd.order(other, first, PLAN), other.signer())
                .bytes();

        OfdVerification found = StampedOfd.verify(both, HOLDER, other);

        assertThat(found.lists()).isEqualTo(ListState.WHOLE);
        assertThat(found.signatures()).hasSize(2).allSatisfy(signature -> {
            assertThat(signature.outcome()).isEqualTo(Outcome.PASSED);
            assertThat(signature.quirks()).isEmpty();
        });
    }

    /** Whatever byte of a part is turned, or part taken away or added: one signature at least does not stand any more. */
    @Test
    void whateverIsChangedAfterwardsIsNoticed() {
        StampedOfd stamped = new StampedOfd(stamp(file, PLAN).bytes());
        Map<String, byte[]> parts = new LinkedHashMap<>();
        stamped.contents.paths().forEach(path -> parts.put(path, stamped.contents.bytes(path)));

        for (String path : parts.keySet()) {
            byte[] part = parts.get(path);
            byte[] turned = part.clone();
            turned[part.length * 3 / 4] ^= 1;
            assertThat(holds(changed(parts, path, turned)))
                    .as("changed " + path)
                    .isFalse();
            assertThat(holds(changed(parts, path, null))).as("without " + path).isFalse();
        }
        assertThat(holds(changed(parts, "Doc_0/more.xml", new byte[] {1}))).isFalse();
        assertThat(holds(parts)).isTrue();
    }

    private static Map<String, byte[]> changed(Map<String, byte[]> parts, String path, byte @Nullable [] content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        if (content == null) {
            changed.remove(path);
        } else {
            changed.put(path, content);
        }
        return changed;
    }

    private static boolean holds(Map<String, byte[]> parts) {
        try {
            OfdVerification found = StampedOfd.verify(OfdFiles.zip(parts), HOLDER);
            return found.lists() == ListState.WHOLE
                    && found.signatures().size() == 1
                    && found.signatures().getFirst().outcome() == Outcome.PASSED;
        } catch (OfdRefusedException e) {
            return false;
        }
    }

    @Test
    void everythingIsProtectedButTheListThatOthersAddTo() {
        StampedOfd stamped = new StampedOfd(stamp(file, PLAN).bytes());

        assertThat(stamped.unprotected(0))
                .containsExactlyInAnyOrder(
                        "Doc_0/Signs/Signatures.xml",
                        "Doc_0/Signs/Sign_0/Signature.xml",
                        "Doc_0/Signs/Sign_0/SignedValue.dat");
        assertThat(SignatureReader.read(stamped.contents.bytes("Doc_0/Signs/Sign_0/SignedValue.dat"))
                        .propertyInfo())
                .isEqualTo("/Doc_0/Signs/Sign_0/Signature.xml");
        assertThat(stamped.contents.bytes("Doc_0/Signs/Sign_0/Seal.esl")).isEqualTo(HOLDER.seal());
    }

    @Test
    void partsThatAreNotConcernedStayPackedAsTheyWere() throws Exception {
        byte[] upload = OfdFiles.fixture("Page5-unsigned.ofd");
        Map<String, ZipEntry> after = new HashMap<>();
        StampedOfd.entries(stamp(upload, PLAN).bytes()).forEach(entry -> after.put(entry.getName(), entry));

        assertThat(StampedOfd.entries(upload))
                .filteredOn(entry -> !entry.getName().equals("OFD.xml"))
                .hasSize(6)
                .allSatisfy(entry -> {
                    ZipEntry same = after.get(entry.getName());
                    assertThat(same.getCompressedSize()).isEqualTo(entry.getCompressedSize());
                    assertThat(same.getCrc()).isEqualTo(entry.getCrc());
                    assertThat(same.getTime()).isEqualTo(entry.getTime());
                });
    }

    @Test
    void oneSignatureCarriesSeveralImprints() {
        StampPlan plan = new StampPlan(
                List.of(new Placement(1, 0, 0), new Placement(1, 1_000, 0), new Placement(5, 1_700, 2_570)), null);

        StampedOfd stamped = new StampedOfd(stamp(file, plan).bytes());

        assertThat(stamped.signatures).hasSize(1);
        assertThat(stamped.last().stamps())
                .extracting(
                        OfdSignature.StampAnnotation::page,
                        stamp -> stamp.boundary().x())
                .containsExactly(tuple("1", 0.0), tuple("1", 100.0), tuple("5", 170.0));
        assertThat(stamped.last().stamps())
                .extracting(OfdSignature.StampAnnotation::id)
                .doesNotHaveDuplicates()
                .doesNotContain(stamped.list.listed().getFirst().id());
        assertThat(stamped.list.maxSignId()).isEqualTo("4");
    }

    /** The strips of V4RideRight.ofd, which another maker's software stamped. */
    @Test
    void aSeamSealIsOneImprintOnEachPageOfWhichAStripShows() {
        assertThat(strips(new SeamSeal(new PageSpan(1, 5), SeamSeal.Edge.RIGHT, SeamSeal.Parity.ALL, 400)))
                .containsExactly(
                        "1: 202 40, 0+8", "2: 194 40, 8+8", "3: 186 40, 16+8", "4: 178 40, 24+8", "5: 170 40, 32+8");
    }

    @Test
    void aSeamSealStandsOnTheLeftEdgeOfChosenPages() {
        assertThat(strips(new SeamSeal(new PageSpan(2, 5), SeamSeal.Edge.LEFT, SeamSeal.Parity.ALL, 1_000)))
                .containsExactly("2: 0 100, 0+10", "3: -10 100, 10+10", "4: -20 100, 20+10", "5: -30 100, 30+10");
    }

    @Test
    void aSeamSealOfOddPagesLeavesTheEvenOnesAlone() {
        assertThat(strips(new SeamSeal(new PageSpan(1, 4), SeamSeal.Edge.RIGHT, SeamSeal.Parity.ODD, 0)))
                .containsExactly("1: 190 0, 0+20", "3: 170 0, 20+20");
    }

    @Test
    void aMirroredSeamSealStandsOnTheSameSideOfThePaper() {
        assertThat(strips(new SeamSeal(new PageSpan(1, 4), SeamSeal.Edge.RIGHT, SeamSeal.Parity.MIRRORED, 0)))
                .containsExactly("1: 190 0, 0+20", "2: 0 0, 0+20", "3: 170 0, 20+20", "4: -20 0, 20+20");
    }

    @Test
    void aPageOfAnotherSizeThatDoesNotBeginAtItsCornerIsStampedAsSeen() {
        Map<String, byte[]> parts = OfdFiles.parts(2);
        parts.put(
                "Doc_0/Pages/Page_1/Content.xml",
                OfdFiles.xml(
                        "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Area><ofd:PhysicalBox>10 20 297 210"
                                + "</ofd:PhysicalBox></ofd:Area><ofd:Content/></ofd:Page>"));
        StampPlan plan = new StampPlan(
                List.of(new Placement(2, 2_570, 1_700)),
                new SeamSeal(new PageSpan(1, 2), SeamSeal.Edge.RIGHT, SeamSeal.Parity.ALL, 100));

        StampedOfd stamped = new StampedOfd(stamp(OfdFiles.zip(parts), plan).bytes());

        assertThat(stamped.last().stamps())
                .extracting(OfdSealerTest::text)
                .containsExactly("2: 267 190", "1: 190 10, 0+20", "2: 267 30, 20+20");
    }

    @Test
    void sealingGoesOnBesideEarlierSignaturesAndBreaksNone() {
        SealHolder other = new SealHolder("宁波伙伴有限公司");
        byte[] first = stamp(file, PLAN).bytes();
        byte[] second = sealer.seal(first, StampedOfd.order(other, first, PLAN), other.signer())
                .bytes();
        StampedOfd stamped = new StampedOfd(stamp(second, PLAN).bytes());

        assertThat(stamped.signatures).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(stamped.stands(i)).isTrue();
        }
        assertThat(stamped.list.listed()).extracting(listed -> listed.id()).containsExactly("1", "3", "5");
        assertThat(stamped.list.maxSignId()).isEqualTo("6");
        assertThat(stamped.unprotected(2))
                .contains("Doc_0/Signs/Signatures.xml")
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"signedFile.ofd", "v4signed.ofd", "999.ofd"})
    void sealingGoesOnBesideVendorsSignatures(String name) {
        byte[] upload = OfdFiles.fixture(name);
        int before = new StampedOfd(upload).signatures.size();

        StampedOfd stamped = new StampedOfd(
                stamp(upload, StampPlan.at(new Placement(1, 100, 100))).bytes());

        assertThat(stamped.signatures).hasSize(before + 1);
        for (int i = 0; i <= before; i++) {
            assertThat(stamped.stands(i)).isTrue();
        }
        assertThat(stamped.list.listed()).extracting(listed -> listed.id()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"V4RideRight.ofd", "h.ofd"})
    void aSignerWhoProtectedTheListAllowedNoLaterSignature(String name) {
        byte[] upload = OfdFiles.fixture(name);

        assertRefused(upload, OfdRefusal.LOCKED_BY_SIGNER);
    }

    @Test
    void numbersGoOnInTheFormInWhichTheyBegan() {
        Map<String, byte[]> parts = OfdFiles.parts(2);
        byte[] sealed = stamp(OfdFiles.zip(parts), PLAN).bytes();
        StampedOfd before = new StampedOfd(sealed);
        Map<String, byte[]> renumbered = new HashMap<>();
        before.contents.paths().forEach(path -> renumbered.put(path, before.contents.bytes(path)));
        String list = new String(before.contents.bytes(before.list.path()), StandardCharsets.UTF_8);
        renumbered.put(
                before.list.path(),
                list.replace("ID=\"1\"", "ID=\"s009\"")
                        .replace("</ofd:Signatures>", "<ofd:MaxSignId>s010</ofd:MaxSignId></ofd:Signatures>")
                        .getBytes(StandardCharsets.UTF_8));

        StampedOfd stamped =
                new StampedOfd(stamp(OfdFiles.zip(renumbered), PLAN).bytes());

        assertThat(stamped.list.listed()).extracting(listed -> listed.id()).containsExactly("s009", "s011");
        assertThat(stamped.list.maxSignId()).isEqualTo("s012");
        assertThat(stamped.list.maxSignIdTwice()).isFalse();
    }

    @Test
    void placesThatAreTakenAreLeftAlone() {
        Map<String, byte[]> parts = OfdFiles.parts(2);
        parts.put("Doc_0/Signs/signatures.XML", new byte[] {1});
        parts.put("Doc_0/Signs/SIGN_0/x", new byte[] {2});

        StampedOfd stamped = new StampedOfd(stamp(OfdFiles.zip(parts), PLAN).bytes());

        assertThat(stamped.list.path()).isEqualTo("Doc_0/Signs/Signatures_1.xml");
        assertThat(stamped.last().path()).isEqualTo("Doc_0/Signs/Sign_1/Signature.xml");
        assertThat(stamped.stands(0)).isTrue();
    }

    @Test
    void aTimeStampIsOfTheSignature() {
        TestTimeStamper stamper = new TestTimeStamper(() -> StampedOfd.TIME.plusSeconds(2));
        SealedOfd sealed = sealer.seal(file, StampedOfd.order(HOLDER, file, PLAN), HOLDER.signer(stamper));

        assertThat(sealed.timeStamping()).isEqualTo(TimeStamping.STAMPED);
        SealTrust trust = SealTrust.of(List.of(HOLDER.root(), TestTimeStamper.root(TimeStampFamily.SM2)));
        assertThat(new StampedOfd(sealed.bytes())
                        .report(0, trust)
                        .finding(Step.TIME_STAMP)
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void anOutageOfTheTimeStampIsSaidAndCostsNoSecondSignature() {
        TestTimeStamper stamper = new TestTimeStamper();
        stamper.down(true);
        GmSigner holder = HOLDER.signer().holder();
        int[] asked = {0};
        GmSigner counting = new GmSigner(holder.sealFile(), holder.certificate(), data -> {
            asked[0]++;
            return holder.sign().apply(data);
        });

        SealedOfd sealed = sealer.seal(file, StampedOfd.order(HOLDER, file, PLAN), new OfdSigner(counting, stamper));

        assertThat(sealed.timeStamping()).isEqualTo(TimeStamping.UNAVAILABLE);
        assertThat(new StampedOfd(sealed.bytes()).stands(0)).isTrue();
        assertThat(asked[0]).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNotTheSealsIsNoticed() {
        assertThatThrownBy(() -> sealer.seal(file, StampedOfd.order(HOLDER, file, PLAN), HOLDER.signerWithAnotherKey()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSealServesNobodyWhomItDoesNotList() {
        GmSigner other = new SealHolder("另一家公司").signer().holder();

        assertThatThrownBy(() -> new GmSigner(HOLDER.seal(), other.certificate(), other.sign()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anImprintOnNoPageOrOverTheEdgeIsRefused() {
        for (Placement placement : List.of(new Placement(6, 0, 0), new Placement(1, 1_702, 0))) {
            assertThatThrownBy(() -> stamp(file, StampPlan.at(placement))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aPackageOfSeveralDocumentsIsRefused() {
        Map<String, byte[]> parts = OfdFiles.parts(1);
        String entrance = new String(parts.get("OFD.xml"), StandardCharsets.UTF_8);
        int body = entrance.indexOf("<ofd:DocBody>");
        int end = entrance.indexOf("</ofd:OFD>");
        parts.put("OFD.xml", (entrance.substring(0, end) + entrance.substring(body)).getBytes(StandardCharsets.UTF_8));

        assertRefused(OfdFiles.zip(parts), OfdRefusal.SEVERAL_DOCUMENTS);
    }

    private void assertRefused(byte[] upload, OfdRefusal reason) {
        assertThatThrownBy(() -> stamp(upload, StampPlan.at(new Placement(1, 0, 0))))
                .isInstanceOfSatisfying(
                        OfdRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private SealedOfd stamp(byte[] upload, StampPlan plan) {
        return sealer.seal(upload, StampedOfd.order(HOLDER, upload, plan), HOLDER.signer());
    }

    private List<String> strips(SeamSeal seam) {
        return new StampedOfd(stamp(file, new StampPlan(List.of(), seam)).bytes())
                .last().stamps().stream().map(OfdSealerTest::text).toList();
    }

    private static String text(OfdSignature.StampAnnotation stamp) {
        String place = stamp.page() + ": " + Math.round(stamp.boundary().x()) + " "
                + Math.round(stamp.boundary().y());
        return stamp.clip() == null
                ? place
                : place + ", " + Math.round(stamp.clip().x()) + "+"
                        + Math.round(stamp.clip().width());
    }
}
