package credence.core.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.value.Regime;
import credence.core.value.Status;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

class SpellsTest {

    private static Instant hour(double hours) {
        return Instant.parse("2025-03-03T00:00:00Z").plusSeconds((long) (3600 * hours));
    }

    /// One letter an hour; a dot is an hour without a reading.
    private static Spells<Regime> hours(String letters) {
        List<Spells.Reading<Regime>> readings = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            Optional<Regime> regime =
                    java.util.Arrays.stream(Regime.values())
                            .filter(r -> r.name().charAt(0) == c)
                            .findFirst();
            readings.add(new Spells.Reading<>(hour(i), regime));
        }
        return Spells.of(readings);
    }

    private static CrossRegime.Row<Regime> row(String letters, Regime regime) {
        return java.util.Objects.requireNonNull(
                CrossRegime.of(Regime.class, hours(letters)).rows().get(regime));
    }

    @Test
    void aSpellRunsFromItsFirstCloseToTheNextName() {
        assertEquals(
                List.of(
                        new Spell<>(Regime.TRENDING, hour(2), hour(4), 2, false, true),
                        new Spell<>(Regime.RANGING, hour(4), hour(7), 3, true, true),
                        new Spell<>(Regime.TRENDING, hour(7), hour(8), 1, true, false),
                        new Spell<>(Regime.NEUTRAL, hour(9), hour(10), 2, false, false)),
                hours("..TTRRRT.NN").spells());
        assertEquals(List.of(), hours("").spells());
        assertEquals(List.of(), hours("...").spells());
    }

    @Test
    void theSpellOfAMomentIsTheOneInForce() {
        Spells<Regime> spells = hours("..TTRRRT.NN");
        assertEquals(Optional.empty(), spells.at(hour(1.9)));
        assertEquals(Regime.TRENDING, spells.at(hour(2)).orElseThrow().regime());
        assertEquals(Regime.TRENDING, spells.at(hour(3.9)).orElseThrow().regime());
        assertEquals(Regime.RANGING, spells.at(hour(4)).orElseThrow().regime());
        assertEquals(Optional.empty(), spells.at(hour(8.5)), "without a reading none is in force");
        assertEquals(Regime.NEUTRAL, spells.at(hour(99)).orElseThrow().regime());
    }

    @Test
    void daysOfASpellAreCountedFromItsBeginning() {
        Spells<Regime> spells = hours("T" + "R".repeat(60) + "T");
        assertEquals(OptionalInt.empty(), spells.day(hour(0.5)), "its beginning was not seen");
        assertEquals(OptionalInt.of(1), spells.day(hour(1)));
        assertEquals(OptionalInt.of(1), spells.day(hour(24.9)));
        assertEquals(OptionalInt.of(2), spells.day(hour(25)));
        assertEquals(OptionalInt.of(3), spells.day(hour(60.9)));
        assertEquals(OptionalInt.of(1), spells.day(hour(61)));
    }

    /// T: 2 (cut off), 4, 1 (running); R: 3, 5, 1. Whole: T 4; R 3, 5, 1.
    @Test
    void durationsAreThoseOfWholeSpells() {
        String letters = "TTRRRTTTTRRRRRNRT";
        CrossRegime.Row<Regime> trending = row(letters, Regime.TRENDING);
        assertEquals(7, trending.candles());
        assertEquals(7.0 / 17, trending.share(), 1e-12);
        assertEquals(3, trending.spells());
        assertEquals(1, trending.whole());
        assertEquals(OptionalDouble.of(4), trending.meanCandles());
        CrossRegime.Row<Regime> ranging = row(letters, Regime.RANGING);
        assertEquals(3, ranging.whole());
        assertEquals(OptionalDouble.of(3), ranging.meanCandles());
        assertEquals(OptionalDouble.of(3), ranging.medianCandles());
        assertEquals(OptionalDouble.of(2.5), row("TRRNRRRT", Regime.RANGING).medianCandles());
        CrossRegime.Row<Regime> never = row(letters, Regime.VOLATILE);
        assertEquals(0, never.candles());
        assertEquals(OptionalDouble.empty(), never.meanCandles());
    }

    @Test
    void transitionsAreCountedBetweenNeighbours() {
        CrossRegime.Row<Regime> ranging = row("TTRRRTTTTRRRRRNRT", Regime.RANGING);
        assertEquals(Map.of(Regime.TRENDING, 2, Regime.NEUTRAL, 1), ranging.next());
        assertEquals(2.0 / 3, ranging.probability(Regime.TRENDING).orElseThrow(), 1e-12);
        assertEquals(0, ranging.probability(Regime.VOLATILE).orElseThrow());
        assertEquals(Map.of(), row("RR.TT", Regime.RANGING).next(), "a gap is no transition");
        assertEquals(OptionalDouble.empty(), row("RR", Regime.RANGING).probability(Regime.NEUTRAL));
    }

    private static DaysOfRegime.Result result(double hour, double result, double r) {
        return new DaysOfRegime.Result(hour(hour), result, OptionalDouble.of(r));
    }

    /// R on day 1: 1, 2, 3: mean 2, two of three won.
    @Test
    void resultsAreSortedByTheDayOfTheRegimeAtEntry() {
        Spells<Regime> spells = hours("T" + "R".repeat(200) + "T");
        DaysOfRegime<Regime> days =
                DaysOfRegime.of(
                        Regime.class,
                        spells,
                        List.of(
                                result(0.5, 1, 9),
                                result(2, 1, 1),
                                result(3, 0, 2),
                                result(20, 1, 3),
                                result(26, 1, -1),
                                result(80, 0, -2),
                                result(190, 0.5, -4),
                                new DaysOfRegime.Result(hour(191), 1, OptionalDouble.empty())));
        assertEquals(1, days.undated());
        List<DaysOfRegime.Cell> ranging =
                java.util.Objects.requireNonNull(days.cells().get(Regime.RANGING));
        assertEquals(
                List.of(3, 1, 0, 3), ranging.stream().map(DaysOfRegime.Cell::outcomes).toList());
        assertEquals(2, ranging.getFirst().meanR().estimate().orElse(0), 1e-12);
        assertEquals(
                Status.TOO_FEW,
                ranging.getFirst().meanR().estimate().status(),
                "three outcomes of one spell say nothing of how far their mean may be off");
        assertEquals(2.0 / 3, ranging.getFirst().accuracy().estimate().orElse(0), 1e-12);
        assertEquals(1, ranging.getFirst().accuracy().clusters());
        assertEquals(Status.NO_DATA, ranging.get(2).meanR().estimate().status());
        assertEquals(-3, ranging.get(3).meanR().estimate().orElse(0), 1e-12);
        assertEquals(2, ranging.get(3).meanR().estimate().n());
        assertEquals(0.5, ranging.get(3).accuracy().estimate().orElse(0), 1e-12);
        assertTrue(
                java.util.Objects.requireNonNull(days.cells().get(Regime.NEUTRAL)).stream()
                        .allMatch(c -> c.outcomes() == 0));
    }

    /// Ten ranges of an hour between trends of two, two entries in each: +1 in five, −1 in the others. Worked by hand in
    /// `ClusteredSampleTest`: error 1/3, 9 degrees.
    @Test
    void entriesOfOneSpellAreOneClusterOnEveryDayOfIt() {
        List<DaysOfRegime.Result> results = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            results.add(result(3 * (i / 2) + 2 + i % 2 * 0.5, i < 10 ? 1 : 0, i < 10 ? 1 : -1));
        }
        DaysOfRegime.Cell first =
                java.util.Objects.requireNonNull(
                                DaysOfRegime.of(
                                                Regime.class,
                                                hours("TTR".repeat(10) + "T"),
                                                results)
                                        .cells()
                                        .get(Regime.RANGING))
                        .getFirst();
        assertEquals(20, first.outcomes());
        assertEquals(10, first.meanR().clusters());
        assertEquals(1.8331129327 / 3, first.meanR().estimate().high(), 1e-9);
        assertEquals(10, first.accuracy().clusters());
    }

    @Test
    void theNumberOfASpellIsThatOfTheLastBegun() {
        Spells<Regime> spells = hours("..TTR.RT");
        assertEquals(-1, spells.begun(hour(1.5)));
        assertEquals(0, spells.begun(hour(2)));
        assertEquals(0, spells.begun(hour(3.9)));
        assertEquals(1, spells.begun(hour(5.5)));
        assertEquals(2, spells.begun(hour(6)));
        assertEquals(3, spells.begun(hour(99)));
    }
}
