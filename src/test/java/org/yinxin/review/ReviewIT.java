package org.yinxin.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.yinxin.IntegrationTest;
import org.yinxin.account.Role;
import org.yinxin.application.ApplicantDesk;
import org.yinxin.application.ApplicationApproved;
import org.yinxin.application.ApplicationPart;
import org.yinxin.application.ApplicationScenes;
import org.yinxin.application.ApplicationScenes.Scene;
import org.yinxin.application.ApplicationStatus;
import org.yinxin.application.ApplicationView;
import org.yinxin.application.GateState;
import org.yinxin.application.Outcome;
import org.yinxin.ledger.Ledger;
import org.yinxin.review.ReviewResult.Done;
import org.yinxin.review.ReviewResult.Refused;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Reference;
import org.yinxin.site.NotFoundException;

@RecordApplicationEvents
class ReviewIT extends IntegrationTest {

    private static final Set<ApplicationPart> FILE = Set.of(ApplicationPart.SUPPORTING_FILE);

    @Autowired
    private ApplicantDesk desk;

    @Autowired
    private Reviews reviews;

    @Autowired
    private CaseDesk cases;

    @Autowired
    private WorkLists lists;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private ApplicationScenes scenes;
    private Scene scene;
    private final Map<Bureau, Officer> officers = new EnumMap<>(Bureau.class);

    @BeforeEach
    void setUp() {
        scenes = new ApplicationScenes(jdbc);
        scene = scenes.scene();
        for (Bureau bureau : Bureau.values()) {
            officers.put(bureau, officer(bureau));
        }
    }

