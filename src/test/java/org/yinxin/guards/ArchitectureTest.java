package org.yinxin.guards;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;

class ArchitectureTest {

    private static final String GENERATED = "org.yinxin.ledger.web3j.contract..";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.yinxin")
            .that(not(resideInAPackage(GENERATED)));

    private static final DescribedPredicate<JavaClass> ENTITIES = DescribedPredicate.describe(
            "entities", type -> type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Embeddable.class));

    private static final DescribedPredicate<JavaCall<?>> READ_THE_MACHINE_CLOCK = DescribedPredicate.describe(
            "reads the machine's clock",
            call -> call.getName().equals("now")
                            && call.getTarget().getRawParameterTypes().isEmpty()
                            && Set.of(
                                            Instant.class.getName(),
                                            LocalDate.class.getName(),
                                            LocalDateTime.class.getName(),
                                            ZonedDateTime.class.getName())
                                    .contains(call.getTargetOwner().getName())
                    || call.getName().equals("currentTimeMillis"));

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(OURS);
    }

    @Test
    void onlyTheLedgersWeb3jPackageKnowsWeb3j() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.yinxin.ledger.web3j..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.web3j..", GENERATED));
    }

    @Test
    void pagesAndInterfacesNeverTouchEntities() {
        check(noClasses()
                .that()
                .resideInAnyPackage("..web..", "..api..")
                .should()
                .dependOnClassesThat(ENTITIES));
        check(noClasses().that(ENTITIES).should().resideInAnyPackage("..web..", "..api.."));
    }

    @Test
    void controllersLiveInWebOrApiPackages() {
        check(classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .resideInAnyPackage("..web..", "..api..", "org.yinxin.site.."));
    }

    @Test
    void entitiesHaveNoSetters() {
        check(methods().that().areDeclaredInClassesThat(ENTITIES).should().haveNameNotMatching("set[A-Z].*"));
    }

    @Test
    void beansAreGivenTheirPartsByConstructor() {
        for (var annotation : List.of(Autowired.class, Value.class, Inject.class, Resource.class)) {
            check(noFields().should().beAnnotatedWith(annotation));
            check(methods().should().notBeAnnotatedWith(annotation));
        }
    }

    @Test
    void momentsAreKeptAsInstants() {
        for (var old : List.of(Date.class, Calendar.class, java.sql.Timestamp.class)) {
            check(noFields().should().haveRawType(old));
            check(methods().that().arePublic().should().notHaveRawReturnType(old));
        }
        // Certificates and signatures speak of java.util.Date in the libraries that make them.
        check(noClasses()
                .that(not(resideInAnyPackage(
                        "org.yinxin.ledger.proof.book..",
                        "org.yinxin.network..",
                        "org.yinxin.pki..",
                        "org.yinxin.seal..",
                        "org.yinxin.sealing..",
                        "org.yinxin.verification..")))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Date.class, Calendar.class));
    }

    @Test
    void theTimeOfDayComesFromTheClockBean() {
        check(noClasses()
                .that(not(resideInAPackage("org.yinxin.embedded..")))
                .should()
                .callMethodWhere(READ_THE_MACHINE_CLOCK));
    }

    @Test
    void onlyTheStartUpNoticeAndCommandsWriteToTheConsole() {
        check(noClasses()
                .that(not(resideInAnyPackage(
                        "org.yinxin.embedded..",
                        "org.yinxin.demo..",
                        "org.yinxin.network..",
                        "org.yinxin.ledger.command..")))
                .should(ACCESS_STANDARD_STREAMS));
    }

    @Test
    void loggersAreConstants() {
        check(fields().that()
                .haveRawType(org.slf4j.Logger.class)
                .should()
                .beStatic()
                .andShould()
                .beFinal());
    }

    @Test
    void namesSayWhatAThingIsAndNotThatItIsAnImplementation() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper"));
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = OURS.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .sorted()
                .toList();

        assertThat(unmarked).as("packages whose package-info lacks @NullMarked").isEmpty();
    }
}
