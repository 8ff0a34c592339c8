package credence.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

import java.util.Set;
import java.util.function.Function;

/// A rule about the classes below one root package, proved twice: the program obeys it, and classes
/// written to break it (the canaries, laid out like the program below a root of their own) are caught.
/// Packages that do not exist yet satisfy every rule.
final class Law {

    private static final String PROGRAM = "credence";
    private static final String CANARIES = "credence.architecture.canary";

    private static final JavaClasses PROGRAM_CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(PROGRAM);

    private Law() {}

    /// @param rule makes the rule for a root package; its reason belongs in `because`
    /// @param canaries classes that together break the rule; each must be named in the report
    static void mustHold(Function<String, ArchRule> rule, Class<?>... canaries) {
        rule.apply(PROGRAM).allowEmptyShould(true).check(PROGRAM_CLASSES);

        JavaClasses bad = new ClassFileImporter().importClasses(Set.of(canaries));
        EvaluationResult result = rule.apply(CANARIES).allowEmptyShould(true).evaluate(bad);
        String report = String.join("\n", result.getFailureReport().getDetails());
        for (Class<?> canary : canaries) {
            assertTrue(
                    report.contains(canary.getName()),
                    () -> "the rule cannot fail: it does not catch " + canary.getName());
        }
    }

    /// Whether the access (a call, a field or a method reference) is to one of the members of `owner`.
    static boolean isTo(JavaAccess<?> access, String owner, String... members) {
        return access.getTargetOwner().getFullName().equals(owner)
                && Set.of(members).contains(access.getTarget().getName());
    }
}