    @Test
    void threeApprovalsIssueAndEachIsHandedToTheLedgerOfItsBureau() {
        Reference reference = ApplicationScenes.submit(desk, scene);

        assertThat(approve(Bureau.PUBLIC_SECURITY, reference)).isInstanceOf(Done.class);
        assertThat(approve(Bureau.MARKET_SUPERVISION, reference)).isInstanceOf(Done.class);
        assertThat(view(reference).gate(Bureau.DATA_ADMINISTRATION)).contains(GateState.OPEN);
        assertThat(approve(Bureau.DATA_ADMINISTRATION, reference)).isInstanceOf(Done.class);

        ApplicationView application = view(reference);
        assertThat(application.status()).isEqualTo(ApplicationStatus.ISSUED);
        assertThat(application.decisions())
                .hasSize(3)
                .allSatisfy(decision -> assertThat(ledger.recording(decision.id()))
                        .hasValueSatisfying(
                                recording -> assertThat(recording.sender().name())
                                        .isEqualTo(decision.bureau().name())));
        assertThat(events.stream(ApplicationApproved.class))
                .filteredOn(event -> event.reference().equals(reference))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.uscc()).isEqualTo(scene.uscc());
                    assertThat(event.physicalSeal()).isEqualTo(scene.physicalSeal());
                    assertThat(event.contentDigest())
                            .isEqualTo(application.submission().orElseThrow().contentDigest());
                });
    }

    @Test
    void theDataAdministrationFindsNothingBeforeTheOthersApproved() {
        Reference reference = ApplicationScenes.submit(desk, scene);
        approve(Bureau.MARKET_SUPERVISION, reference);

        assertThatThrownBy(() -> approve(Bureau.DATA_ADMINISTRATION, reference)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aReturnedApplicationIsCorrectedAndDecidedAnewByBothBureaus() {
        Reference reference = ApplicationScenes.submit(desk, scene);
        approve(Bureau.MARKET_SUPERVISION, reference);
        giveBack(Bureau.PUBLIC_SECURITY, reference);
        assertThat(view(reference).returned())
                .hasValueSatisfying(decision -> assertThat(decision.parts()).isEqualTo(FILE));

        desk.attach(scene.person(), reference, "补正.pdf", ApplicationScenes.pdf("Corrected"));
        desk.submit(scene.person(), reference);

        assertThat(view(reference).status()).isEqualTo(ApplicationStatus.RESUBMITTED);
        assertThat(view(reference).gate(Bureau.MARKET_SUPERVISION)).contains(GateState.OPEN);
        assertThat(decide(Bureau.MARKET_SUPERVISION, reference, 2, Outcome.APPROVED))
                .isInstanceOf(Done.class);
        assertThat(decide(Bureau.PUBLIC_SECURITY, reference, 2, Outcome.APPROVED))
                .isInstanceOf(Done.class);
        assertThat(decide(Bureau.DATA_ADMINISTRATION, reference, 2, Outcome.APPROVED))
                .isInstanceOf(Done.class);
        assertThat(view(reference).status()).isEqualTo(ApplicationStatus.ISSUED);
    }

    @Test
    void anUnchangedResubmissionKeepsApprovalsAndNeedsAnotherOfficerWhereItWasReturned() {
        Reference reference = ApplicationScenes.submit(desk, scene);
        approve(Bureau.MARKET_SUPERVISION, reference);
        giveBack(Bureau.PUBLIC_SECURITY, reference);
        desk.submit(scene.person(), reference);

        assertThat(view(reference).gate(Bureau.MARKET_SUPERVISION)).contains(GateState.APPROVED);
        assertThat(decide(Bureau.PUBLIC_SECURITY, reference, 2, Outcome.APPROVED))
                .isEqualTo(new Refused(Objection.DECIDED_ALREADY, "许警官"));
        officers.put(Bureau.PUBLIC_SECURITY, colleague(Bureau.PUBLIC_SECURITY));
        reviews.release(administrator(Bureau.PUBLIC_SECURITY), reference);
        assertThat(decide(Bureau.PUBLIC_SECURITY, reference, 2, Outcome.APPROVED))
                .isInstanceOf(Done.class);
        assertThat(decide(Bureau.DATA_ADMINISTRATION, reference, 2, Outcome.APPROVED))
                .isInstanceOf(Done.class);
    }

    @Test
    void aRefusalEndsTheApplicationAndTheOtherCases() {
        Reference reference = ApplicationScenes.submit(desk, scene);

        assertThat(decide(Bureau.PUBLIC_SECURITY, reference, 1, Outcome.REFUSED))
                .isInstanceOf(Done.class);

        assertThat(view(reference).status()).isEqualTo(ApplicationStatus.REFUSED);
        assertThat(approve(Bureau.MARKET_SUPERVISION, reference)).isEqualTo(new Refused(Objection.NOT_OPEN, null));
    }

    @Test
    void aWithdrawnApplicationIsNotDecided() {
        Reference reference = ApplicationScenes.submit(desk, scene);
        desk.withdraw(scene.person(), reference);

        assertThat(approve(Bureau.MARKET_SUPERVISION, reference)).isEqualTo(new Refused(Objection.NOT_OPEN, null));
    }

    @Test
    void ofTwoOfficersAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        Reference reference = ApplicationScenes.submit(desk, scene);
        List<Officer> both = List.of(officers.get(Bureau.MARKET_SUPERVISION), colleague(Bureau.MARKET_SUPERVISION));

        List<ReviewResult> results =
                atOnce(both, officer -> reviews.decide(officer, reference, 1, Outcome.APPROVED, Set.of(), ""));

        assertThat(results).hasAtLeastOneElementOfType(Done.class).hasAtLeastOneElementOfType(Refused.class);
        assertThat(view(reference).decisions()).hasSize(1);
    }

    @Test
    void twoBureausAtOnceBothDecide() throws Exception {
        Reference reference = ApplicationScenes.submit(desk, scene);
        List<Officer> both = List.of(officers.get(Bureau.MARKET_SUPERVISION), officers.get(Bureau.PUBLIC_SECURITY));

        List<ReviewResult> results =
                atOnce(both, officer -> reviews.decide(officer, reference, 1, Outcome.APPROVED, Set.of(), ""));

        assertThat(results).hasOnlyElementsOfType(Done.class);
        assertThat(view(reference).gate(Bureau.DATA_ADMINISTRATION)).contains(GateState.OPEN);
    }

    @Test
    void aTakenCaseIsLeftToWhoTookItUntilItIsHandedOver() {
        Reference reference = ApplicationScenes.submit(desk, scene);
        Officer first = officers.get(Bureau.MARKET_SUPERVISION);
        Officer second = colleague(Bureau.MARKET_SUPERVISION);
        reviews.take(first, reference);
        assertThat(view(reference).status()).isEqualTo(ApplicationStatus.IN_REVIEW);

        assertThat(reviews.take(second, reference)).isEqualTo(new Refused(Objection.TAKEN_BY_COLLEAGUE, "许警官"));
        assertThat(reviews.decide(second, reference, 1, Outcome.APPROVED, Set.of(), ""))
                .isEqualTo(new Refused(Objection.TAKEN_BY_COLLEAGUE, "许警官"));
        assertThat(reviews.handOver(first, reference, second)).isInstanceOf(Done.class);
        assertThat(reviews.decide(second, reference, 1, Outcome.APPROVED, Set.of(), ""))
                .isInstanceOf(Done.class);
    }

    @Test
    void anApprovalAfterAResubmissionNobodyLookedAtIsRefused() {
        Reference reference = ApplicationScenes.submit(desk, scene);
        giveBack(Bureau.PUBLIC_SECURITY, reference);
        desk.attach(scene.person(), reference, "补正.pdf", ApplicationScenes.pdf("Corrected"));
        desk.submit(scene.person(), reference);

        assertThat(approve(Bureau.MARKET_SUPERVISION, reference)).isEqualTo(new Refused(Objection.NOT_OPEN, null));
    }

    @Test
    void theCaseShowsWhatDiffersFromTheRegisterNow() {
        Reference reference = ApplicationScenes.submit(desk, scene);
        jdbc.sql("update register.enterprise set address = '杭州市滨江区新址', changed_at = now() where uscc = ?")
                .param(scene.uscc().value())
                .update();
        scenes.filingStatus(scene.physicalSeal(), "LOST");

        CaseFile file = cases.open(officers.get(Bureau.MARKET_SUPERVISION), reference);

        assertThat(file.comparisons())
                .filteredOn(row -> !row.same())
                .extracting(Comparison::field)
                .containsExactly(Comparison.Field.ADDRESS);
        assertThat(file.checks())
                .filteredOn(check -> !check.passed())
                .extracting(Check::kind)
                .containsExactly(Check.Kind.REGISTER_UNCHANGED, Check.Kind.FILING_IN_USE);
        assertThat(file.submitted().enterprise().address()).isNotEqualTo("杭州市滨江区新址");
    }

    @Test
    void theWorkListFindsACaseByNameAndCode() {
        Reference reference = ApplicationScenes.submit(desk, scene);
        Officer officer = officers.get(Bureau.MARKET_SUPERVISION);

        for (String search :
                List.of(reference.value(), scene.nameZh(), scene.uscc().grouped())) {
            assertThat(lists.list(officer, query(search))).singleElement().satisfies(item -> {
                assertThat(item.gate().reference()).isEqualTo(reference);
                assertThat(item.overdue()).isFalse();
            });
        }
        assertThat(lists.list(officer, query("%"))).isEmpty();
    }

    @Test
    void aCasePastItsDeadlineIsOverdue() {
        Reference reference = ApplicationScenes.submit(desk, scene);
        jdbc.sql("update review.gate_case set due_on = date '2020-01-02' where reference = ?")
                .param(reference.value())
                .update();
        Officer officer = officers.get(Bureau.PUBLIC_SECURITY);

        assertThat(lists.list(
                        officer,
                        new WorkListQuery(
                                WorkListQuery.Shelf.OPEN,
                                WorkListQuery.Holder.NOBODY,
                                true,
                                reference.value(),
                                WorkListQuery.Sorting.DUE,
                                0)))
                .singleElement()
                .satisfies(item -> assertThat(item.overdue()).isTrue());
        assertThat(lists.counts(Bureau.PUBLIC_SECURITY, officer.id()).overdue()).isPositive();
    }

    private static WorkListQuery query(String search) {
        return new WorkListQuery(
                WorkListQuery.Shelf.ALL, WorkListQuery.Holder.ANYBODY, false, search, WorkListQuery.Sorting.DUE, 0);
    }

    private interface Deed {
        ReviewResult by(Officer officer);
    }

    private static List<ReviewResult> atOnce(List<Officer> officers, Deed deed) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(officers.size())) {
            List<Future<ReviewResult>> running = new ArrayList<>();
            for (Officer officer : officers) {
                running.add(threads.submit(() -> deed.by(officer)));
            }
            List<ReviewResult> results = new ArrayList<>();
            for (Future<ReviewResult> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }

    private ReviewResult approve(Bureau bureau, Reference reference) {
        return decide(bureau, reference, 1, Outcome.APPROVED);
    }

    private void giveBack(Bureau bureau, Reference reference) {
        assertThat(decide(bureau, reference, 1, Outcome.RETURNED)).isInstanceOf(Done.class);
    }

    private ReviewResult decide(Bureau bureau, Reference reference, int round, Outcome outcome) {
        return reviews.decide(
                officers.get(bureau),
                reference,
                round,
                outcome,
                outcome == Outcome.RETURNED ? FILE : Set.of(),
                outcome == Outcome.APPROVED ? "" : "扫描件缺少第二页");
    }

    private ApplicationView view(Reference reference) {
        return desk.find(scene.person(), reference);
    }

    private Officer officer(Bureau bureau) {
        return officer(bureau, Role.OFFICER, "许警官");
    }

    private Officer colleague(Bureau bureau) {
        return officer(bureau, Role.OFFICER, "方同事");
    }

    private Officer administrator(Bureau bureau) {
        return officer(bureau, Role.ADMINISTRATOR, "顾主任");
    }

    private Officer officer(Bureau bureau, Role role, String name) {
        UUID id = scenes.person(role, bureau, name, null);
        return new Officer(id, name, bureau, role == Role.ADMINISTRATOR, null);
    }
}
