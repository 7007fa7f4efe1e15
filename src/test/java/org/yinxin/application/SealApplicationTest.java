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

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.Uscc;

class SealApplicationTest {

    @Test
    void aDraftNamesWhatIsMissingAndIsNotSubmitted() {
        SealApplication draft = draft();

        assertThat(draft.missing()).containsExactly(ApplicationPart.values());
        assertThatThrownBy(() -> submit(draft, "file"))
                .isInstanceOfSatisfying(
                        IncompleteApplicationException.class,
                        refusal -> assertThat(refusal.missing()).contains(ApplicationPart.DECLARATION));
    }

    @Test
    void anotherEnterpriseDropsThePhysicalSealAndTheDeclaration() {
        SealApplication draft = complete();

        draft.choose(other(), NOW);

        assertThat(draft.missing())
                .containsExactlyInAnyOrder(ApplicationPart.PHYSICAL_SEAL, ApplicationPart.DECLARATION);
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

        assertThatThrownBy(() -> application.choose(new SealCode("3301060012346"), NOW))
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
