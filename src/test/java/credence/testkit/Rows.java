package credence.testkit;

import credence.core.fact.Bar;
import credence.core.fact.CallDetails;
import credence.core.fact.Costs;
import credence.core.fact.ExitReason;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.Prediction;
import credence.core.fact.Rate;
import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.service.port.FileReport;
import credence.service.port.NewBatch;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// Rows of every kind, each number of them different, with and without what is optional.
public final class Rows {

    private static final Instant START = Instant.parse("2024-01-02T03:04:05.678901234Z");

    private Rows() {}

    /// A closed trade with everything that a source can state.
    public static TradeRecord fullTrade(long number) {
        return new TradeRecord(
                key("trade", number),
                number,
                new AccountId("konto-ä"),
                new BotId("Bot \"zero\" " + number % 7),
                new Symbol("ETHUSDT"),
                number % 2 == 0 ? Direction.LONG : Direction.SHORT,
                new Quantity(new BigDecimal("0.500000000000000001")),
                START.plusSeconds(60 * number),
                new Price(new BigDecimal("1650.250")),
                Optional.of(
                        new TradeRecord.Exit(
                                START.plusSeconds(60 * number + 59).plusNanos(1),
                                new Price(new BigDecimal("-37.630")),
                                Optional.of(new BigDecimal("1.10")),
                                Optional.of(new BigDecimal("1E+3")),
                                Optional.of(new BigDecimal("0.00")),
                                Optional.of(new BigDecimal("12.3456789012345678901234567890")),
                                ExitReason.SL)),
                Optional.empty(),
                new BigDecimal("50"),
                new CurrencyCode("USDT"),
                Optional.of(new Price(new BigDecimal("1600"))),
                Optional.of(new Price(new BigDecimal("1700.0"))),
                SourceClass.PAPER,
                fullCall(),
                extras("Signal", "Ausstieg; \"SL\"", "leer", "", "=SUM(A1)", "\u0001\n\t😀"));
    }

    /// An open trade with nothing optional but, when `mark` is not 0, a mark at that price.
    public static TradeRecord openTrade(long number, int mark) {
        return new TradeRecord(
                key("open", number),
                number,
                AccountId.DEFAULT,
                new BotId("grid"),
                new Symbol("ES"),
                Direction.LONG,
                Quantity.of("1"),
                START.plusSeconds(number),
                Price.of("5000.25"),
                Optional.empty(),
                mark == 0
                        ? Optional.empty()
                        : Optional.of(
                                new TradeRecord.Mark(
                                        START.plusSeconds(number + mark),
                                        new Price(BigDecimal.valueOf(mark)),
                                        Optional.empty())),
                BigDecimal.ONE,
                CurrencyCode.USD,
                Optional.empty(),
                Optional.empty(),
                SourceClass.LIVE,
                CallDetails.NONE,
                new TreeMap<>());
    }

    public static Fill fullFill(long number) {
        return new Fill(
                key("fill", number),
                number,
                Instant.ofEpochSecond(-1, 999_999_999),
                new AccountId("U123"),
                new BotId("vwap"),
                new Symbol("CL"),
                Side.SELL,
                PositionEffect.CLOSE,
                Quantity.of("3.000"),
                Price.of("-37.63"),
                new Costs(
                        Optional.of(new BigDecimal("2.040")),
                        Optional.of(new BigDecimal("-0.10")),
                        Optional.of(new BigDecimal("0E-8"))),
                CurrencyCode.USD,
                new BigDecimal("1000.0"),
                Optional.of(Price.of("0")),
                Optional.of("bracket 1"),
                SourceClass.BACKTEST,
                extras("exchange", "NYMEX"));
    }

    public static Rate rate(String day, String from, String to, String rate) {
        LocalDate date = LocalDate.parse(day);
        CurrencyCode one = new CurrencyCode(from);
        CurrencyCode other = new CurrencyCode(to);
        return new Rate(Rate.key(date, one, other), date, one, other, new BigDecimal(rate));
    }

