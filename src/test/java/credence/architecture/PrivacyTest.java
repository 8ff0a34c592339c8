package credence.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static credence.architecture.Law.isTo;

import credence.architecture.canary.report.FetchesAPage;
import credence.architecture.canary.report.OpensASocket;
import credence.architecture.canary.service.PrintsToTheConsole;
import credence.architecture.canary.service.PrintsTraces;

import org.junit.jupiter.api.Test;

/// What leaves the program: nothing by the network, and text only through its two faces.
class PrivacyTest {

    @Test
    void nothingConnects() {
        Law.mustHold(
                root ->
                        noClasses()
                                .that()
                                .resideInAPackage(root + "..")
                                .should()
                                .dependOnClassesThat()
                                .haveNameMatching(
                                        "java\\.net\\.(http\\..*|.*Socket.*|.*URLConnection)"
                                            + "|java\\.nio\\.channels\\.(.*Socket.*|DatagramChannel)"
                                            + "|javax\\.net\\..*|java\\.rmi\\..*|com\\.sun\\.net\\..*|javafx\\.scene\\.web\\..*")
                                .orShould()
                                .accessTargetWhere(
                                        describe(
                                                "opens an address",
                                                access ->
                                                        isTo(
                                                                access,
                                                                "java.net.URL",
                                                                "openStream",
                                                                "openConnection",
                                                                "getContent")))
                                .because("a trader's books are private: no outgoing connection"),
                OpensASocket.class,
                FetchesAPage.class);
    }

    @Test
    void onlyTheCommandLineAndTheStartPrint() {
        Law.mustHold(
                root ->
                        noClasses()
                                .that()
                                .resideInAPackage(root + "..")
                                .and()
                                .resideOutsideOfPackages(root, root + ".cli..", root + ".app..")
                                .should()
                                .accessTargetWhere(
                                        describe(
                                                "prints",
                                                access ->
                                                        isTo(
                                                                        access,
                                                                        "java.lang.System",
                                                                        "out",
                                                                        "err")
                                                                || access.getTarget()
                                                                        .getName()
                                                                        .equals("printStackTrace")))
                                .because(
                                        "standard output carries one JSON document; the rest goes"
                                                + " to the log"),
                PrintsToTheConsole.class,
                PrintsTraces.class);
    }
}
