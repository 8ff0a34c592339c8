package credence.imports.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import credence.core.csv.CredenceCsv;
import credence.core.fact.Bar;
import credence.core.fact.CallDetails;
import credence.core.fact.Costs;
import credence.core.fact.ExitReason;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.Prediction;
import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.fact.TradeRecord.Exit;
import credence.core.fact.TradeRecord.Mark;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.Seeded;
import credence.service.port.ParsedFile;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Whatever is written in Credence's own formats is read back as the same rows: seeded random rows.
class CredenceRoundTripTest {

    private static final RowKey NO_KEY = new RowKey("none");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void fillsComeBackAsTheyWere(long seed) throws IOException {
        Seeded s = new Seeded(seed);
        List<Fill> fills = rows(s, CredenceRoundTripTest::fill, Comparator.comparing(Fill::time));
        StringBuilder text = new StringBuilder();
        CredenceCsv.writeFills(fills, text);
        assertSame(
                fills,
                new Journal(folder).read("fills.csv", text.toString(), Choices.NONE),
                f -> withoutKey((Fill) f));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tradesComeBackAsTheyWere(long seed) throws IOException {
        Seeded s = new Seeded(seed);
        List<TradeRecord> trades =
                rows(s, CredenceRoundTripTest::trade, Comparator.comparing(TradeRecord::entryTime));
        StringBuilder text = new StringBuilder();
        CredenceCsv.writeTrades(trades, text);
        assertSame(
                trades,
                new Journal(folder).read("t.csv", text.toString(), Choices.NONE),
                t -> withoutKey((TradeRecord) t));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void predictionsComeBackAsTheyWere(long seed) throws IOException {
        Seeded s = new Seeded(seed);
        List<Prediction> calls =
                rows(s, CredenceRoundTripTest::prediction, Comparator.comparing(Prediction::time));
        StringBuilder text = new StringBuilder();
        CredenceCsv.writePredictions(calls, text);
        assertSame(
                calls,
                new Journal(folder).read("p.csv", text.toString(), Choices.NONE),
                p -> withoutKey((Prediction) p));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void barsComeBackAsTheyWere(long seed) throws IOException {
        Seeded s = new Seeded(seed);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            double a = s.positive().doubleValue();
            double b = s.positive().doubleValue();
            bars.add(
                    new Bar(
                            NO_KEY,
                            Symbol.of("ETHUSDT"),
                            Duration.ofMinutes(15),
                            Instant.ofEpochSecond(1_700_000_100L + 900L * i),
                            a,
                            Math.max(a, b) * 1.01,
                            Math.min(a, b) * 0.99,
                            b,
                            s.chance(10) ? 0 : s.positive().doubleValue()));
        }
        StringBuilder text = new StringBuilder();
        CredenceCsv.writeBars(bars, text);
        ParsedFile file = new Journal(folder).readBars("b.csv", text.toString(), "", "");
        assertSame(
                bars,
                file,
                r -> {
                    Bar b = (Bar) r;
                    return new Bar(
                            NO_KEY,
                            b.symbol(),
                            b.interval(),
                            b.time(),
                            b.open(),
                            b.high(),
                            b.low(),
                            b.close(),
                            b.volume());
                });
    }

    private static <T> void assertSame(
            List<T> written, ParsedFile file, Function<SourceRow, T> withoutKey) {
        assertNull(file.error());
        assertEquals(List.of(), file.refused());
        assertEquals(written.size(), file.read());
        assertEquals(written, file.rows().stream().map(r -> withoutKey.apply(r.row())).toList());
        assertEquals(
                written.size(),
                file.rows().stream().map(r -> r.row().key()).distinct().count(),
                "every row has a key of its own");
    }

    /// Random rows, oldest first, numbered as the reader numbers them: by their id, else among rows of equal time.
    private static <T extends SourceRow> List<T> rows(
            Seeded s, Function<Seeded, T> make, Comparator<T> byTime) {
        List<T> rows = new ArrayList<>();
        for (int i = 0; i <= 60; i++) {
            rows.add(make.apply(s));
        }
        rows.sort(byTime);
        return rows;
    }

    private static Fill withoutKey(Fill f) {
        return new Fill(
                NO_KEY,
                f.sequence(),
                f.time(),
                f.account(),
                f.bot(),
                f.symbol(),
                f.side(),
                f.effect(),
                f.quantity(),
                f.price(),
                f.costs(),
                f.currency(),
                f.multiplier(),
                f.stop(),
                f.tag(),
                f.source(),
                f.extras());
    }

    private static TradeRecord withoutKey(TradeRecord t) {
        return new TradeRecord(
                NO_KEY,
                t.sequence(),
                t.account(),
                t.bot(),
                t.symbol(),
                t.direction(),
                t.quantity(),
                t.entryTime(),
                t.entryPrice(),
                t.exit(),
                t.mark(),
                t.multiplier(),
                t.currency(),
                t.stop(),
                t.takeProfit(),
                t.source(),
                t.call(),
                t.extras());
    }

    private static Prediction withoutKey(Prediction p) {
        return new Prediction(
                NO_KEY,
                p.sequence(),
                p.time(),
                p.bot(),
                p.symbol(),
                p.direction(),
                p.entry(),
                p.takeProfit(),
                p.stopLoss(),
                p.sourceId(),
                p.source(),
                p.call(),
                p.extras());
    }

    /// Only what has a worth of a point of its own, futures, may fall below zero.
    private static Price price(Seeded s, BigDecimal multiplier) {
        return new Price(multiplier.compareTo(BigDecimal.ONE) == 0 ? s.positive() : s.signed());
    }

    private static Fill fill(Seeded s) {
        BigDecimal multiplier = s.chance(50) ? BigDecimal.ONE : new BigDecimal("0.5");
        SortedMap<String, String> extras = extras(s);
        OptionalLong id = s.chance(50) ? OptionalLong.of(s.bits() >>> 1) : OptionalLong.empty();
        id.ifPresent(n -> extras.put("execution_id", Long.toString(n)));
        if (s.chance(30)) {
            extras.put("order_id", s.text());
        }
        return new Fill(
                NO_KEY,
                id.orElse(0),
                s.time(),
                new AccountId(s.text()),
                new BotId(s.text()),
                symbol(s),
                s.oneOf(List.of(Side.values())),
                s.oneOf(List.of(PositionEffect.values())),
                new Quantity(s.positive()),
                price(s, multiplier),
                new Costs(
                        s.perhaps(s::signed),
                        s.perhaps(s::positive),
                        s.perhaps(() -> BigDecimal.ZERO)),
                new CurrencyCode(s.oneOf(List.of("USD", "USDT", "EUR"))),
                multiplier,
                s.perhaps(() -> new Price(s.positive())),
                s.perhaps(s::text),
                s.oneOf(List.of(SourceClass.values())),
                extras);
    }

    private static TradeRecord trade(Seeded s) {
        BigDecimal multiplier = s.chance(50) ? BigDecimal.ONE : new BigDecimal("50");
        Instant entry = s.time();
        Optional<Exit> exit =
                s.perhaps(
                        () ->
                                new Exit(
                                        entry.plusSeconds(s.below(100_000)),
                                        price(s, multiplier),
                                        s.perhaps(s::signed),
                                        s.perhaps(s::signed),
                                        s.perhaps(s::positive),
                                        s.perhaps(() -> BigDecimal.ZERO),
                                        s.oneOf(List.of(ExitReason.values()))));
        Optional<Mark> mark =
                exit.isPresent()
                        ? Optional.empty()
                        : s.perhaps(
                                () ->
                                        new Mark(
                                                entry.plusSeconds(s.below(1000)),
                                                new Price(s.positive()),
                                                s.perhaps(s::signed)));
        SortedMap<String, String> extras = extras(s);
        OptionalLong id = s.chance(50) ? OptionalLong.of(s.bits() >>> 1) : OptionalLong.empty();
        id.ifPresent(n -> extras.put("id", Long.toString(n)));
        return new TradeRecord(
                NO_KEY,
                id.orElse(0),
                new AccountId(s.text()),
                new BotId(s.text()),
                symbol(s),
                s.oneOf(List.of(Direction.values())),
                new Quantity(s.positive()),
                entry,
                price(s, multiplier),
                exit,
                mark,
                multiplier,
                new CurrencyCode(s.oneOf(List.of("USD", "INR"))),
                s.perhaps(() -> new Price(s.positive())),
                s.perhaps(() -> new Price(s.positive())),
                s.oneOf(List.of(SourceClass.values())),
                call(s, s.chance(50)),
                extras);
    }

    private static Prediction prediction(Seeded s) {
        OptionalLong id = s.chance(50) ? OptionalLong.of(s.bits() >>> 1) : OptionalLong.empty();
        return new Prediction(
                NO_KEY,
                id.orElse(0),
                s.time(),
                new BotId(s.text()),
                symbol(s),
                s.oneOf(List.of(Direction.values())),
                s.perhaps(() -> new Price(s.positive())),
                s.perhaps(() -> new Price(s.positive())),
                s.perhaps(() -> new Price(s.positive())),
                id.isPresent() ? Optional.of(Long.toString(id.getAsLong())) : Optional.empty(),
                s.oneOf(List.of(SourceClass.values())),
                call(s, true),
                extras(s));
    }

    private static Symbol symbol(Seeded s) {
        return Symbol.of(s.oneOf(List.of("ETHUSDT", "BTCUSD", "6E!", "BRK.B")));
    }

    private static CallDetails call(Seeded s, boolean confident) {
        return new CallDetails(
                confident ? OptionalDouble.of(s.below(1_000_001) / 1e6) : OptionalDouble.empty(),
                s.perhaps(s::text),
                s.perhaps(() -> "15m"),
                s.perhaps(s::positive),
                s.perhaps(s::text),
                s.perhaps(s::text),
                s.perhaps(s::text),
                members(s, 10),
                members(s, 1e12),
                members(s, 1));
    }

    private static SortedMap<String, Double> members(Seeded s, double scale) {
        SortedMap<String, Double> members = new TreeMap<>();
        for (String name : List.of("theme", "Technical", "RSI 14", "x,y")) {
            if (s.chance(30)) {
                members.put(name, s.below(1_000_000) / 1e6 * scale);
            }
        }
        return members;
    }

    private static SortedMap<String, String> extras(Seeded s) {
        SortedMap<String, String> extras = new TreeMap<>();
        for (String name : List.of("Note", "my column", "a;b")) {
            if (s.chance(30)) {
                extras.put(name, s.text());
            }
        }
        return extras;
    }
}