    public static Fill bareFill(long number) {
        return new Fill(
                key("bare fill", number),
                number,
                START,
                AccountId.DEFAULT,
                new BotId("vwap"),
                new Symbol("CL"),
                Side.BUY,
                PositionEffect.UNKNOWN,
                Quantity.of("1"),
                Price.of("1"),
                Costs.UNSTATED,
                CurrencyCode.USD,
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                SourceClass.LIVE,
                new TreeMap<>());
    }

    public static Prediction fullPrediction(long number) {
        return new Prediction(
                key("prediction", number),
                number,
                START.plusNanos(number),
                new BotId("oracle"),
                new Symbol("BTCUSDT"),
                Direction.SHORT,
                Optional.of(Price.of("43000.10")),
                Optional.of(Price.of("42000")),
                Optional.of(Price.of("43500.000")),
                Optional.of("call-" + number),
                SourceClass.LIVE,
                fullCall(),
                extras("note", "x"));
    }

    public static Prediction barePrediction(long number) {
        return new Prediction(
                key("bare prediction", number),
                number,
                START,
                new BotId("oracle"),
                new Symbol("BTCUSDT"),
                Direction.LONG,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SourceClass.PAPER,
                CallDetails.NONE,
                new TreeMap<>());
    }

    public static Bar bar(long number) {
        double close = 100 + number / 3.0;
        return new Bar(
                key("bar", number),
                new Symbol("BTCUSDT"),
                Duration.ofHours(1),
                Instant.parse("2023-12-31T00:00:00Z").plus(Duration.ofHours(number)),
                100,
                close + 0.1,
                Double.MIN_VALUE,
                close,
                1e15 / 7);
    }

    private static CallDetails fullCall() {
        return new CallDetails(
                OptionalDouble.of(0.1 + 0.2),
                Optional.of("head and shoulders"),
                Optional.of("15m"),
                Optional.of(new BigDecimal("3.0")),
                Optional.of("v2"),
                Optional.of("b"),
                Optional.of("because \"it\" rose\nand fell"),
                new TreeMap<>(Map.of("momentum", 7.25, "volume", 1 / 3.0)),
                new TreeMap<>(Map.of("rsi", 71.0)),
                new TreeMap<>(Map.of("trend", -1.0)));
    }

    private static SortedMap<String, String> extras(String... namesAndValues) {
        SortedMap<String, String> extras = new TreeMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            extras.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return extras;
    }

    private static RowKey key(String kind, long number) {
        return RowKey.ofNativeId(kind, "account", "bot", Long.toString(number));
    }

    /// A batch of one file, its rows on the lines from 2.
    public static NewBatch batch(String file, List<? extends SourceRow> rows) {
        return batch(file, rows, List.of());
    }

    /// A batch of one file that brings rows and says others again.
    public static NewBatch batch(
            String file, List<? extends SourceRow> rows, List<? extends SourceRow> again) {
        List<NewBatch.NewRow> fresh = new ArrayList<>();
        for (SourceRow row : rows) {
            fresh.add(new NewBatch.NewRow(row, fresh.size() + 2, false));
        }
        List<NewBatch.Restatement> restated = new ArrayList<>();
        for (SourceRow row : again) {
            restated.add(
                    new NewBatch.Restatement(
                            row, restated.size() + 1000, row.sequence() + 5, false));
        }
        return new NewBatch(
                Instant.parse("2026-11-21T10:00:00.5Z"),
                "import",
                List.of(
                        new NewBatch.NewFile(
                                file, "0".repeat(64), report(file, rows.size()), fresh, restated)));
    }

    /// A report that says something in every field.
    public static FileReport report(String file, long rows) {
        return new FileReport(
                file,
                "0".repeat(64),
                "generic",
                "columns date, symbol",
                rows + 4,
                rows,
                1,
                List.of(new FileReport.Skipped("deposit", 2)),
                List.of(new FileReport.Refusal(17, "price", "x\"y", "not a number", "correct it")),
                List.of(
                        new FileReport.Reconciled(
                                "net profit",
                                new BigDecimal("10.50"),
                                new BigDecimal("10.5"),
                                new BigDecimal("0.00"),
                                "EQUAL")),
                List.of("grid", "oracle"),
                START,
                null,
                List.of("times taken as UTC"),
                null);
    }
}
