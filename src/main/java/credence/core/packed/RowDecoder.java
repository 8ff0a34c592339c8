package credence.core.packed;

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

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads a row as [RowEncoder] wrote it.
final class RowDecoder {

    static final List<RowKind> KINDS = List.of(RowKind.values());

    private static final List<Side> SIDES = List.of(Side.values());
    private static final List<PositionEffect> EFFECTS = List.of(PositionEffect.values());
    private static final List<Direction> DIRECTIONS = List.of(Direction.values());
    private static final List<SourceClass> SOURCES = List.of(SourceClass.values());
    private static final List<ExitReason> REASONS = List.of(ExitReason.values());

    private final PackedInput in;
    private final Vocabulary words;

    RowDecoder(PackedInput in, Vocabulary words) {
        this.in = in;
        this.words = words;
    }

    SourceRow read() {
        RowKind kind = KINDS.get(in.octet());
        RowKey key = key();
        return switch (kind) {
            case BAR -> bar(key);
            case FILL -> fill(key);
            case PREDICTION -> prediction(key);
            case RATE ->
                    new Rate(
                            key,
                            LocalDate.ofEpochDay(in.signed()),
                            currency(),
                            currency(),
                            in.decimal());
            case OPEN_TRADE, MARKED_TRADE, CLOSED_TRADE -> trade(key, kind);
        };
    }

    private RowKey key() {
        long high = in.fixed();
        long low = in.fixed();
        return in.flag() ? KeyHalves.key(high, low) : new RowKey(in.text());
    }

    private Bar bar(RowKey key) {
        return new Bar(
                key,
                symbol(),
                Duration.ofSeconds(in.signed(), in.unsigned()),
                in.instant(),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                in.real());
    }

    private Fill fill(RowKey key) {
        return new Fill(
                key,
                in.signed(),
                in.instant(),
                account(),
                bot(),
                symbol(),
                SIDES.get(in.octet()),
                EFFECTS.get(in.octet()),
                new Quantity(in.decimal()),
                price(in),
                new Costs(
                        in.optional(PackedInput::decimal),
                        in.optional(PackedInput::decimal),
                        in.optional(PackedInput::decimal)),
                currency(),
                in.decimal(),
                in.optional(RowDecoder::price),
                in.optional(PackedInput::text),
                SOURCES.get(in.octet()),
                extras());
    }

    private Prediction prediction(RowKey key) {
        return new Prediction(
                key,
                in.signed(),
                in.instant(),
                bot(),
                symbol(),
                DIRECTIONS.get(in.octet()),
                in.optional(RowDecoder::price),
                in.optional(RowDecoder::price),
                in.optional(RowDecoder::price),
                in.optional(PackedInput::text),
                SOURCES.get(in.octet()),
                call(),
                extras());
    }

    private TradeRecord trade(RowKey key, RowKind kind) {
        return new TradeRecord(
                key,
                in.signed(),
                account(),
                bot(),
                symbol(),
                DIRECTIONS.get(in.octet()),
                new Quantity(in.decimal()),
                in.instant(),
                price(in),
                kind == RowKind.CLOSED_TRADE ? Optional.of(exit()) : Optional.empty(),
                kind == RowKind.MARKED_TRADE ? Optional.of(mark()) : Optional.empty(),
                in.decimal(),
                currency(),
                in.optional(RowDecoder::price),
                in.optional(RowDecoder::price),
                SOURCES.get(in.octet()),
                call(),
                extras());
    }

    private TradeRecord.Exit exit() {
        return new TradeRecord.Exit(
                in.instant(),
                price(in),
                in.optional(PackedInput::decimal),
                in.optional(PackedInput::decimal),
                in.optional(PackedInput::decimal),
                in.optional(PackedInput::decimal),
                REASONS.get(in.octet()));
    }

    private TradeRecord.Mark mark() {
        return new TradeRecord.Mark(in.instant(), price(in), in.optional(PackedInput::decimal));
    }

    private CallDetails call() {
        if (!in.flag()) {
            return CallDetails.NONE;
        }
        return new CallDetails(
                in.flag() ? OptionalDouble.of(in.real()) : OptionalDouble.empty(),
                in.optional(PackedInput::text),
                in.optional(PackedInput::text),
                in.optional(PackedInput::decimal),
                in.optional(PackedInput::text),
                in.optional(PackedInput::text),
                in.optional(PackedInput::text),
                numbers(),
                numbers(),
                numbers());
    }

    private SortedMap<String, Double> numbers() {
        int size = in.number();
        if (size == 0) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, Double> numbers = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            numbers.put(words.names().word(in.number()), in.real());
        }
        return numbers;
    }

    private SortedMap<String, String> extras() {
        int size = in.number();
        if (size == 0) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, String> extras = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            extras.put(words.names().word(in.number()), in.text());
        }
        return extras;
    }

    private AccountId account() {
        return words.accounts().word(in.number());
    }

    private BotId bot() {
        return words.bots().word(in.number());
    }

    private Symbol symbol() {
        return words.symbols().word(in.number());
    }

    private CurrencyCode currency() {
        return words.currencies().word(in.number());
    }

    private static Price price(PackedInput in) {
        return new Price(in.decimal());
    }
}
