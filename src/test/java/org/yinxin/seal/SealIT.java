package org.yinxin.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.IntegrationTest;
import org.yinxin.application.ApplicationApproved;
import org.yinxin.application.ImprintSource;
import org.yinxin.imprint.Imprint;
import org.yinxin.imprint.ImprintRenderer;
import org.yinxin.imprint.ImprintSpec;
import org.yinxin.imprint.ScannedImprint;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.pki.CertificateAuthority;
import org.yinxin.pki.IssuedCertificate;
import org.yinxin.pki.KeyAlgorithm;
import org.yinxin.pki.RevocationAnswers;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.seal.SealFixtures.Owner;
import org.yinxin.seal.ses.ElectronicSeal;
import org.yinxin.seal.ses.SealCheck;
import org.yinxin.seal.ses.SealReader;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;

class SealIT extends IntegrationTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Seals seals;

    @Autowired
    private SealLife life;

    @Autowired
    private CertificateAuthority authority;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ChainReader chain;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    private SealFixtures fixtures;

    @BeforeEach
    void prepare() {
        fixtures = new SealFixtures(context);
    }

    @Test
    void approvalIssuesASealThatTheChainConfirmsAndTheOwnerActivates() {
        Owner owner = fixtures.owner();
        SealNumber number = fixtures.issue(fixtures.approval(owner));

        SealView waiting = seals.find(number).orElseThrow();
        assertThat(waiting.status()).isEqualTo(SealStatus.ISSUED);
        assertThat(waiting.usable()).isFalse();
        SealView issued = fixtures.awaitRecorded(number);
        assertThat(issued.status()).isEqualTo(SealStatus.ISSUED);
        assertThat(onChain(issued).status()).isEqualTo(SealOnChain.Status.ISSUED);
        assertThat(onChain(issued).sealDigest()).isEqualTo(issued.sealDigest());

        fixtures.activate(new Owned(owner, number));
        assertThat(seals.find(number).orElseThrow().usable())
                .as("before the chain confirms")
                .isFalse();
        SealView active = fixtures.awaitRecorded(number);
        assertThat(active.usable()).isTrue();
        assertThat(active.activatedAt()).isNotNull();
        assertThat(onChain(active).status()).isEqualTo(SealOnChain.Status.ACTIVE);
        assertThat(seals.history(number))
                .extracting(SealEvent::what)
                .containsExactly(SealStep.ISSUE, SealStep.ACTIVATE);
        assertThat(seals.history(number))
                .allSatisfy(event -> assertThat(
                                ledger.recording(event.entryId()).orElseThrow().status())
                        .isEqualTo(Recording.Status.RECORDED));
    }

    @Test
    void theSealFileIsSoundAndListsTheSealsOwnCertificate() throws Exception {
        Owned seal = fixtures.issued();
        SealView view = seals.find(seal.number()).orElseThrow();
        byte[] file = seals.sealFile(seal.number()).orElseThrow();
        ElectronicSeal structure = SealReader.read(file);

        assertThat(Digest.sha256(file)).isEqualTo(view.sealDigest());
        assertThat(SealCheck.check(structure, authority.chain(KeyAlgorithm.SM2), clock.instant()))
                .isEqualTo(SealCheck.Finding.SOUND);
        assertThat(structure.content().version()).isEqualTo(4);
        assertThat(structure.content().number()).isEqualTo(seal.number().value());
        assertThat(structure.content().type()).isEqualTo(SealKind.STATUTORY_NAME.type());
        assertThat(structure.content().name()).isEqualTo(seal.owner().name());
        assertThat(structure.content().picture().widthMm()).isEqualTo(40);
        assertThat(structure.content().picture().data())
                .isEqualTo(seals.imprintPng(seal.number()).orElseThrow());
        assertThat(structure.lists(authority
                        .find(view.sm2CertificateId())
                        .orElseThrow()
                        .certificate()
                        .getEncoded()))
                .isTrue();
        assertThat(structure.lists(authority
                        .find(view.p256CertificateId())
                        .orElseThrow()
                        .certificate()
                        .getEncoded()))
                .isFalse();
    }

    @Test
    void theApprovedScanStandsInTheSealAndAMissingOneStopsTheIssue() {
        Owner owner = fixtures.owner();
        Imprint cleaned = ScannedImprint.clean(
                new ImprintRenderer()
                        .draw(new ImprintSpec(SealKind.STATUTORY_NAME, "宁波海曙贸易有限公司", owner.physicalSeal()))
                        .png(),
                SealKind.STATUTORY_NAME,
                owner.name());
        ApplicationApproved approved = scanned(fixtures.approval(owner), Digest.sha256(cleaned.png()));
        assertThatThrownBy(() -> fixtures.issue(approved)).hasMessageContaining("approved imprint is not there");
        jdbc.sql("""
                        insert into application.filed_imprint (application_id, sha256, png, original, stored_at)
                        values (?, ?, ?, ?, now())""")
                .params(approved.applicationId(), Digest.sha256(cleaned.png()).bytes(), cleaned.png(), cleaned.png())
                .update();

        SealNumber number = fixtures.issue(approved);

        assertThat(SealReader.read(seals.sealFile(number).orElseThrow())
                        .content()
                        .picture()
                        .data())
                .isEqualTo(cleaned.png());
        assertThat(seals.imprintSvg(number).orElseThrow()).contains("href=\"data:image/png;base64,");
    }

    private static ApplicationApproved scanned(ApplicationApproved drawn, Digest picture) {
        return new ApplicationApproved(
                drawn.applicationId(),
                drawn.reference(),
                drawn.applicantId(),
                drawn.onChainId(),
                drawn.enterpriseCommitment(),
                drawn.physicalSealCommitment(),
                drawn.contentDigest(),
                drawn.uscc(),
                drawn.enterpriseNameZh(),
                drawn.enterpriseNameEn(),
                drawn.physicalSeal(),
                drawn.kind(),
                ImprintSource.SCANNED,
                picture,
                drawn.validity(),
                drawn.key(),
                drawn.at());
    }

    @Test
    void anEnterpriseGetsNoSecondSealWhileOneIsInForce() {
        Owned seal = fixtures.issued();

        assertThatThrownBy(() -> fixtures.issue(fixtures.approval(seal.owner())))
                .isInstanceOf(SealInForceException.class);
        assertThat(seals.ofEnterprise(seal.owner().uscc())).hasSize(1);
        assertThat(seals.ofEnterprise(seal.owner().uscc(), SealKind.STATUTORY_NAME))
                .isTrue();
        assertThat(seals.ofPhysicalSeal(seal.owner().physicalSeal())).isTrue();
    }

    @Test
    void aPhysicalSealGetsNoSecondESealForAnotherEnterprise() {
        Owned seal = fixtures.issued();
        Owner other = fixtures.owner();
        Owner same = new Owner(
                other.personId(),
                other.uscc(),
                other.name(),
                seal.owner().physicalSeal(),
                other.key(),
                other.enrolled());

        assertThatThrownBy(() -> fixtures.issue(fixtures.approval(same))).isInstanceOf(SealInForceException.class);
        assertThat(seals.ofEnterprise(other.uscc())).isEmpty();
    }

    @Test
    void afterARevocationTheEnterpriseMayHaveANewSeal() {
        Owned first = fixtures.issued();
        life.revoke(
                Bureau.DATA_ADMINISTRATION,
                first.owner().personId(),
                first.number(),
                RevocationGround.CESSATION_OF_OPERATION,
                "Struck off");
        fixtures.awaitRecorded(first.number());

        Owned second = fixtures.issued(first.owner());

        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(seals.ofEnterprise(first.owner().uscc())).hasSize(2);
    }

    @Test
    void aSealThatTheBureausDidNotApproveOnChainIsTakenBack() {
        Owner owner = fixtures.owner();
        transaction.executeWithoutResult(status -> context.publishEvent(fixtures.approval(owner)));
        SealNumber number = seals.ofEnterprise(owner.uscc()).getFirst().number();

        SealView refused = fixtures.awaitRecorded(number);

        assertThat(refused.status()).isEqualTo(SealStatus.REVOKED);
        assertThat(seals.history(number))
                .extracting(SealEvent::what)
                .containsExactly(SealStep.ISSUE, SealStep.REFUSE_ISSUE);
        assertThat(seals.ofEnterprise(owner.uscc(), SealKind.STATUTORY_NAME)).isFalse();
    }

    @Test
    void nobodyButTheLegalRepresentativeActivates() {
        Owned seal = fixtures.issued();

        Owned strangers = new Owned(fixtures.owner(), seal.number());
        assertThatThrownBy(() -> fixtures.activate(strangers)).isInstanceOf(NotFoundException.class);
        assertThat(seals.find(seal.number()).orElseThrow().status()).isEqualTo(SealStatus.ISSUED);
    }

    @Test
    void aSealIsNotActivatedBeforeItsIssueIsRecorded() {
        Owner owner = fixtures.owner();
        SealNumber number = fixtures.issue(fixtures.approval(owner));
        jdbc.sql("update seal.seal set pending_entry_id = gen_random_uuid() where number = ?")
                .param(number.value())
                .update();

        assertThatThrownBy(() -> fixtures.activate(new Owned(owner, number)))
                .isInstanceOf(IllegalSealStepException.class);
    }

    @Test
    void anActiveSealIsNotActivatedAgain() {
        Owned seal = fixtures.active();

        assertThatThrownBy(() -> fixtures.activate(seal)).isInstanceOf(IllegalSealStepException.class);
    }

    @Test
    void ofTwoActivationsAtOnceOneWins() throws Exception {
        Owned seal = fixtures.issued();
        Callable<String> activation = () -> {
            fixtures.activate(seal);
            return "activated";
        };
        int refused = 0;
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            for (Future<String> result : people.invokeAll(List.of(activation, activation))) {
                try {
                    result.get();
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(IllegalSealStepException.class);
                    refused++;
                }
            }
        }

        assertThat(refused).isEqualTo(1);
        assertThat(seals.history(seal.number()))
                .extracting(SealEvent::what)
                .containsExactly(SealStep.ISSUE, SealStep.ACTIVATE);
    }

    @Test
    void aSuspensionHoldsAtOnceAndOnlyItsBureauLiftsIt() {
        Owned seal = fixtures.active();
        life.suspend(Bureau.PUBLIC_SECURITY, seal.owner().personId(), seal.number(), "Reported lost");

        assertThat(seals.find(seal.number()).orElseThrow().usable()).isFalse();
        assertThatThrownBy(() -> seals.signing(seal.number())).isInstanceOf(SealNotUsableException.class);
        fixtures.awaitRecorded(seal.number());
        assertThatThrownBy(() ->
                        life.resume(Bureau.MARKET_SUPERVISION, seal.owner().personId(), seal.number(), "Found"))
                .isInstanceOf(SuspendedByAnotherBureauException.class);

        life.resume(Bureau.PUBLIC_SECURITY, seal.owner().personId(), seal.number(), "Found");
        assertThat(fixtures.awaitRecorded(seal.number()).usable()).isTrue();
    }

    @Test
    void aRevokedSealStaysRevokedAndItsCertificatesTellTheOfficersGround() throws Exception {
        Owned seal = fixtures.active();
        life.revoke(
                Bureau.DATA_ADMINISTRATION,
                seal.owner().personId(),
                seal.number(),
                RevocationGround.PRIVILEGE_WITHDRAWN,
                "Obtained by false statements");
        SealView revoked = fixtures.awaitRecorded(seal.number());

        assertThat(onChain(revoked).status()).isEqualTo(SealOnChain.Status.REVOKED);
        assertThat(seals.history(seal.number()))
                .extracting(SealEvent::what, SealEvent::ground)
                .containsExactly(
                        tuple(SealStep.ISSUE, null),
                        tuple(SealStep.ACTIVATE, null),
                        tuple(SealStep.REVOKE, RevocationGround.PRIVILEGE_WITHDRAWN));
        for (UUID id : List.of(revoked.sm2CertificateId(), revoked.p256CertificateId())) {
            IssuedCertificate certificate = authority.find(id).orElseThrow();
            assertThat(reasonOnTheList(certificate)).isEqualTo(CRLReason.PRIVILEGE_WITHDRAWN);
            assertThat(reasonFromTheResponder(certificate)).isEqualTo(CRLReason.PRIVILEGE_WITHDRAWN.ordinal());
        }
        assertThatThrownBy(() -> fixtures.activate(seal)).isInstanceOf(IllegalSealStepException.class);
        assertThatThrownBy(
                        () -> life.suspend(Bureau.PUBLIC_SECURITY, seal.owner().personId(), seal.number(), "Again"))
                .isInstanceOf(IllegalSealStepException.class);
    }

    @Test
    void anIssuedSealIsNotSuspendedOnlyRevoked() {
        Owned seal = fixtures.issued();

        assertThatThrownBy(
                        () -> life.suspend(Bureau.PUBLIC_SECURITY, seal.owner().personId(), seal.number(), "Too early"))
                .isInstanceOf(IllegalSealStepException.class);
    }

    @Test
    void anActiveSealGivesWhatStampingNeeds() {
        Owned seal = fixtures.active();
        SigningMaterial material = seals.signing(seal.number());

        assertThat(material.p256Chain()).hasSize(3);
        assertThat(material.p256Chain().getLast()).isEqualTo(authority.root(KeyAlgorithm.P256));
        assertThat(material.sm2Chain()).hasSize(3);
        assertThat(material.sm2Chain().getLast()).isEqualTo(authority.root(KeyAlgorithm.SM2));
        assertThat(material.sm2KeyId()).isNotEqualTo(material.p256KeyId());
        assertThat(material.sealFile()).isEqualTo(seals.sealFile(seal.number()).orElseThrow());
        assertThat(material.widthMm()).isEqualTo(40);
        assertThat(material.imprintPng()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void aSealCountsAsExpiredTheMomentItsPeriodEnds() {
        Owned seal = fixtures.active();
        SealView view = seals.find(seal.number()).orElseThrow();

        assertThat(view.validTo())
                .isEqualTo(view.validFrom()
                        .atZone(ZoneOffset.ofHours(8))
                        .plusYears(3)
                        .toInstant());
        Instant after = view.validTo().plusSeconds(1);
        Seal row = context.getBean(SealRepository.class).findById(view.id()).orElseThrow();
        assertThat(row.statusAt(view.validTo())).isEqualTo(SealStatus.ACTIVE);
        assertThat(row.statusAt(after)).isEqualTo(SealStatus.EXPIRED);
    }

    @Test
    void numbersOfADivisionFollowOneAnother() {
        long first = Long.parseLong(fixtures.issued().number().value());
        long second = Long.parseLong(fixtures.issued().number().value());

        assertThat(second).isGreaterThan(first);
        assertThat(first / 100_000_000).isEqualTo(330_106);
    }

    @Test
    void theBooksCannotBeRewritten() {
        Owned seal = fixtures.issued();

        for (String statement : List.of(
                "delete from seal.seal where number = :number",
                "update seal.seal set enterprise_name = 'x' where number = :number",
                "delete from seal.event where seal_id = (select id from seal.seal where number = :number)",
                "update seal.event set reason = 'x' where seal_id = (select id from seal.seal where number = :number)",
                "update seal.artefact set imprint_svg = '' where seal_id = (select id from seal.seal where number = :number)")) {
            assertThatThrownBy(() -> jdbc.sql(statement)
                            .param("number", seal.number().value())
                            .update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private CRLReason reasonOnTheList(IssuedCertificate certificate) throws Exception {
        X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                .generateCRL(new ByteArrayInputStream(authority.crl(certificate.algorithm())));
        return list.getRevokedCertificate(certificate.certificate()).getRevocationReason();
    }

    private int reasonFromTheResponder(IssuedCertificate certificate) throws Exception {
        CertificateID asked = new CertificateID(
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                new JcaX509CertificateHolder(certificate.chain().get(1)),
                certificate.certificate().getSerialNumber());
        byte[] answer = context.getBean(RevocationAnswers.class)
                .answer(
                        certificate.algorithm(),
                        new OCSPReqBuilder().addRequest(asked).build().getEncoded());
        BasicOCSPResp told = (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
        return ((RevokedStatus) told.getResponses()[0].getCertStatus()).getRevocationReason();
    }

    private SealOnChain onChain(SealView seal) {
        ChainAnswer<SealOnChain> answer = chain.seal(seal.onChainId());
        assertThat(answer).isInstanceOf(ChainAnswer.Known.class);
        return ((ChainAnswer.Known<SealOnChain>) answer).value();
    }
}
