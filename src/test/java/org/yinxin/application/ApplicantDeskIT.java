package org.yinxin.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.IntegrationTest;
import org.yinxin.application.ApplicationScenes.Scene;
import org.yinxin.application.FileCheck.Refused;
import org.yinxin.application.SubmitResult.Hindered;
import org.yinxin.application.SubmitResult.Incomplete;
import org.yinxin.application.SubmitResult.Submitted;
import org.yinxin.shared.Reference;
import org.yinxin.site.NotFoundException;

class ApplicantDeskIT extends IntegrationTest {

    @Autowired
    private ApplicantDesk desk;

    @Autowired
    private JdbcClient jdbc;

    private ApplicationScenes scenes;
    private Scene scene;

    @BeforeEach
    void setUp() {
        scenes = new ApplicationScenes(jdbc);
        scene = scenes.scene();
    }

    @Test
    void aCompleteDraftIsSubmittedOnceHoweverOftenTheButtonIsPressed() {
        Reference reference = ApplicationScenes.complete(desk, scene);

        assertThat(desk.submit(scene.person(), reference)).isInstanceOf(Submitted.class);
        assertThat(desk.submit(scene.person(), reference)).isInstanceOf(Submitted.class);

        ApplicationView application = desk.find(scene.person(), reference);
        assertThat(application.status()).isEqualTo(ApplicationStatus.SUBMITTED);
        assertThat(application.submissions()).singleElement().satisfies(submission -> {
            assertThat(submission.enterprise().nameZh()).isEqualTo(scene.nameZh());
            assertThat(submission.physicalSeal()).isEqualTo(scene.physicalSeal());
        });
    }

    @Test
    void anIncompleteDraftSaysWhatIsMissing() {
        Reference reference = desk.start(scene.person());
        desk.chooseEnterprise(scene.person(), reference, scene.uscc());

        assertThat(desk.submit(scene.person(), reference))
                .isEqualTo(new Incomplete(EnumSet.of(
                        ApplicationPart.PHYSICAL_SEAL,
                        ApplicationPart.SUPPORTING_FILE,
                        ApplicationPart.KEY,
                        ApplicationPart.DECLARATION)));
    }

    @Test
    void whatChangedInTheRegistersSinceIsNoticedOnSubmitting() {
        Reference reference = ApplicationScenes.complete(desk, scene);
        scenes.enterpriseStatus(scene.uscc(), "ABNORMAL");
        scenes.filingStatus(scene.physicalSeal(), "LOST");

        assertThat(desk.submit(scene.person(), reference))
                .isEqualTo(new Hindered(EnumSet.of(Obstacle.ENTERPRISE_NOT_ACTIVE, Obstacle.FILING_NOT_IN_USE)));
    }

    @Test
    void aSecondApplicationForTheSameEnterpriseIsHindered() {
        Reference second = ApplicationScenes.complete(desk, scene);
        ApplicationScenes.submit(desk, scene);

        assertThat(desk.submit(scene.person(), second))
                .isInstanceOfSatisfying(
                        Hindered.class,
                        hindered -> assertThat(hindered.obstacles())
                                .contains(Obstacle.ENTERPRISE_HAS_APPLICATION, Obstacle.PHYSICAL_SEAL_HAS_APPLICATION));
        assertThat(desk.chooseEnterprise(scene.person(), desk.start(scene.person()), scene.uscc()))
                .containsExactly(Obstacle.ENTERPRISE_HAS_APPLICATION);
    }

    @Test
    void aWithdrawnApplicationMakesRoomForAnother() {
        Reference first = ApplicationScenes.submit(desk, scene);
        desk.withdraw(scene.person(), first);

        Reference second = ApplicationScenes.submit(desk, scene);

        assertThat(desk.find(scene.person(), first).status()).isEqualTo(ApplicationStatus.WITHDRAWN);
        assertThat(desk.find(scene.person(), second).status()).isEqualTo(ApplicationStatus.SUBMITTED);
    }

    @Test
    void theChainKnowsAnEnterpriseByTheSameCommitmentAtEveryApplication() {
        Reference first = ApplicationScenes.submit(desk, scene);
        desk.withdraw(scene.person(), first);
        ApplicationScenes.submit(desk, scene);

        List<String> enterprises = commitments("enterprise_commitment");
        assertThat(enterprises).hasSize(2);
        assertThat(enterprises.getFirst()).isEqualTo(enterprises.getLast());
        assertThat(commitments("content_digest")).doesNotHaveDuplicates();
    }

    @Test
    void strangersAndTheirEnterprisesAreNotFound() {
        Reference reference = ApplicationScenes.submit(desk, scene);
        Scene other = scenes.scene();
        Reference own = desk.start(scene.person());

        assertThatThrownBy(() -> desk.find(other.person(), reference)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.withdraw(UUID.randomUUID(), reference)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.chooseEnterprise(scene.person(), own, other.uscc()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aFilingOfAnotherEnterpriseIsNotTaken() {
        Reference reference = desk.start(scene.person());
        desk.chooseEnterprise(scene.person(), reference, scene.uscc());

        assertThat(desk.choosePhysicalSeal(
                        scene.person(), reference, scenes.scene().physicalSeal()))
                .containsExactly(Obstacle.FILING_NOT_OF_ENTERPRISE);
    }

    @Test
    void aReplacedFileLeavesNothingBehindInADraft() {
        Reference reference = ApplicationScenes.complete(desk, scene);

        desk.attach(scene.person(), reference, "扫描件.png", ApplicationScenes.png());

        assertThat(desk.file(desk.find(scene.person(), reference)))
                .hasValueSatisfying(file -> assertThat(file.type()).isEqualTo(FileType.PNG));
        assertThat(files(reference)).isEqualTo(1);
    }

    @Test
    void aRefusedFileLeavesTheOneBeforeInPlace() {
        Reference reference = ApplicationScenes.complete(desk, scene);

        FileCheck check = desk.attach(scene.person(), reference, "营业执照.pdf", ApplicationScenes.exe());

        assertThat(check).isEqualTo(new Refused(FileCheck.Reason.WRONG_TYPE));
        assertThat(desk.file(desk.find(scene.person(), reference)))
                .hasValueSatisfying(file -> assertThat(file.type()).isEqualTo(FileType.PDF));
    }

    @Test
    void aDeletedDraftIsGoneWithItsFile() {
        Reference reference = ApplicationScenes.complete(desk, scene);

        desk.delete(scene.person(), reference);

        assertThat(files(reference)).isZero();
        assertThatThrownBy(() -> desk.find(scene.person(), reference)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aSubmittedApplicationIsNotDeleted() {
        Reference reference = ApplicationScenes.submit(desk, scene);

        assertThatThrownBy(() -> desk.delete(scene.person(), reference)).isInstanceOf(NotEditableException.class);
    }

    private List<String> commitments(String column) {
        return jdbc.sql("select encode(" + column + ", 'hex') from application.submission where uscc = ?")
                .param(scene.uscc().value())
                .query(String.class)
                .list();
    }

    private int files(Reference reference) {
        return jdbc.sql("""
                        select count(*) from application.supporting_file f
                        where exists (select from application.seal_application a
                          where a.id = f.application_id and a.reference = ?)""").param(reference.value()).query(Integer.class).single();
    }
}
