package credence.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import credence.architecture.canary.core.value.MoneyUtils;
import credence.architecture.canary.unmarked.WithoutPackageNote;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void aClassIsNamedAfterWhatItIs() {
        Law.mustHold(
                root ->
                        noClasses()
                                .that()
                                .resideInAPackage(root + "..")
                                .should()
                                .haveNameMatching(
                                        ".*(Impl|Managers?|Helpers?|Utils?|Utilities|Data|Info)")
                                .because("such a name says that nobody knew what the class is for"),
                MoneyUtils.class);
    }

    @Test
    void everyPackageSaysWhatItHoldsAndIsNullMarked() {
        Law.mustHold(
                root ->
                        classes()
                                .that()
                                .resideInAPackage(root + "..")
                                .should(liveInANullMarkedPackage())
                                .because(
                                        "package-info.java says what lives there and what must not,"
                                                + " and null is checked by the compiler"),
                WithoutPackageNote.class);
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package whose package-info.java is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(
                        new SimpleConditionEvent(
                                type,
                                marked,
                                type.getName() + " lives in a package that is not @NullMarked"));
            }
        };
    }
}
