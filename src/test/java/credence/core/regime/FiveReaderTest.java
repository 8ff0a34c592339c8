package credence.core.regime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.market.Candle;
import credence.core.market.Features;
import credence.core.value.Status;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

class FiveReaderTest {

    private static final FiveParameters FIVE = FiveParameters.DEFAULT;
    private static final List<Features> YEARS = Days.features(Days.simulated(1, 900));

    private static FiveReader reader() {
        return new FiveReader(FIVE, FitCache.none());
    }

    private static List<Optional<FiveReading>> readings(FiveReader reader, List<Features> days) {
        List<Optional<FiveReading>> readings = new ArrayList<>();
        for (Features day : days) {
            reader.see(day);
            readings.add(reader.reading());
        }
        return readings;
    }

    static byte[] bytes(FiveReader reader) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        reader.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static FiveReader readBack(FiveReader reader) throws IOException {
        return FiveReader.read(
                new DataInputStream(new ByteArrayInputStream(bytes(reader))),
                FIVE,
                FitCache.none());
    }

    @Test
    void theFirstReadingComesAfterTheFirstMondayWithFiftyDaysAState() {
        FiveReader reader = reader();
        assertEquals(Status.NO_DATA, reader.status());
        List<Optional<FiveReading>> readings = readings(reader, YEARS.subList(0, 170));
        // The first day has no return, so the 151st gives the 150th observation; 2015-06-01 is the
        // Monday at or after its close.
        assertEquals(Instant.parse("2015-06-01T00:00:00Z"), reader.card().getFirst().at());
        int first = 0;
        while (readings.get(first).isEmpty()) {
            first++;
        }
        assertEquals(Instant.parse("2015-06-02T00:00:00Z"), YEARS.get(first).closed());
        assertEquals(Status.OK, reader.status());
        assertEquals(150, reader.card().getFirst().days());
    }

    @Test
    void everyMondayHasOneLineOnTheModelCard() {
        FiveReader reader = reader();
        readings(reader, YEARS);
        List<Refit> card = reader.card();
        assertEquals(reader.refits(), card.size());
        for (int i = 1; i < card.size(); i++) {
            assertEquals(card.get(i - 1).at().plus(Days.DAY.multipliedBy(7)), card.get(i).at());
            assertEquals(card.get(i - 1).days() + 7, card.get(i).days());
        }
        for (Refit line : card) {
            assertEquals(line.states(), line.list().size());
            double share = 0;
            for (Refit.State state : line.list()) {
                share += state.share();
                assertEquals(
                        1, state.moves().stream().mapToDouble(Double::doubleValue).sum(), 1e-12);
                assertTrue(state.volatility() > 0 && state.days().orElse(0) > 1);
            }
            assertEquals(1, share, 1e-12);
        }
    }

    @Test
    void crossingAMondayAtOnceOrWithTheNextDayLeavesTheSameBits() throws IOException {
        FiveReader late = reader();
        FiveReader atOnce = reader();
        for (Features day : YEARS.subList(0, 300)) {
            late.see(day);
            atOnce.see(day);
            Instant monday = Weeks.mondayFrom(day.closed());
            if (monday.equals(day.closed())) {
                atOnce.refit(monday);
                atOnce.refit(monday);
            }
        }
        late.refit(Weeks.mondayFrom(YEARS.get(299).closed()));
        atOnce.refit(Weeks.mondayFrom(YEARS.get(299).closed()));
        assertArrayEquals(bytes(late), bytes(atOnce));
    }

    @Test
    void whatWasWrittenGoesOnWithTheSameBits() throws IOException {
        FiveReader whole = reader();
        List<Optional<FiveReading>> readings = readings(whole, YEARS.subList(0, 420));
        for (int cut : new int[] {0, 1, 150, 151, 152, 203, 400, 419}) {
            FiveReader first = reader();
            readings(first, YEARS.subList(0, cut));
            FiveReader rest = readBack(first);
            assertArrayEquals(bytes(first), bytes(rest));
            assertEquals(readings.subList(cut, 420), readings(rest, YEARS.subList(cut, 420)));
            assertArrayEquals(bytes(whole), bytes(rest));
        }
    }

    @Test
    void aCacheSparesRefitsAndChangesNoBit() throws IOException {
        FiveReader plain = reader();
        List<Optional<FiveReading>> wanted = readings(plain, YEARS.subList(0, 400));
        AtomicInteger made = new AtomicInteger();
        FitCache memory = new RecentFits(100);
        FitCache counting =
                (key, otherwise) ->
                        memory.refit(
                                key,
                                () -> {
                                    made.incrementAndGet();
                                    return otherwise.get();
                                });
        FiveReader first = new FiveReader(FIVE, counting);
        FiveReader second = new FiveReader(FIVE, counting);
        assertEquals(wanted, readings(first, YEARS.subList(0, 400)));
        int once = made.get();
        assertTrue(once >= 35, once + " refits");
        assertEquals(wanted, readings(second, YEARS.subList(0, 400)));
        assertEquals(once, made.get());
        assertArrayEquals(bytes(plain), bytes(first));
        assertArrayEquals(bytes(plain), bytes(second));
        // Without the first return it is another past.
        FiveReader other = new FiveReader(FIVE, counting);
        readings(other, YEARS.subList(2, 400));
        assertTrue(made.get() > once);
    }

