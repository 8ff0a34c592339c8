package credence.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static credence.architecture.Law.isTo;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;

import credence.architecture.canary.core.brain.AsksTheClock;
import credence.architecture.canary.core.brain.AsksTheMachine;
import credence.architecture.canary.core.brain.RefersToTheClock;
import credence.architecture.canary.lab.DrawsWithoutSeed;
import credence.architecture.canary.lab.ShufflesWithoutSeed;

import org.junit.jupiter.api.Test;

/// The same facts give the same state, bit for bit, on every machine.
class DeterminismTest {

    @Test
    void theCoreAsksNoClock() {
        Law.mustHold(
                root ->
                        noClasses()
                                .that()
                                .resideInAPackage(root + ".core..")
                                .should()
                                .accessTargetWhere(
                                        describe("asks the clock", DeterminismTest::asksTheClock))
                                .because("time enters only through facts"),
                AsksTheClock.class,
                RefersToTheClock.class);
    }

    @Test
    void theCoreAsksTheMachineForNoZoneLocaleOrProperty() {
        Law.mustHold(
                root ->
                        noClasses()
                                .that()
                                .resideInAPackage(root + ".core..")
                                .should()
                                .accessTargetWhere(
                                        describe(
                                                "asks the machine",
                                                DeterminismTest::asksTheMachine))
                                .because("a result must not depend on where it was computed"),
                AsksTheMachine.class);
    }

    @Test
    void chanceComesOnlyFromDraws() {
        Law.mustHold(
                root ->
                        noClasses()
                                .that()
                                .resideInAPackage(root + "..")
                                .and()
                                .resideOutsideOfPackage(root + ".core.random..")
                                .should()
                                .dependOnClassesThat()
                                .haveNameMatching(
                                        "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom|random\\..*)"
                                            + "|java\\.security\\.SecureRandom"
                                            + "|org\\.apache\\.commons\\.math3\\.random\\..*")
                                .orShould()
                                .accessTargetWhere(
                                        describe(
                                                "draws without a seed",
                                                DeterminismTest::drawsWithoutSeed))
                                .because("every draw is keyed by seed, learner and fact"),
                DrawsWithoutSeed.class,
                ShufflesWithoutSeed.class);
    }

    private static boolean asksTheClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getFullName();
        String name = access.getTarget().getName();
        return (owner.startsWith("java.time.") && name.equals("now"))
                || owner.equals("java.time.Clock")
                || owner.equals("java.time.InstantSource")
                || isTo(access, "java.lang.System", "currentTimeMillis", "nanoTime")
                || isTo(access, "java.util.Calendar", "getInstance")
                || (owner.equals("java.util.Date")
                        && name.equals("<init>")
                        && parameters(access) == 0);
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        return isTo(access, "java.time.ZoneId", "systemDefault")
                || isTo(access, "java.util.TimeZone", "getDefault")
                || isTo(access, "java.util.Locale", "getDefault")
                || isTo(access, "java.nio.charset.Charset", "defaultCharset")
                || isTo(access, "java.lang.System", "getenv", "getProperty", "identityHashCode")
                || isTo(access, "java.lang.Runtime", "availableProcessors");
    }

    private static boolean drawsWithoutSeed(JavaAccess<?> access) {
        return isTo(access, "java.lang.Math", "random")
                || isTo(access, "java.lang.StrictMath", "random")
                || isTo(access, "java.util.UUID", "randomUUID")
                || isTo(access, "java.util.Collections", "shuffle");
    }

    private static int parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget unit
                ? unit.getRawParameterTypes().size()
                : -1;
    }
}
