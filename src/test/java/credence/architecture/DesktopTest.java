package credence.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static credence.architecture.Law.isTo;

import credence.architecture.canary.desktop.panel.trust.DrawsWithTheChartLibrary;
import credence.architecture.canary.desktop.panel.trust.KnowsAServiceView;
import credence.architecture.canary.desktop.panel.trust.ObservableProjection;
import credence.architecture.canary.desktop.panel.trust.SwitchesThreads;
import credence.architecture.canary.desktop.panel.trust.SwitchesThreadsByReference;
import credence.architecture.canary.desktop.panel.trust.WithControlsViewModel;
import credence.architecture.canary.desktop.theme.MisplacedViewModel;

import org.junit.jupiter.api.Test;

/// How a screen is built: view, view model, projection; one chart package; one bridge between threads.
class DesktopTest {

    @Test
    void onlyTheChartPackageUsesTheChartLibrary() {
        Law.mustHold(
                root ->
                        noClasses()
                                .that()
                                .resideInAPackage(root + "..")
                                .and()
                                .resideOutsideOfPackage(root + ".desktop.chart..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("io.fair_acc..")
                                .because(
                                        "its locks and leaks are kept in one place, and it can be"
                                                + " replaced there"),
                DrawsWithTheChartLibrary.class);
    }

    @Test
    void onlyTheFxPackageRunsCodeLater() {
        Law.mustHold(
                root ->
                        noClasses()
                                .that()
                                .resideInAPackage(root + "..")
                                .and()
                                .resideOutsideOfPackage(root + ".desktop.fx..")
                                .should()
                                .accessTargetWhere(
                                        describe(
                                                "runs code later",
                                                access ->
                                                        isTo(
                                                                access,
                                                                "javafx.application.Platform",
                                                                "runLater")))
                                .because(
                                        "screens are fed by views on a clock, latest only, never by"
                                                + " a flood of events"),
                SwitchesThreads.class,
                SwitchesThreadsByReference.class);
    }

    @Test
    void viewModelsKnowNoControl() {
        Law.mustHold(
                root ->
                        noClasses()
                                .that()
                                .resideInAPackage(root + "..")
                                .and()
                                .haveSimpleNameEndingWith("ViewModel")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "javafx.scene..",
                                        "javafx.stage..",
                                        "javafx.fxml..",
                                        "javafx.application..")
                                .because("a view model is tested without a toolkit"),
                WithControlsViewModel.class);
    }

    @Test
    void projectionsKnowNoJavaFx() {
        Law.mustHold(
                root ->
                        noClasses()
                                .that()
                                .resideInAPackage(root + "..")
                                .and()
                                .haveSimpleNameEndingWith("Projection")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("javafx..")
                                .because("a projection is a record computed off the FX thread"),
                ObservableProjection.class);
    }

    @Test
    void viewModelsAndProjectionsLiveWithTheirScreen() {
        Law.mustHold(
                root ->
                        classes()
                                .that()
                                .resideInAPackage(root + "..")
                                .and()
                                .haveNameMatching(".*(ViewModel|Projection)")
                                .should()
                                .resideInAnyPackage(
                                        root + ".desktop.panel.*", root + ".desktop.shell..")
                                .because("a screen is one folder"),
                MisplacedViewModel.class);
    }

    @Test
    void aViewKnowsNoService() {
        Law.mustHold(
                root ->
                        noClasses()
                                .that()
                                .resideInAPackage(root + ".desktop.panel..")
                                .and()
                                .haveSimpleNameEndingWith("View")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(root + ".service..")
                                .because("a view knows only its view model"),
                KnowsAServiceView.class);
    }
}
