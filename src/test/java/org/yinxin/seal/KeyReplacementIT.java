package org.yinxin.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.IntegrationTest;
import org.yinxin.account.Role;
import org.yinxin.application.ApplicantDesk;
import org.yinxin.application.ApplicationScenes;
import org.yinxin.application.ApplicationScenes.Scene;
import org.yinxin.application.ApplicationStatus;
import org.yinxin.application.KeyReplacementDesk;
import org.yinxin.application.Obstacle;
import org.yinxin.application.Outcome;
import org.yinxin.application.SubmitResult;
import org.yinxin.authority.EnrolledKeys;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.LedgerEntry.SealActivation;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.authority.HolderAuthority;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.review.Objection;
import org.yinxin.review.Officer;
import org.yinxin.review.ReviewResult;
import org.yinxin.review.Reviews;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;
import org.yinxin.site.NotFoundException;

/** From the first application with a key to another key in its place, through everybody's own doors. */
@RecordApplicationEvents
class KeyReplacementIT extends IntegrationTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ApplicantDesk desk;

    @Autowired
    private KeyReplacementDesk replacements;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Seals seals;

    @Autowired
    private SealRoots roots;

    @Autowired
    private SealLife life;

    @Autowired
    private Activations activations;

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

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ApplicationEvents events;

    private final Map<Bureau, Officer> officers = new EnumMap<>(Bureau.class);
    private ApplicationScenes scenes;
    private SealFixtures fixtures;
    private Scene scene;

    @BeforeEach
    void prepare() {
        scenes = new ApplicationScenes(jdbc);
        fixtures = new SealFixtures(context);
        scene = scenes.scene();
        for (Bureau bureau : Bureau.values()) {
            UUID id = scenes.person(Role.OFFICER, bureau, "许警官", null);
            officers.put(bureau, new Officer(id, "许警官", bureau, false, null));
        }
    }

    @Test
    void anotherKeyTakesTheLostOnesPlaceAfterThreeApprovalsAndNotBefore() {
        SealNumber number = issued();
        SealRoot first = root(number);
        assertThat(first.state()).isEqualTo(SealRoot.State.IN_FORCE);
        assertThat(first.key().key()).isEqualTo(scene.holder().key());
        assertThat(onChain(number)).isEqualTo(first.mandate());
        activate(number, scene.holder(), scene.person());
        SoftKey next = SoftKey.es256();
        Reference reference = asked(number, next);

        assertThat(replacements.underWay(number))
                .hasValueSatisfying(
                        application -> assertThat(application.reference()).isEqualTo(reference));
        approve(Bureau.MARKET_SUPERVISION, reference);
        approve(Bureau.PUBLIC_SECURITY, reference);
        assertThat(roots.onItsWay(number)).as("two approvals are not three").isEmpty();
        assertThat(root(number)).isEqualTo(first);
        life.suspend(Bureau.PUBLIC_SECURITY, officer(Bureau.PUBLIC_SECURITY), number, "The telephone was stolen");
        fixtures.awaitRecorded(number);

        assertThat(approve(Bureau.DATA_ADMINISTRATION, reference)).isInstanceOf(ReviewResult.Done.class);
        assertThat(events.stream(SealRooted.class)
                        .filter(event -> event.number().equals(number)))
                .extracting(event -> event.key())
                .containsExactly(scene.holder().key(), next.key());
        SealView suspended = fixtures.awaitRecorded(number);
        assertThat(suspended.status()).isEqualTo(SealStatus.SUSPENDED);
        assertThat(suspended.suspendedBy())
                .as("its suspension stays that of the bureau that made it")
                .isEqualTo(Bureau.PUBLIC_SECURITY);
        assertThat(root(number).key().key()).isEqualTo(next.key());
        assertThat(onChain(number)).isEqualTo(root(number).mandate()).isNotEqualTo(first.mandate());
        assertThat(roots.of(number))
                .extracting(SealRoot::state)
                .containsExactly(SealRoot.State.IN_FORCE, SealRoot.State.REPLACED);
        assertThat(seals.history(number)).extracting(SealEvent::what).contains(SealStep.REPLACE_KEY);
        assertThat(desk.find(scene.person(), reference).status()).isEqualTo(ApplicationStatus.ISSUED);
    }

    @Test
    void theOldKeySignsNothingAnyMoreNeitherHereNorOnTheChain() {
        SealNumber number = issued();
        SealRoot old = root(number);
        SoftKey next = SoftKey.es256();
        Reference reference = asked(number, next);
        approveAll(reference);
        fixtures.awaitRecorded(number);

        assertThatThrownBy(() -> activate(number, scene.holder(), scene.person()))
                .isInstanceOfSatisfying(
                        ActivationRefusedException.class,
                        refused -> assertThat(refused.obstacle()).isEqualTo(ActivationObstacle.SIGNATURE_WRONG));
        ActivationAct act = ActivationAct.propose(clock.instant());
        SealView seal = seals.find(number).orElseThrow();
        Digest asked = act.signed(seal.onChainId(), old.mandate())
                .digest(ledger.domain().orElseThrow());
        transaction.executeWithoutResult(status -> ledger.record(new SealActivation(
                act.entryId(),
                seal.thread(),
                seal.onChainId(),
                act.conditions(),
                new HolderAuthority(old.mandate(), act.expiry(), scene.holder().sign(asked)))));
        assertThat(answer(act.entryId()).status()).isEqualTo(Recording.Status.REFUSED);

        activate(number, next, scene.person());
        assertThat(seals.find(number).orElseThrow().usable()).isTrue();
    }

    @Test
    void anActivationIsSignedByTheSealsKeyWithinADayAndOnce() {
        SealNumber number = issued();
        UUID person = scene.person();
        Instant now = clock.instant();
        ActivationAct act = ActivationAct.propose(now);

        assertThatThrownBy(() -> activations.activate(person, number, act, sign(number, act, SoftKey.es256())))
                .isInstanceOfSatisfying(
                        ActivationRefusedException.class,
                        refused -> assertThat(refused.obstacle()).isEqualTo(ActivationObstacle.SIGNATURE_WRONG));
        ActivationAct late = ActivationAct.propose(now.minus(Duration.ofHours(25)));
        assertThatThrownBy(() -> activations.activate(person, number, late, sign(number, late, scene.holder())))
                .isInstanceOfSatisfying(
                        ActivationRefusedException.class,
                        refused -> assertThat(refused.obstacle()).isEqualTo(ActivationObstacle.EXPIRED));
        assertThatThrownBy(() ->
                        activations.activate(scenes.scene().person(), number, act, sign(number, act, scene.holder())))
                .isInstanceOf(NotFoundException.class);

        activations.activate(person, number, act, sign(number, act, scene.holder()));
        fixtures.awaitRecorded(number);
        jdbc.sql("update seal.seal set status = 'ISSUED' where number = ?")
                .param(number.value())
                .update();
        assertThatThrownBy(() -> activations.activate(person, number, act, sign(number, act, scene.holder())))
                .isInstanceOfSatisfying(
                        ActivationRefusedException.class,
                        refused -> assertThat(refused.obstacle()).isEqualTo(ActivationObstacle.USED_BEFORE));
    }

    @Test
    void aKeyThatIsGoneAnothersOrServesAnotherEnterpriseIsNotTaken() {
        Reference reference = ApplicationScenes.complete(desk, scene);
        Scene other = scenes.scene();

        assertThat(desk.chooseKey(scene.person(), reference, other.key())).containsExactly(Obstacle.KEY_NOT_THERE);
        new EnrolledKeys(jdbc).remove(scene.key());
        assertThat(desk.submit(scene.person(), reference))
                .isEqualTo(new SubmitResult.Hindered(Set.of(Obstacle.KEY_NOT_THERE)));

        ApplicationScenes.submit(desk, other);
        Digest nationalId = Digest.random();
        Uscc second = scenes.enterprise("杭州第二家贸易有限公司" + UUID.randomUUID(), "沈知远", nationalId);
        scenes.bind(other.person(), second, nationalId);
        Reference forSecond = desk.start(other.person());
        assertThat(desk.chooseEnterprise(other.person(), forSecond, second)).isEmpty();
        assertThat(desk.chooseKey(other.person(), forSecond, other.key()))
                .containsExactly(Obstacle.KEY_OF_OTHER_ENTERPRISE);
    }

    @Test
    void aSealWithoutAKeyTellsItsOwnerHowToGetOne() throws Exception {
        SealNumber number = issued();
        jdbc.sql("update seal.root set state = 'REFUSED' where number = ?")
                .param(number.value())
                .update();

        Document page = page(get("/seals/" + number), scene.signedIn());
        assertThat(page.text()).contains("made before keys stood behind seals");
        assertThat(page.select("a[href$=/activation]")).isEmpty();
        String start = page.select("a.govuk-button[href*=/key-replacement/]").attr("href");
        assertThat(page(get(start), scene.signedIn()).select("h1").text()).isEqualTo("Ask for a key");
        SoftKey first = SoftKey.es256();
        approveAll(asked(number, first));
        fixtures.awaitRecorded(number);
        activate(number, first, scene.person());

        assertThat(seals.find(number).orElseThrow().usable()).isTrue();
    }

    @Test
    void whatCannotHappenAnyMoreIsNotApproved() {
        SealNumber number = issued();
        assertThat(replacements.obstacles(scene.person(), number)).isEmpty();
        assertThatThrownBy(() -> replacements.start(scenes.scene().person(), number))
                .isInstanceOf(NotFoundException.class);
        Reference reference = asked(number, SoftKey.es256());
        assertThat(replacements.obstacles(scene.person(), number)).containsExactly(Obstacle.SEAL_HAS_REPLACEMENT);
        approve(Bureau.MARKET_SUPERVISION, reference);
        approve(Bureau.PUBLIC_SECURITY, reference);
        life.revoke(
                Bureau.DATA_ADMINISTRATION,
                officer(Bureau.DATA_ADMINISTRATION),
                number,
                RevocationGround.KEY_COMPROMISE,
                "Stolen");

        assertThat(approve(Bureau.DATA_ADMINISTRATION, reference))
                .isEqualTo(new ReviewResult.Refused(Objection.OVERTAKEN, null));
        assertThat(desk.find(scene.person(), reference).status()).isEqualTo(ApplicationStatus.IN_REVIEW);
    }

    @Test
    void thePagesLeadFromTheSealToTheBureausDesks() throws Exception {
        SealNumber number = issued();
        RequestPostProcessor owner = scene.signedIn();
        Document seal = page(get("/seals/" + number), owner);
        assertThat(seal.text()).contains(scene.holder().key().fingerprint());
        String start = seal.select("a[href*=/key-replacement/]").attr("href");
        assertThat(page(get(start), owner).select(".govuk-warning-text")).hasSize(1);
        String reason = redirect(post(start), owner);
        assertThat(reason).endsWith("/reason");
        assertThat(redirect(post(start), owner))
                .as("pressing it again goes on with the same")
                .isEqualTo(reason);
        assertThat(refused(post(reason).param("reason", " "), owner).select("a[href=#reason]"))
                .hasSize(1);
        String key = redirect(post(reason).param("reason", "手机丢失"), owner);
        SoftKey next = SoftKey.es256();
        UUID fresh = scenes.enrol(scene.person(), next);
        assertThat(page(get(key), owner).select("input[name=key]")).hasSize(2);
        String stranger = scenes.scene().key().toString();
        assertThat(refused(post(key).param("key", stranger), owner).select("a[href=#key]"))
                .hasSize(1);
        String declaration = redirect(post(key).param("key", fresh.toString()), owner);
        String check = redirect(post(declaration).param("agreed", "true"), owner);
        Document answers = page(get(check), owner);
        assertThat(answers.text()).contains("手机丢失", next.key().fingerprint(), number.grouped());
        String confirmation = redirect(post(check), owner);
        assertThat(page(get(confirmation), owner).select(".govuk-panel")).hasSize(1);
        String overview = confirmation.replace("/confirmation", "");
        assertThat(page(get(overview), owner).text()).contains(next.key().fingerprint(), "New key for a seal");
        assertThat(page(get(overview + "/physical-seal"), owner, 404)).isNotNull();

        String reference = overview.substring(overview.lastIndexOf('/') + 1);
        RequestPostProcessor bureau =
                ApplicationScenes.as(officer(Bureau.PUBLIC_SECURITY), "许警官", Role.OFFICER, Bureau.PUBLIC_SECURITY);
        assertThat(page(get("/office/reviews?q=" + reference), bureau).text()).contains("New key for a seal");
        Document desk = page(get("/office/reviews/" + reference), bureau);
        assertThat(desk.text()).contains(next.key().fingerprint(), "手机丢失", scene.personName(), "make sure by a way");
        assertThat(desk.select("input[name=parts]").eachAttr("value")).containsExactly("REASON", "KEY", "DECLARATION");
        assertThat(desk.select(".app-automatic__item--failed")).isEmpty();
        assertThat(page(get("/office/seals/" + number), bureau).text()).contains(reference);
        assertThat(page(get("/seals/" + number), owner).text()).contains("reviewing an application for a new key");
    }

    private SealNumber issued() {
        approveAll(ApplicationScenes.submit(desk, scene));
        SealNumber number = seals.ofEnterprise(scene.uscc()).getFirst().number();
        fixtures.awaitRecorded(number);
        return number;
    }

    /** Asks for this key in the place of the one before. */
    private Reference asked(SealNumber number, SoftKey key) {
        UUID person = scene.person();
        Reference reference = replacements.start(person, number);
        replacements.explain(person, reference, "The telephone is lost");
        assertThat(desk.chooseKey(person, reference, scenes.enrol(person, key))).isEmpty();
        desk.declare(person, reference);
        assertThat(desk.submit(person, reference)).isInstanceOf(SubmitResult.Submitted.class);
        return reference;
    }

    private void activate(SealNumber number, SoftKey key, UUID person) {
        ActivationAct act = ActivationAct.propose(clock.instant());
        activations.activate(person, number, act, sign(number, act, key));
        fixtures.awaitRecorded(number);
    }

    private HolderSignature sign(SealNumber number, ActivationAct act, SoftKey key) {
        return key.sign(fixtures.digest(number, act));
    }

    private void approveAll(Reference reference) {
        for (Bureau bureau : Bureau.values()) {
            assertThat(approve(bureau, reference)).isInstanceOf(ReviewResult.Done.class);
        }
    }

    private ReviewResult approve(Bureau bureau, Reference reference) {
        return reviews.decide(officers.get(bureau), reference, 1, Outcome.APPROVED, Set.of(), "");
    }

    private UUID officer(Bureau bureau) {
        return officers.get(bureau).id();
    }

    private SealRoot root(SealNumber number) {
        return roots.current(number).orElseThrow();
    }

    private Digest onChain(SealNumber number) {
        ChainAnswer<Digest> answer = chain.root(seals.find(number).orElseThrow().onChainId());
        assertThat(answer).isInstanceOf(ChainAnswer.Known.class);
        return ((ChainAnswer.Known<Digest>) answer).value();
    }

    private Recording answer(UUID entryId) {
        Instant until = Instant.now().plusSeconds(40);
        Recording recording = ledger.recording(entryId).orElseThrow();
        while (recording.status() != Recording.Status.RECORDED
                && recording.status() != Recording.Status.REFUSED
                && Instant.now().isBefore(until)) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            recording = ledger.recording(entryId).orElseThrow();
        }
        return recording;
    }

    private Document page(MockHttpServletRequestBuilder request, RequestPostProcessor person) throws Exception {
        return page(request, person, 200);
    }

    private Document page(MockHttpServletRequestBuilder request, RequestPostProcessor person, int answer)
            throws Exception {
        return Jsoup.parse(mvc.perform(request.with(person).with(csrf()).header("Accept-Language", "en"))
                .andExpect(status().is(answer))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Document refused(MockHttpServletRequestBuilder request, RequestPostProcessor person) throws Exception {
        return page(request, person, 400);
    }

    private String redirect(MockHttpServletRequestBuilder request, RequestPostProcessor person) throws Exception {
        return String.valueOf(mvc.perform(request.with(person).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }
}
