package credence.core.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.market.Situation.Correlation;
import credence.core.market.Situation.Momentum;
import credence.core.market.Situation.Session;
import credence.core.market.Situation.Volatility;
import credence.core.market.Situation.Volume;
import credence.core.value.Regime;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

class SituationTest {

    private static final Situation KNOWN =
            new Situation(
                    Optional.of(Regime.TRENDING),
                    Optional.of(Volatility.HIGH),
                    Optional.of(Volume.NORMAL),
                    Optional.of(Momentum.STRONG_UP),
                    Optional.of(Correlation.LOW),
                    Session.AMERICA);

    private static Instant hour(int hour) {
        return Instant.parse("2025-03-03T00:59:59Z").plusSeconds(3600L * hour);
    }

    @Test
    void aMomentIsReadOffTheLastClosedCandle() {
        Features last = new MadeFeatures().range(0.02, 0.7).volume(1.2).momentum(1.8).made();
        assertEquals(
                KNOWN,
                Situations.at(
                        hour(15), last, Optional.of(Regime.TRENDING), OptionalDouble.of(-0.2)));
    }

    @Test
    void fieldsWithoutFiguresAreUnknown() {
        Features last =
                new MadeFeatures()
                        .range(0.02, Double.NaN)
                        .volume(Double.NaN)
                        .momentum(Double.NaN)
                        .made();
        assertEquals(
                Situations.unknown(hour(3)),
                Situations.at(hour(3), last, Optional.empty(), OptionalDouble.empty()));
        assertEquals(Session.ASIA, Situations.unknown(hour(3)).session());
    }

    @Test
    void everyFieldIsCutWhereTheDesignCutsIt() {
        assertEquals(Volatility.LOW, Situations.volatility(of(0.329)).orElseThrow());
        assertEquals(Volatility.MEDIUM, Situations.volatility(of(0.33)).orElseThrow());
        assertEquals(Volatility.HIGH, Situations.volatility(of(0.66)).orElseThrow());
        assertEquals(Volatility.EXTREME, Situations.volatility(of(0.95)).orElseThrow());
        assertEquals(Volume.LOW, Situations.volume(of(0.49)).orElseThrow());
        assertEquals(Volume.NORMAL, Situations.volume(of(0.5)).orElseThrow());
        assertEquals(Volume.HIGH, Situations.volume(of(1.5)).orElseThrow());
        assertEquals(Volume.SPIKE, Situations.volume(of(3)).orElseThrow());
        assertEquals(Correlation.LOW, Situations.correlation(of(0.29)).orElseThrow());
        assertEquals(Correlation.MEDIUM, Situations.correlation(of(-0.3)).orElseThrow());
        assertEquals(Correlation.HIGH, Situations.correlation(of(-0.7)).orElseThrow());
    }

    @Test
    void upAndDownAreMirrorImages() {
        assertEquals(Momentum.FLAT, Situations.momentum(of(0.5)).orElseThrow());
        assertEquals(Momentum.FLAT, Situations.momentum(of(-0.5)).orElseThrow());
        assertEquals(Momentum.UP, Situations.momentum(of(0.51)).orElseThrow());
        assertEquals(Momentum.DOWN, Situations.momentum(of(-1.5)).orElseThrow());
        assertEquals(Momentum.STRONG_UP, Situations.momentum(of(1.51)).orElseThrow());
        assertEquals(Momentum.STRONG_DOWN, Situations.momentum(of(-1.51)).orElseThrow());
    }

    private static OptionalDouble of(double x) {
        return OptionalDouble.of(x);
    }

    @Test
    void theKernelHalvesWithEveryStep() {
        assertEquals(1, SituationKernel.weight(KNOWN, KNOWN));
        Situation far =
                new Situation(
                        Optional.of(Regime.TRENDING),
                        Optional.of(Volatility.LOW),
                        Optional.of(Volume.HIGH),
                        Optional.of(Momentum.STRONG_DOWN),
                        Optional.of(Correlation.LOW),
                        Session.AMERICA);
        // 2 steps, 1 step, 4 steps, 0 steps.
        assertEquals(1.0 / 128, SituationKernel.weight(KNOWN, far));
        assertEquals(1.0 / 128, SituationKernel.weight(far, KNOWN));
    }

    @Test
    void anotherRegimeOrSessionSaysNothing() {
        assertEquals(0, SituationKernel.weight(KNOWN, with(Regime.RANGING, Session.AMERICA)));
        assertEquals(0, SituationKernel.weight(KNOWN, with(Regime.TRENDING, Session.EUROPE)));
        assertEquals(1, SituationKernel.weight(KNOWN, with(Regime.TRENDING, Session.AMERICA)));
    }

    private static Situation with(Regime regime, Session session) {
        return new Situation(
                Optional.of(regime),
                KNOWN.volatility(),
                KNOWN.volume(),
                KNOWN.momentum(),
                KNOWN.correlation(),
                session);
    }

    @Test
    void whatIsUnknownOnOneSideOrBothCountsHalf() {
        Situation blind =
                new Situation(
                        Optional.empty(),
                        KNOWN.volatility(),
                        Optional.empty(),
                        KNOWN.momentum(),
                        KNOWN.correlation(),
                        KNOWN.session());
        assertEquals(0.25, SituationKernel.weight(KNOWN, blind));
        assertEquals(0.25, SituationKernel.weight(blind, blind));
    }

    /// Weights 1, ½, ½: 2² ÷ 1.5.
    @Test
    void theEffectiveSampleCountsFullWeights() {
        assertEquals(4 / 1.5, SituationKernel.effectiveSample(2, 1.5));
        assertEquals(10, SituationKernel.effectiveSample(2.5, 10 * 0.0625));
        assertEquals(0, SituationKernel.effectiveSample(0, 0));
    }

    @Test
    void wordsLeaveOutWhatIsNotKnown() {
        Situation without =
                new Situation(
                        KNOWN.regime(),
                        KNOWN.volatility(),
                        KNOWN.volume(),
                        KNOWN.momentum(),
                        Optional.empty(),
                        KNOWN.session());
        assertEquals(
                "Trending, high volatility, normal volume, strong up, American session",
                SituationWords.of(without));
        assertEquals(List.of("correlation with the benchmark"), SituationWords.missing(without));
        assertEquals(
                "Trending, high volatility, normal volume, strong up, low correlation with the"
                        + " benchmark, American session",
                SituationWords.of(KNOWN));
        assertEquals("Asian session", SituationWords.of(Situations.unknown(hour(0))));
        assertEquals(5, SituationWords.missing(Situations.unknown(hour(0))).size());
    }

    @Test
    void everyCodeStandsForOneSituation() {
        Set<Situation> all = new HashSet<>();
        int codes = 5 * 5 * 5 * 6 * 4 * 4;
        for (int code = 0; code < codes; code++) {
            Situation situation = SituationCode.situation(code);
            assertEquals(code, SituationCode.of(situation));
            all.add(situation);
        }
        assertEquals(codes, all.size());
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class, () -> SituationCode.situation(codes));
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class, () -> SituationCode.situation(-1));
    }
}
