package credence.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;

import credence.architecture.canary.cli.ReadsTheStore;
import credence.architecture.canary.core.belief.KnowsTheBandit;
import credence.architecture.canary.core.belief.ReadsFacts;
import credence.architecture.canary.core.fact.KnowsValues;
import credence.architecture.canary.core.probation.ReadsBeliefs;
import credence.architecture.canary.core.value.KnowsFacts;
import credence.architecture.canary.core.value.KnowsJson;
import credence.architecture.canary.core.value.KnowsTheService;
import credence.architecture.canary.core.value.ReadsAFile;
import credence.architecture.canary.desktop.panel.trust.KnowsTheCommandLine;
import credence.architecture.canary.imports.KnowsAUseCase;
import credence.architecture.canary.lab.KnowsTheReport;
import credence.architecture.canary.report.KnowsTheImports;
import credence.architecture.canary.service.KnowsTheDatabase;
import credence.architecture.canary.service.KnowsTheDesktop;
import credence.architecture.canary.service.KnowsTheWholeProgram;
import credence.architecture.canary.service.ParsesArguments;
import credence.architecture.canary.service.ShowsAWindow;
import credence.architecture.canary.store.KnowsTheLab;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Who may know whom.
///
///     app ──► cli, desktop ──► service ──► core
///     store, imports, report ──► service.port, core        lab ──► core
class LayersTest {

    private static final List<String> LEARNERS =
            List.of(
                    "belief",
                    "bandit",
                    "selector",
                    "qlearning",
                    "experts",
                    "policy",
                    "meta",
                    "feedback");

    @Test
    void theCoreUsesOnlyTheJdkAndCommonsMath() {
        Law.mustHold(
                root ->
                        classes()
                                .that()
                                .resideInAPackage(root + ".core..")
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(
                                        root + ".core..",
                                        "java.lang..",
                                        "java.util..",
                                        "java.math..",
                                        "java.time..",
                                        "java.text..",
                                        "java.io..",
                                        "java.nio",
                                        "java.nio.charset..",
                                        "java.security..",
                                        "org.apache.commons.math3..",
                                        "org.jspecify.annotations..")
                                .because(
                                        "the fold must give the same bits everywhere; it knows no"
                                                + " database, no screen and no library that may"
                                                + " change under it"),
                KnowsJson.class,
                KnowsTheService.class);
    }

    @Test
    void theCoreTouchesNoFile() {
        Law.mustHold(
                root ->
                        noClasses()
                                .that()
                                .resideInAPackage(root + ".core..")
                                .should()
                                .dependOnClassesThat()
                                .haveNameMatching(
                                        "java\\.io\\.(File.*|RandomAccessFile|Console)|java\\.nio\\.file\\..*")
                                .because("facts come in through the services, and state goes out"),
                ReadsAFile.class);
    }

    @Test
    void thePackagesOfTheCoreFormNoCycle() {
        Law.mustHold(
                root ->
                        slices().matching(root + ".core.(*)..")
                                .should()
                                .beFreeOfCycles()
                                .because("a part that needs all others cannot be understood alone"),
                KnowsFacts.class,
                KnowsValues.class);
    }

    @Test
    void aLearnerKnowsNoOtherLearnerAndNobodyWhoCombinesThem() {
        Law.mustHold(
                root -> {
                    CompositeArchRule all = null;
                    for (String learner : LEARNERS) {
                        ArchRule one =
                                noClasses()
                                        .that()
                                        .resideInAPackage(root + ".core." + learner + "..")
                                        .should()
                                        .dependOnClassesThat()
                                        .resideInAnyPackage(othersThan(learner, root));
                        all = all == null ? CompositeArchRule.of(one) : all.and(one);
                    }
                    return all.because(
                            "each must be testable, replaceable and switched off by itself;"
                                    + " core.trust, core.ensemble and core.brain combine them");
                },
                KnowsTheBandit.class);
    }

    @Test
    void aLearnerKnowsValuesChanceAndTheContractOnly() {
        Law.mustHold(
                root -> {
                    CompositeArchRule all = null;
                    for (String learner : LEARNERS) {
                        ArchRule one =
                                noClasses()
                                        .that()
                                        .resideInAPackage(root + ".core." + learner + "..")
                                        .should()
                                        .dependOnClassesThat(
                                                resideInAPackage(root + "..")
                                                        .and(
                                                                resideOutsideOfPackages(
                                                                        root + ".core." + learner
                                                                                + "..",
                                                                        root + ".core.value..",
                                                                        root + ".core.random..",
                                                                        root + ".core.learner..")));
                        all = all == null ? CompositeArchRule.of(one) : all.and(one);
                    }
                    return all.because(
                            "what it learns from is handed to it: facts, ledger and market are the"
                                    + " fold's business");
                },
                ReadsFacts.class);
    }

