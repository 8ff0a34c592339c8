package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.brain.BrainObserver;
import credence.core.brain.Configuration;
import credence.core.brain.Replay;
import credence.core.fact.Bar;
import credence.testkit.Bars;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class KeptFitsTest {

    private static final List<Bar> DAYS =
            Bars.wandering(
                    3, "SPY", Duration.ofDays(1), Instant.parse("2020-01-01T00:00:00Z"), 400, 0.01);

    private static String hash(KeptFits fits) {
        return new Replay(DAYS, fits)
                .fold(Configuration.DEFAULT, BrainObserver.NONE)
                .state()
                .hash();
    }

    @Test
    void fitsReadBackAreFoundAndChangeNoBit() {
        String without =
                new Replay(DAYS).fold(Configuration.DEFAULT, BrainObserver.NONE).state().hash();
        KeptFits fits = new KeptFits();
        assertEquals(without, hash(fits));
        assertTrue(fits.fresh() > 20, "made: " + fits.fresh());
        KeptFits back = new KeptFits();
        back.add(fits.encode());
        assertEquals(0, fits.fresh(), "written");
        assertEquals(without, hash(back));
        assertEquals(0, back.fresh(), "every one was found");
    }
}
