package credence.core.regime;

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

class RecentFitsTest {

    private static final List<Bar> DAYS =
            Bars.wandering(
                    3, "SPY", Duration.ofDays(1), Instant.parse("2020-01-01T00:00:00Z"), 400, 0.01);

    private static String hash(RecentFits fits) {
        return new Replay(DAYS, fits)
                .fold(Configuration.DEFAULT, BrainObserver.NONE)
                .state()
                .hash();
    }

    @Test
    void fitsReadBackAreFoundAndChangeNoBit() {
        String without =
                new Replay(DAYS).fold(Configuration.DEFAULT, BrainObserver.NONE).state().hash();
        RecentFits fits = new RecentFits(1_000);
        assertEquals(without, hash(fits));
        assertTrue(fits.fresh() > 20, "made: " + fits.fresh());
        RecentFits back = new RecentFits(1_000);
        back.add(fits.encode());
        assertEquals(0, fits.fresh(), "written");
        assertEquals(without, hash(back));
        assertEquals(0, back.fresh(), "every one was found");
    }
}