    @Test
    void inTheCoreOnlyTrustEnsembleAndBrainCombineLearners() {
        Law.mustHold(
                root ->
                        noClasses()
                                .that()
                                .resideInAPackage(root + ".core..")
                                .and()
                                .resideOutsideOfPackages(
                                        concat(
                                                learners(root),
                                                root + ".core.trust..",
                                                root + ".core.ensemble..",
                                                root + ".core.brain.."))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(learners(root))
                                .because("what combines learners should be found in three places"),
                ReadsBeliefs.class);
    }

    @Test
    void theTwoFacesUseOnlyServicesAndCore() {
        Law.mustHold(
                only("cli", "cli", "service", "core", "they show the same services"),
                ReadsTheStore.class);
        Law.mustHold(
                only("desktop", "desktop", "service", "core", "they show the same services"),
                KnowsTheCommandLine.class);
    }

    @Test
    void servicesUseOnlyTheCore() {
        Law.mustHold(
                only("service", "service", "core", "core", "everything else plugs into a port"),
                KnowsTheDesktop.class);
    }

    @Test
    void storeImportsAndReportUseOnlyPortsAndCore() {
        Law.mustHold(
                only("store", "store", "service.port", "core", "it only fills ports"),
                KnowsTheLab.class);
        Law.mustHold(
                only("imports", "imports", "service.port", "core", "it only fills ports"),
                KnowsAUseCase.class);
        Law.mustHold(
                only("report", "report", "service.port", "core", "it only fills ports"),
                KnowsTheImports.class);
    }

    @Test
    void theLabUsesOnlyTheCore() {
        Law.mustHold(
                only("lab", "lab", "core", "core", "it measures what the fold does, nothing else"),
                KnowsTheReport.class);
    }

    @Test
    void nobodyKnowsTheCompositionRootButTheEntryPoint() {
        Law.mustHold(
                root ->
                        noClasses()
                                .that()
                                .resideInAPackage(root + "..")
                                .and()
                                .resideOutsideOfPackages(root, root + ".app..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(root + ".app..")
                                .because("parts are handed what they need; they do not look it up"),
                KnowsTheWholeProgram.class);
    }

    @Test
    void javaFxStaysInTheDesktopAndItsStart() {
        Law.mustHold(
                confined(
                        "the command line must run on a server without a display",
                        List.of("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.."),
                        "desktop",
                        "app"),
                ShowsAWindow.class);
    }

    @Test
    void sqlStaysInTheStore() {
        Law.mustHold(
                confined(
                        "the database is a detail behind ports",
                        List.of("java.sql..", "javax.sql..", "org.h2..", "org.flywaydb.."),
                        "store"),
                KnowsTheDatabase.class);
    }

    @Test
    void picocliStaysInTheCommandLine() {
        Law.mustHold(
                confined("services take values, not arguments", List.of("picocli.."), "cli", "app"),
                ParsesArguments.class);
    }

    private static Function<String, ArchRule> only(
            String layer, String own, String second, String third, String reason) {
        return root ->
                noClasses()
                        .that()
                        .resideInAPackage(root + "." + layer + "..")
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage(root + "..")
                                        .and(
                                                resideOutsideOfPackages(
                                                        root + "." + own + "..",
                                                        root + "." + second + "..",
                                                        root + "." + third + "..")))
                        .because(reason);
    }

    private static Function<String, ArchRule> confined(
            String reason, List<String> libraries, String... layers) {
        return root ->
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .resideOutsideOfPackages(
                                List.of(layers).stream()
                                        .map(layer -> root + "." + layer + "..")
                                        .toArray(String[]::new))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(libraries.toArray(String[]::new))
                        .because(reason);
    }

    private static String[] learners(String root) {
        return LEARNERS.stream().map(l -> root + ".core." + l + "..").toArray(String[]::new);
    }

    private static String[] othersThan(String learner, String root) {
        return concat(
                LEARNERS.stream()
                        .filter(l -> !l.equals(learner))
                        .map(l -> root + ".core." + l + "..")
                        .toArray(String[]::new),
                root + ".core.trust..",
                root + ".core.ensemble..",
                root + ".core.brain..");
    }

    private static String[] concat(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }
}
