package org.yinxin.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yinxin.application.ApplicationFixtures.NOW;
import static org.yinxin.application.ApplicationFixtures.approval;
import static org.yinxin.application.ApplicationFixtures.complete;
import static org.yinxin.application.ApplicationFixtures.draft;
import static org.yinxin.application.ApplicationFixtures.refusal;
import static org.yinxin.application.ApplicationFixtures.returned;
import static org.yinxin.application.ApplicationFixtures.submit;
import static org.yinxin.application.ApplicationFixtures.submitted;
import static org.yinxin.shared.Bureau.DATA_ADMINISTRATION;
import static org.yinxin.shared.Bureau.MARKET_SUPERVISION;
import static org.yinxin.shared.Bureau.PUBLIC_SECURITY;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;
import org.yinxin.shared.Uscc;

class SealApplicationTest {

    @Test
    void aDraftNamesWhatIsMissingAndIsNotSubmitted() {
        SealApplication draft = draft();

        assertThat(draft.missing()).containsExactlyElementsOf(Purpose.SEAL.parts());
        assertThatThrownBy(() -> submit(draft, "file"))
                .isInstanceOfSatisfying(
                        IncompleteApplicationException.class,
                        refusal -> assertThat(refusal.missing()).contains(ApplicationPart.DECLARATION));
    }

    @Test
    void anotherEnterpriseDropsThePhysicalSealTheKeyAndTheDeclaration() {
        SealApplication draft = complete();

        draft.choose(other(), NOW);

        assertThat(draft.missing())
                .containsExactlyInAnyOrder(
                        ApplicationPart.PHYSICAL_SEAL, ApplicationPart.KEY, ApplicationPart.DECLARATION);
    }

