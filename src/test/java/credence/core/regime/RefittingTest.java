package credence.core.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

class RefittingTest {

    private static final FiveParameters LINE = FiveParameters.DEFAULT.withDimension(1);
    private static final Instant MONDAY = Instant.parse("2024-01-01T00:00:00Z");

    /// Spells of fifty days, alternately of these deviations.
    private static Observations spells(int n, double... deviations) {
        DrawSequence draws = Draws.of(3, "test.refitting").inOrder();
        Observations days = new Observations(1);
        for (int t = 0; t < n; t++) {
            days.add(0.01 * deviations[t / 50 % deviations.length] * draws.normal());
        }
        return days;
    }

    @Test
    void anotherNumberOfStatesTakesOverOnlyAfterThreeWinsInARow() {
        Refitting refitting = new Refitting(LINE);
        Observations days = spells(1_000, 1, 6);
        RegimeModel first = refitting.next(RegimeModel.NONE, days, MONDAY);
        Refit line = first.refit().orElseThrow();
        assertEquals(3, line.states());
        assertTrue(line.bic().get(2) <= line.bic().get(3) - 10, "two states do: " + line.bic());
        RegimeModel second = refitting.next(first, days, MONDAY);
        assertEquals(3, second.inForce().orElseThrow().states());
        assertEquals(2, second.wins());
        RegimeModel third = refitting.next(second, days, MONDAY);
        GaussianHmm model = third.inForce().orElseThrow();
        assertEquals(2, model.states());
        assertTrue(model.deviation(0) < model.deviation(1), "numbered by volatility");
        assertEquals(
                "2 states instead of 3: better by Schwarz's criterion at 3 refits in a row",
                third.refit().orElseThrow().note());
        assertEquals(2, third.filtered().length);
        // It stays: three states do not win back.
        RegimeModel fourth = refitting.next(third, days, MONDAY);
        assertEquals(2, fourth.inForce().orElseThrow().states());
    }

    /// Calm, middling and wild spells of fifty days, in which one day of twelve is ten times as wide, by itself: a state more explains such
    /// days, but is left the day after.
    @Test
    void statesThatAreLeftTheDayAfterAreNone() {
        DrawSequence draws = Draws.of(4, "test.refitting").inOrder();
        double[] deviations = {1, 3, 9};
        Observations days = new Observations(1);
        for (int t = 0; t < 1_500; t++) {
            double wide = draws.below(12) == 0 ? 10 : 1;
            days.add(0.01 * wide * deviations[t / 50 % 3] * draws.normal());
        }
        Refitting refitting = new Refitting(LINE);
        RegimeModel model = RegimeModel.NONE;
        for (int i = 0; i < 6; i++) {
            model = refitting.next(model, days, MONDAY);
            Refit line = model.refit().orElseThrow();
            assertEquals(3, line.states());
            for (Refit.State state : line.list()) {
                assertTrue(state.days().orElse(1e9) > 5 - 1e-9, "stays " + state.days());
            }
        }
        Refit last = model.refit().orElseThrow();
        double three = last.bic().get(3);
        assertTrue(
                last.bic().values().stream().anyMatch(b -> b < three - 10),
                "Schwarz's criterion would have more: " + last.bic());
    }

    @Test
    void fourStatesThatLastTakeOver() {
        Refitting refitting = new Refitting(LINE);
        Observations days = spells(2_000, 1, 4, 16, 64);
        RegimeModel model = RegimeModel.NONE;
        for (int i = 0; i < 5; i++) {
            model = refitting.next(model, days, MONDAY);
        }
        assertEquals(4, model.inForce().orElseThrow().states());
    }

    @Test
    void twoStatesGiveWayAsSoonAsTheyAreNotClearlyBetter() {
        Refitting refitting = new Refitting(LINE);
        RegimeModel two = RegimeModel.NONE;
        for (int i = 0; i < 3; i++) {
            two = refitting.next(two, spells(1_000, 1, 6), MONDAY);
        }
        assertEquals(2, two.inForce().orElseThrow().states());
        RegimeModel next = refitting.next(two, spells(1_500, 1, 6, 30), MONDAY);
        assertEquals(3, next.inForce().orElseThrow().states());
        assertEquals(
                "3 states again instead of 2: no better any more by Schwarz's criterion",
                next.refit().orElseThrow().note());
    }

    @Test
    void aFitWithOtherStatesIsRefusedThriceAndThenAdopted() {
        FiveParameters three = LINE.withStates(3);
        Refitting refitting = new Refitting(three);
        RegimeModel former = refitting.next(RegimeModel.NONE, spells(600, 1, 3, 9), MONDAY);
        GaussianHmm known = former.inForce().orElseThrow();
        // The same market, thirty times wilder, as if the file had been mended.
        Observations other = spells(600, 30, 90, 270);
        RegimeModel now = former;
        for (int i = 0; i < 3; i++) {
            now = refitting.next(now, other, MONDAY);
            assertTrue(
                    now.refit()
                            .orElseThrow()
                            .refused()
                            .orElseThrow()
                            .startsWith("a state has moved"));
            assertEquals(known, now.inForce().orElseThrow());
        }
        now = refitting.next(now, other, MONDAY);
        Refit line = now.refit().orElseThrow();
        assertTrue(line.refused().isEmpty());
        assertEquals("unlike the former fit at 4 refits", line.note());
        assertEquals(0.30, line.list().getFirst().volatility(), 0.05);
        assertEquals(List.of(), line.matched());
    }

    @Test
    void statesKeepTheirNumbersWhenAFitBringsThemInAnotherOrder() {
        FiveParameters three = LINE.withStates(3);
        Refitting refitting = new Refitting(three);
        RegimeModel former = refitting.next(RegimeModel.NONE, spells(600, 1, 3, 9), MONDAY);
        GaussianHmm turned = former.inForce().orElseThrow().ordered(new int[] {2, 0, 1});
        TreeMap<Integer, GaussianHmm> latest = new TreeMap<>();
        latest.put(3, turned);
        RegimeModel scrambled =
                new RegimeModel(
                        former.inForce(), former.filtered(), latest, 0, 0, 0, 1, former.refit());
        RegimeModel next = refitting.next(scrambled, spells(607, 1, 3, 9), MONDAY);
        assertEquals(List.of(1, 2, 0), next.refit().orElseThrow().matched());
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    former.inForce().orElseThrow().deviation(i),
                    next.inForce().orElseThrow().deviation(i),
                    0.002);
        }
    }

    @Test
    void daysThatDoNotVaryLeaveTheFormerFitInForce() {
        Refitting refitting = new Refitting(LINE);
        RegimeModel former = refitting.next(RegimeModel.NONE, spells(300, 1, 3), MONDAY);
        Observations flat = new Observations(1);
        for (int t = 0; t < 300; t++) {
            flat.add(0.01);
        }
        RegimeModel after = refitting.next(former, flat, MONDAY);
        assertEquals(former.inForce(), after.inForce());
        assertEquals("the days do not vary", after.refit().orElseThrow().refused().orElseThrow());
        assertEquals(RegimeModel.NONE, refitting.next(RegimeModel.NONE, flat, MONDAY));
    }
}
