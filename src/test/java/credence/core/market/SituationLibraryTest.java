package credence.core.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.BotId;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

class SituationLibraryTest {

    private static final Instant START = Instant.parse("2025-03-03T00:00:00Z");
    private static final BotId ANNA = new BotId("anna");
    private static final BotId BERT = new BotId("bert");

    /// Codes of situations: the last digit to base 4 is the session, the next to base 4 the correlation.
    private static final Situation ONE = SituationCode.situation(1 + 4);

    /// One step of correlation away from the first.
    private static final Situation TWO = SituationCode.situation(1 + 2 * 4);

    /// In another session.
    private static final Situation ELSEWHERE = SituationCode.situation(2 + 4);

    private static Instant hour(double hours) {
        return START.plusSeconds((long) (3600 * hours));
    }

    private static SituationLibrary met(Situation... hours) {
        SituationLibrary library = new SituationLibrary(SituationLibrary.EPISODES);
        for (int i = 0; i < hours.length; i++) {
            library.see(hour(i), hours[i]);
        }
        return library;
    }

    @Test
    void anUnbrokenStretchIsOneMeeting() {
        SituationLibrary library = met(ONE, ONE, ONE, TWO, ONE, ONE);
        assertEquals(
                List.of("2 times, 5 candles", "1 times, 1 candles"),
                library.situations().stream()
                        .map(s -> s.met() + " times, " + s.candles() + " candles")
                        .toList());
        assertEquals(ONE, library.situations().getFirst().situation());
        assertEquals(hour(0), library.situations().getFirst().first());
        assertEquals(hour(5), library.situations().getFirst().last());
        List<Episode> episodes = library.episodes();
        assertEquals(3, episodes.size());
        assertEquals(hour(4), episodes.getFirst().from());
        assertEquals(hour(5), episodes.getFirst().to());
        assertTrue(episodes.getFirst().running());
        assertEquals(hour(3), episodes.get(1).from());
        assertEquals(hour(4), episodes.get(1).to());
        assertEquals(1, episodes.get(1).candles());
        assertTrue(!episodes.get(1).running());
        assertEquals(3, episodes.getLast().candles());
    }

    @Test
    void tradesBelongToTheEpisodeTheyWereEnteredIn() {
        SituationLibrary library = met(ONE, ONE, TWO);
        library.entered(ANNA, hour(1.5), ONE);
        library.entered(BERT, hour(2), TWO);
        library.entered(ANNA, hour(2.5), TWO);
        library.see(hour(3), ONE);
        library.closed(ANNA, hour(1.5), ONE, 1, OptionalDouble.of(2));
        library.closed(BERT, hour(2), TWO, 0, OptionalDouble.of(-1));
        List<Episode> episodes = library.episodes();
        assertEquals(0, episodes.get(0).total(java.util.Set.of()).entries());
        assertEquals(new Tally(2, 1, 0, 1, -1), episodes.get(1).total(java.util.Set.of()));
        assertEquals(new Tally(1, 0, 0, 0, 0), episodes.get(1).bots().get(ANNA));
        assertEquals(new Tally(1, 1, 1, 1, 2), episodes.get(2).bots().get(ANNA));
        assertEquals(OptionalDouble.of(2), library.situations().getFirst().trades().meanR());
    }

    @Test
    void forgettingAnEpisodeChangesNoCount() {
        SituationLibrary small = new SituationLibrary(2);
        for (int i = 0; i < 6; i++) {
            small.see(hour(i), i % 2 == 0 ? ONE : TWO);
            small.entered(ANNA, hour(i + 0.5), i % 2 == 0 ? ONE : TWO);
        }
        small.closed(ANNA, hour(0.5), ONE, 1, OptionalDouble.of(3));
        assertEquals(2, small.episodes().size());
        assertEquals(3, small.situations().getFirst().met());
        assertEquals(new Tally(3, 1, 1, 1, 3), small.situations().getFirst().trades());
        assertEquals(
                1,
                small.episodes().stream()
                        .mapToInt(e -> e.total(java.util.Set.of()).entries())
                        .max()
                        .orElse(0));
        assertEquals(
                0,
                small.episodes().stream()
                        .mapToInt(e -> e.total(java.util.Set.of()).outcomes())
                        .max()
                        .orElse(1));
    }

    @Test
    void anEntryBeforeTheFirstCandleIsKeptWithItsSituation() {
        SituationLibrary library = met(ONE);
        library.entered(ANNA, hour(-1), ELSEWHERE);
        assertEquals(2, library.situations().size());
        assertEquals(0, library.situations().getLast().met());
        assertEquals(1, library.situations().getLast().trades().entries());
        assertEquals(0, library.episodes().getFirst().total(java.util.Set.of()).entries());
    }

    /// Met 2 times at k = 1/16 · 1 (four fields of the made situations are unknown) and once at half of that.
    @Test
    void neighboursAreWeighedByTheKernel() {
        SituationLibrary library = met(ONE, TWO, ONE, ELSEWHERE);
        SituationLibrary.Neighbourhood near = library.neighbours(ONE);
        assertEquals(
                List.of(1.0 / 16, 1.0 / 32),
                near.neighbours().stream().map(SituationLibrary.Neighbour::weight).toList());
        assertEquals(2.5 * 2.5 / 2.25, near.effectiveMeetings(), 1e-12);
    }

    @Test
    void aLibraryWrittenAndReadBackGoesOnAlike() throws IOException {
        DrawSequence chance = Draws.of(3, "test.library").inOrder();
        SituationLibrary whole = new SituationLibrary(30);
        SituationLibrary broken = new SituationLibrary(30);
        for (int i = 0; i < 200; i++) {
            Situation situation = SituationCode.situation(chance.below(40));
            BotId bot = chance.happens(0.5) ? ANNA : BERT;
            OptionalDouble r =
                    chance.happens(0.2)
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(chance.normal());
            double entry = i - 5 * chance.uniform();
            broken = SituationLibrary.read(in(bytes(broken)), 30);
            for (SituationLibrary library : List.of(whole, broken)) {
                library.see(hour(i), situation);
                library.entered(bot, hour(i + 0.2), situation);
                library.closed(bot, hour(entry), situation, 1, r);
            }
            assertArrayEquals(bytes(whole), bytes(broken));
        }
        assertEquals(whole.situations(), broken.situations());
        assertEquals(whole.episodes(), broken.episodes());
        assertEquals(
                200, whole.situations().stream().collect(Collectors.summingLong(s -> s.candles())));
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(SituationLibrary library) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        library.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