    @Test
    void aSubmittedApplicationStaysWithItsEnterprise() {
        SealApplication application = submitted();
        application.decide(returned(PUBLIC_SECURITY, 1), NOW);

        assertThatThrownBy(() -> application.choose(other(), NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTheBureausLookAtCannotBeChanged() {
        SealApplication application = submitted();

        assertThatThrownBy(() -> application.edit(ApplicationPart.PHYSICAL_SEAL, NOW))
                .isInstanceOf(NotEditableException.class);
    }

    @Test
    void theThirdApprovalIssues() {
        SealApplication application = submitted();

        application.decide(approval(PUBLIC_SECURITY, 1), NOW);
        assertThat(application.gate(DATA_ADMINISTRATION)).isEqualTo(GateState.WAITING);
        application.decide(approval(MARKET_SUPERVISION, 1), NOW);
        assertThat(application.gate(DATA_ADMINISTRATION)).isEqualTo(GateState.OPEN);
        application.decide(approval(DATA_ADMINISTRATION, 1), NOW);

        assertThat(application.status()).isEqualTo(ApplicationStatus.ISSUED);
    }

    @Test
    void theDataAdministrationDoesNotDecideBeforeTheOthers() {
        SealApplication application = submitted();
        application.decide(approval(MARKET_SUPERVISION, 1), NOW);

        assertThatThrownBy(() -> application.decide(approval(DATA_ADMINISTRATION, 1), NOW))
                .isInstanceOfSatisfying(
                        GateClosedException.class,
                        refusal -> assertThat(refusal.gate()).isEqualTo(GateState.WAITING));
    }

    @Test
    void aGateIsDecidedOnce() {
        SealApplication application = submitted();
        application.decide(approval(MARKET_SUPERVISION, 1), NOW);

        assertThatThrownBy(() -> application.decide(approval(MARKET_SUPERVISION, 1), NOW))
                .isInstanceOf(GateClosedException.class);
    }

    @Test
    void aReturnByOneBureauSendsTheWholeBack() {
        SealApplication application = submitted();

        application.decide(returned(MARKET_SUPERVISION, 1), NOW);

        assertThat(application.status()).isEqualTo(ApplicationStatus.RETURNED);
        assertThatThrownBy(() -> application.decide(approval(PUBLIC_SECURITY, 1), NOW))
                .isInstanceOf(GateClosedException.class);
    }

    @Test
    void changedContentIsDecidedAnewByEverybody() {
        SealApplication application = submitted();
        application.decide(approval(MARKET_SUPERVISION, 1), NOW);
        application.decide(returned(PUBLIC_SECURITY, 1), NOW);

        submit(application, "another file");

        assertThat(application.gate(MARKET_SUPERVISION)).isEqualTo(GateState.OPEN);
        assertThat(application.gate(PUBLIC_SECURITY)).isEqualTo(GateState.OPEN);
    }

    @Test
    void unchangedContentKeepsTheApprovalsItHad() {
        SealApplication application = submitted();
        application.decide(approval(MARKET_SUPERVISION, 1), NOW);
        application.decide(returned(PUBLIC_SECURITY, 1), NOW);

        submit(application, "first file");

        assertThat(application.gate(MARKET_SUPERVISION)).isEqualTo(GateState.APPROVED);
        assertThat(application.gate(PUBLIC_SECURITY)).isEqualTo(GateState.OPEN);
    }

    @Test
    void aDecisionOnAnEarlierRoundIsNotTakenForTheNewOne() {
        SealApplication application = submitted();
        application.decide(returned(PUBLIC_SECURITY, 1), NOW);
        submit(application, "another file");

        assertThatThrownBy(() -> application.decide(approval(MARKET_SUPERVISION, 1), NOW))
                .isInstanceOf(GateClosedException.class);
    }

    @Test
    void aRefusalEndsIt() {
        SealApplication application = submitted();

        application.decide(refusal(PUBLIC_SECURITY, 1), NOW);

        assertThat(application.status()).isEqualTo(ApplicationStatus.REFUSED);
        assertThatThrownBy(() -> application.withdraw(NOW)).isInstanceOf(IllegalTransitionException.class);
    }

    @Test
    void theContentNamesTheKeySoThatAnotherOneIsDecidedAnew() {
        SealApplication application = submitted();
        ApplicationView view = application.view();
        SealContent content = ApplicationFixtures.content(application, "first file");
        SealContent other = new SealContent(
                content.reference(),
                content.enterprise(),
                content.physicalSeal(),
                content.kind(),
                content.imprintSource(),
                content.validity(),
                content.file(),
                content.declaration(),
                content.imprint(),
                ApplicationFixtures.key());

        assertThat(view.submission().orElseThrow().key()).isEqualTo(ApplicationFixtures.KEY);
        assertThat(view.submission().orElseThrow().contentDigest())
                .isEqualTo(content.digest(application.contentSalt()))
                .isNotEqualTo(other.digest(application.contentSalt()));
    }

    @Test
    void anotherKeyForASealHasPagesOfItsOwnAndNoOthers() {
        SealApplication replacement = ApplicationFixtures.replacement();

        assertThat(replacement.missing())
                .containsExactly(ApplicationPart.REASON, ApplicationPart.KEY, ApplicationPart.DECLARATION);
        assertThatThrownBy(() -> replacement.edit(ApplicationPart.SUPPORTING_FILE, NOW))
                .isInstanceOf(NotEditableException.class);
        assertThatThrownBy(() -> replacement.edit(ApplicationPart.PHYSICAL_SEAL, NOW))
                .isInstanceOf(NotEditableException.class);
    }

    @Test
    void theThirdApprovalOfAnotherKeyPutsItInThePlaceOfTheOneBefore() {
        SealApplication replacement = ApplicationFixtures.submittedReplacement();

        replacement.decide(approval(PUBLIC_SECURITY, 1), NOW);
        replacement.decide(approval(MARKET_SUPERVISION, 1), NOW);
        assertThat(approved(replacement)).isEmpty();
        replacement.decide(approval(DATA_ADMINISTRATION, 1), NOW);

        assertThat(approved(replacement))
                .singleElement()
                .isInstanceOfSatisfying(KeyReplacementApproved.class, event -> {
                    assertThat(event.seal()).isEqualTo(ApplicationFixtures.SEAL.onChainId());
                    assertThat(event.key()).isEqualTo(ApplicationFixtures.KEY);
                });
    }

    private static List<Object> approved(SealApplication application) {
        Collection<Object> events =
                Objects.requireNonNull(ReflectionTestUtils.invokeMethod(application, "domainEvents"));
        return events.stream().filter(ContentApproved.class::isInstance).toList();
    }

    @Test
    void aVerdictWithoutReasonOrPartsIsNone() {
        assertThatThrownBy(() -> verdict(Outcome.REFUSED, Set.of(), " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> verdict(Outcome.RETURNED, Set.of(), "Please mend"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> verdict(Outcome.APPROVED, Set.of(ApplicationPart.ENTERPRISE), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Verdict verdict(Outcome outcome, Set<ApplicationPart> parts, String reason) {
        return new Verdict(MARKET_SUPERVISION, UUID.randomUUID(), 1, outcome, parts, reason);
    }

    private static EnterpriseDetails other() {
        EnterpriseDetails known = ApplicationFixtures.ENTERPRISE;
        return new EnterpriseDetails(
                Uscc.complete("91330106MA2CFRT51"),
                "杭州另一家科技有限公司",
                null,
                known.kind(),
                known.legalRepresentative(),
                known.address());
    }
}
