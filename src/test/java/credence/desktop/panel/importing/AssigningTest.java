package credence.desktop.panel.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.desktop.panel.importing.Assigning.Whose;
import credence.service.port.mapping.Condition;
import credence.service.port.mapping.Condition.Of;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.OwnerRule;
import credence.service.port.mapping.Ownership;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class AssigningTest {

    private final SimpleObjectProperty<ImportForm> form =
            new SimpleObjectProperty<>(ImportForm.EMPTY);
    private final Assigning whose =
            new Assigning(
                    form,
                    new ReadOnlyObjectWrapper<>(Optional.<FileSurvey>empty())
                            .getReadOnlyProperty());

    @Test
    void aRuleCountsAsSoonAsItIsWhole() {
        whose.add(Whose.BOT);
        assertEquals(Ownership.AS_STATED, form.get().owners());
        assertFalse(whose.rules(Whose.BOT).get().getFirst().trouble().isEmpty());

        RuleDraft half = new RuleDraft(List.of(new RuleDraft.Part(Of.TAG, "", "scalp*")), "");
        whose.change(Whose.BOT, 0, half);
        assertEquals(Ownership.AS_STATED, form.get().owners());

        whose.change(Whose.BOT, 0, half.owner("Scalper $1"));
        assertEquals(
                List.of(OwnerRule.of(Condition.of(Of.TAG, "scalp*"), "Scalper $1")),
                form.get().options().owners().bots());
    }

    @Test
    void oneBotForEachValueOfAColumnIsOneChoice() {
        whose.oneForEach(Of.COLUMN, "Notiz");

        assertEquals(
                List.of(OwnerRule.of(Condition.ofColumn("Notiz", "*"), "$0")),
                form.get().owners().bots());
        whose.asStated();
        assertEquals(Ownership.AS_STATED, form.get().owners());
    }

    @Test
    void theOrderOfRulesIsTheTraders() {
        whose.oneForEach(Of.FILE, "");
        whose.add(Whose.BOT);
        whose.change(
                Whose.BOT,
                1,
                new RuleDraft(
                        List.of(
                                new RuleDraft.Part(Of.SYMBOL, "", "ES*"),
                                new RuleDraft.Part(
                                        Of.TIME_OF_DAY, "", "09:30-11:00 America/New_York")),
                        "Opening"));
        whose.raise(Whose.BOT, 1);

        assertEquals("Opening", form.get().owners().bots().getFirst().owner());
        whose.remove(Whose.BOT, 0);
        assertEquals(1, form.get().owners().bots().size());
    }

    @Test
    void aSpanThatIsNoneIsSaidAndDoesNotCount() {
        whose.add(Whose.BOT);
        RuleDraft wrong =
                new RuleDraft(List.of(new RuleDraft.Part(Of.TIME_OF_DAY, "", "morning")), "Early");
        whose.change(Whose.BOT, 0, wrong);

        assertTrue(wrong.trouble().startsWith("“morning” is no part of a day."), wrong.trouble());
        assertEquals(Ownership.AS_STATED, form.get().owners());
    }

    @Test
    void otherFilesBeginWithoutTheRulesOfTheFormerOnes() {
        whose.oneForEach(Of.FILE, "");
        whose.add(Whose.ACCOUNT);

        form.set(ImportForm.EMPTY);

        assertEquals(List.of(), whose.rules(Whose.BOT).get());
        assertEquals(List.of(), whose.rules(Whose.ACCOUNT).get());
    }

    @Test
    void rowsOfNobodyAreAskedAbout() {
        whose.preview(List.of(new OwnerLine("Alpha", "default", 3, 0)));
        assertFalse(whose.asked());
        whose.preview(List.of(new OwnerLine("unassigned (Kraken)", "default", 0, 3)));
        assertFalse(whose.asked());
        whose.preview(List.of(new OwnerLine("unassigned (Kraken)", "default", 3, 0)));
        assertTrue(whose.asked());
    }
}