    @Test
    void aSmallCacheForgetsAndStillChangesNothing() throws IOException {
        FiveReader plain = reader();
        readings(plain, YEARS.subList(0, 250));
        FitCache small = new RecentFits(2);
        for (int i = 0; i < 2; i++) {
            FiveReader cached = new FiveReader(FIVE, small);
            readings(cached, YEARS.subList(0, 250));
            assertArrayEquals(bytes(plain), bytes(cached));
        }
    }

    @Test
    void pricesTimesAHundredChangeNoName() {
        List<Candle> candles = Days.simulated(2, 700);
        List<Optional<FiveReading>> here = readings(reader(), Days.features(candles));
        List<Optional<FiveReading>> there =
                readings(reader(), Days.features(Days.times(candles, 100)));
        assertEquals(
                here.stream().map(r -> r.map(FiveReading::regime)).toList(),
                there.stream().map(r -> r.map(FiveReading::regime)).toList());
    }

    @Test
    void aNameChangesOnlyAfterThreeClosesUnlessItIsACrisis() {
        List<Optional<FiveReading>> readings = readings(reader(), YEARS);
        int changes = 0;
        int held = 0;
        FiveRegime before = null;
        int other = 0;
        for (Optional<FiveReading> reading : readings) {
            if (reading.isEmpty()) {
                continue;
            }
            FiveRegime read = mostProbable(reading.get());
            FiveRegime name = reading.get().regime();
            other = read == before ? 0 : other + 1;
            if (before != null && name != before) {
                changes++;
                assertEquals(read, name);
                assertTrue(name == FiveRegime.CRISIS || other >= 3);
            }
            if (name != read) {
                held++;
                assertTrue(reading.get().reason().startsWith(name + " stays until"));
            }
            other = name == before ? other : 0;
            before = name;
            assertEquals(
                    1,
                    reading.get().probabilities().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum(),
                    1e-9);
            assertTrue(reading.get().reason().contains("%"), "figures");
        }
        assertTrue(changes > 5 && held > 10, changes + " changes, " + held + " held");
    }

    private static FiveRegime mostProbable(FiveReading reading) {
        FiveRegime best = reading.probabilities().firstKey();
        for (var entry : reading.probabilities().entrySet()) {
            best = entry.getValue() > reading.probabilities().get(best) ? entry.getKey() : best;
        }
        return best;
    }

    @Test
    void aPriceThatNeverMovesHasNoRegimeAndBreaksNothing() {
        List<Candle> flat = new ArrayList<>();
        List<Candle> noRange = new ArrayList<>();
        for (Candle c : Days.simulated(3, 400)) {
            flat.add(new Candle(c.opened(), Days.DAY, 7, 7, 7, 7, 0));
            noRange.add(
                    new Candle(
                            c.opened(), Days.DAY, c.close(), c.close(), c.close(), c.close(), 0));
        }
        FiveReader reader = reader();
        readings(reader, Days.features(flat));
        assertEquals(Status.NOT_READY, reader.status());
        assertEquals(0, reader.days());
        // Days without a range cannot be observed in two dimensions, in one they can.
        FiveReader plane = reader();
        readings(plane, Days.features(noRange));
        assertEquals(0, plane.days());
        FiveReader line = new FiveReader(FIVE.withDimension(1), FitCache.none());
        readings(line, Days.features(noRange));
        assertEquals(399, line.days());
        assertEquals(Status.OK, line.status());
        FiveReader still = new FiveReader(FIVE.withDimension(1), FitCache.none());
        readings(still, Days.features(flat));
        assertEquals(Status.NOT_READY, still.status());
        assertFalse(still.reading().isPresent());
    }

    @Test
    void daysComeInTheirOrder() {
        FiveReader reader = reader();
        reader.see(YEARS.get(1));
        assertThrows(IllegalArgumentException.class, () -> reader.see(YEARS.get(1)));
        assertThrows(IllegalArgumentException.class, () -> reader.see(YEARS.get(0)));
    }

    @Test
    void mondaysAreMondays() {
        Instant monday = Instant.parse("2024-01-01T00:00:00Z");
        assertEquals(monday, Weeks.mondayFrom(monday));
        assertEquals(monday, Weeks.mondayFrom(Instant.parse("2023-12-30T00:00:00Z")));
        assertEquals(monday.plus(Days.DAY.multipliedBy(7)), Weeks.mondayFrom(monday.plusNanos(1)));
        assertEquals(
                Instant.parse("1969-12-29T00:00:00Z"),
                Weeks.mondayFrom(Instant.parse("1969-12-23T12:00:00Z")));
    }
}
