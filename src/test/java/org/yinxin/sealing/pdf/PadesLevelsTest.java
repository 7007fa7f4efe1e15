package org.yinxin.sealing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.pki.TestTimeStamper;
import org.yinxin.pki.TimeStampFamily;
import org.yinxin.sealing.pdf.RevocationSource.Proof;
import org.yinxin.sealing.plan.Placement;

class PadesLevelsTest {

    private static final String OWNER = "杭州测试科技有限公司";
    private static final TestAuthority AUTHORITY = new TestAuthority("Yinxin");
    private static final TestAuthority.Seal SEAL = AUTHORITY.issue(OWNER);
    private static final PdfSigners SIGNERS = new PdfSigners(SEAL.signer(), new TestGmSeal(OWNER).signer());
    private static final List<X509Certificate> ROOTS =
            List.of(AUTHORITY.root(), TestTimeStamper.root(TimeStampFamily.P256));
    /** Nothing at hand: all proof must be in the document. */
    private static final DssJudge DSS = new DssJudge(ROOTS, List.of());

    private static final DssJudge DSS_WITH_LISTS =
            new DssJudge(ROOTS, List.of(AUTHORITY.revoked(), AUTHORITY.rootCrl()));

    private final TestTimeStamper clock = new TestTimeStamper();
    private final Books books = new Books();
    private final PdfSealer sealer = new PdfSealer(clock, books);
    private final PdfExtender extender = new PdfExtender(clock, books);

    @Test
    void levelTCarriesATimeStampInTheSignature() {
        SealedPdf sealed = seal(SealingProfiles.PADES, PadesLevel.T);
        assertThat(sealed.level()).isEqualTo(PadesLevel.T);
        DSS_WITH_LISTS.assertPassed(sealed.bytes(), SignatureLevel.PAdES_BASELINE_T);
    }

    @ParameterizedTest
    @CsvSource({"PADES, LT, PAdES_BASELINE_LT", "BOTH, LT, PAdES_BASELINE_LT", "BOTH, LTA, PAdES_BASELINE_LTA"})
    void levelsLtAndLtaHoldWithNothingButTheDocument(
            SealingProfiles profiles, PadesLevel level, SignatureLevel expected) {
        SealedPdf sealed = seal(profiles, level);
        assertThat(sealed.level()).isEqualTo(level);
        assertThat(sealed.shortfalls()).isEmpty();
        assertThat(sealed.signedUntil()).isLessThan(sealed.bytes().length);
        DSS.assertPassed(sealed.bytes(), expected);
    }

    @Test
    void answersOfAnAuthorityServeAsWellAsLists() {
        books.answering = true;
        DSS.assertPassed(seal(SealingProfiles.PADES, PadesLevel.LT).bytes(), SignatureLevel.PAdES_BASELINE_LT);
    }

    @Test
    void whatAnOutageLoweredIsMendedLaterStepByStepByAppendingOnly() {
        clock.down(true);
        SealedPdf sealed = seal(SealingProfiles.BOTH, PadesLevel.LTA);
        assertThat(sealed.level()).isEqualTo(PadesLevel.B);
        assertThat(sealed.shortfalls()).contains(Shortfall.NO_TIME_STAMP);
        clock.down(false);
        ExtendedPdf stamped = extender.extend(sealed.bytes(), PadesLevel.T);
        assertAppended(sealed.bytes(), stamped.bytes());
        DSS_WITH_LISTS.assertPassed(stamped.bytes(), SignatureLevel.PAdES_BASELINE_T);
        ExtendedPdf proven = extender.extend(stamped.bytes(), PadesLevel.LT);
        assertAppended(stamped.bytes(), proven.bytes());
        DSS.assertPassed(proven.bytes(), SignatureLevel.PAdES_BASELINE_LT);
        ExtendedPdf archived = extender.extend(proven.bytes(), PadesLevel.LTA);
        assertAppended(proven.bytes(), archived.bytes());
        assertThat(archived.level()).isEqualTo(PadesLevel.LTA);
        DSS.assertPassed(archived.bytes(), SignatureLevel.PAdES_BASELINE_LTA);
    }

    @Test
    void aLaterArchiveTimeStampCanBePutOverAnEarlierOne() {
        byte[] once = seal(SealingProfiles.PADES, PadesLevel.LTA).bytes();
        byte[] twice = extender.extend(once, PadesLevel.LTA).bytes();
        assertAppended(once, twice);
        DSS.assertPassed(twice, SignatureLevel.PAdES_BASELINE_LTA);
    }

    @Test
    void anOutageLeavesTheFileAsItWas() {
        byte[] sealed = seal(SealingProfiles.PADES, PadesLevel.B).bytes();
        clock.down(true);
        ExtendedPdf extended = extender.extend(sealed, PadesLevel.LTA);
        assertThat(extended.bytes()).isEqualTo(sealed);
        assertThat(extended.level()).isEqualTo(PadesLevel.B);
        assertThat(extended.shortfalls()).containsExactly(Shortfall.NO_TIME_STAMP);
    }

    @Test
    void proofMustReachTheTimeStampsChainAsWellAsTheSigners() {
        books.withoutClock = true;
        SealedPdf sealed = seal(SealingProfiles.PADES, PadesLevel.LT);
        assertThat(sealed.level()).isEqualTo(PadesLevel.T);
        assertThat(sealed.shortfalls()).containsExactly(Shortfall.NO_REVOCATION_PROOF);
    }

    @Test
    void aDocumentWithoutASignatureOfOursCannotBeExtended() {
        assertThatThrownBy(() -> extender.extend(PdfFixtures.contract(1), PadesLevel.T))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SealedPdf seal(SealingProfiles profiles, PadesLevel level) {
        byte[] contract = PdfFixtures.contract(1);
        return sealer.seal(
                contract,
                PdfFixtures.order(contract, new Placement(1, 1200, 2200)),
                SIGNERS,
                SealingOptions.of(profiles, level));
    }

    private static void assertAppended(byte[] before, byte[] after) {
        assertThat(after.length).isGreaterThan(before.length);
        assertThat(Arrays.copyOf(after, before.length)).isEqualTo(before);
    }

    /** What the authorities publish. */
    private static final class Books implements RevocationSource {

        private boolean withoutClock;
        private boolean answering;

        @Override
        public Collection<X509Certificate> issuers() {
            return List.of(AUTHORITY.issuing(), AUTHORITY.root(), TestTimeStamper.root(TimeStampFamily.P256));
        }

        @Override
        public Optional<Proof> proof(X509Certificate certificate, X509Certificate issuer) {
            try {
                if (issuer.equals(AUTHORITY.issuing())) {
                    return Optional.of(
                            answering
                                    ? new Proof(Proof.Kind.OCSP, AUTHORITY.answer(certificate))
                                    : new Proof(
                                            Proof.Kind.CRL, AUTHORITY.revoked().getEncoded()));
                }
                if (issuer.equals(AUTHORITY.root())) {
                    return Optional.of(
                            new Proof(Proof.Kind.CRL, AUTHORITY.rootCrl().getEncoded()));
                }
                return withoutClock
                        ? Optional.empty()
                        : Optional.of(new Proof(
                                Proof.Kind.CRL,
                                TestTimeStamper.list(TimeStampFamily.P256).getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
