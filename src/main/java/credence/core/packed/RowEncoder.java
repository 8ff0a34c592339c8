package credence.core.packed;

import credence.core.fact.Bar;
import credence.core.fact.CallDetails;
import credence.core.fact.Fill;
import credence.core.fact.Prediction;
import credence.core.fact.Rate;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.value.Price;

import java.util.Map;
import java.util.SortedMap;

/// Writes a row: its kind, its key, what a row of its kind says. [RowDecoder] reads it.
final class RowEncoder {

    private final PackedOutput out;
    private final Vocabulary words;

    RowEncoder(PackedOutput out, Vocabulary words) {
        this.out = out;
        this.words = words;
    }

    void write(SourceRow row) {
        KeyHalves key = KeyHalves.of(row.key());
        out.octet(RowKind.of(row).ordinal());
        out.fixed(key.high());
        out.fixed(key.low());
        out.flag(key.exact());
        if (!key.exact()) {
            out.text(row.key().value());
        }
        switch (row) {
            case Bar bar -> bar(bar);
            case Fill fill -> fill(fill);
            case Prediction prediction -> prediction(prediction);
            case Rate rate -> rate(rate);
            case TradeRecord trade -> trade(trade);
        }
    }

    private void bar(Bar b) {
        out.unsigned(words.symbols().number(b.symbol()));
        out.signed(b.interval().getSeconds());
        out.unsigned(b.interval().getNano());
        out.instant(b.time());
        out.real(b.open());
        out.real(b.high());
        out.real(b.low());
        out.real(b.close());
        out.real(b.volume());
    }

    private void fill(Fill f) {
        out.signed(f.sequence());
        out.instant(f.time());
        out.unsigned(words.accounts().number(f.account()));
        out.unsigned(words.bots().number(f.bot()));
        out.unsigned(words.symbols().number(f.symbol()));
        out.octet(f.side().ordinal());
        out.octet(f.effect().ordinal());
        out.decimal(f.quantity().value());
        out.decimal(f.price().value());
        out.optional(f.costs().commission(), PackedOutput::decimal);
        out.optional(f.costs().fees(), PackedOutput::decimal);
        out.optional(f.costs().funding(), PackedOutput::decimal);
        out.unsigned(words.currencies().number(f.currency()));
        out.decimal(f.multiplier());
        out.optional(f.stop(), RowEncoder::price);
        out.optional(f.tag(), PackedOutput::text);
        out.octet(f.source().ordinal());
        extras(f.extras());
    }

    private void prediction(Prediction p) {
        out.signed(p.sequence());
        out.instant(p.time());
        out.unsigned(words.bots().number(p.bot()));
        out.unsigned(words.symbols().number(p.symbol()));
        out.octet(p.direction().ordinal());
        out.optional(p.entry(), RowEncoder::price);
        out.optional(p.takeProfit(), RowEncoder::price);
        out.optional(p.stopLoss(), RowEncoder::price);
        out.optional(p.sourceId(), PackedOutput::text);
        out.octet(p.source().ordinal());
        call(p.call());
        extras(p.extras());
    }

    private void trade(TradeRecord t) {
        out.signed(t.sequence());
        out.unsigned(words.accounts().number(t.account()));
        out.unsigned(words.bots().number(t.bot()));
        out.unsigned(words.symbols().number(t.symbol()));
        out.octet(t.direction().ordinal());
        out.decimal(t.quantity().value());
        out.instant(t.entryTime());
        out.decimal(t.entryPrice().value());
        t.exit().ifPresent(this::exit);
        t.mark().ifPresent(this::mark);
        out.decimal(t.multiplier());
        out.unsigned(words.currencies().number(t.currency()));
        out.optional(t.stop(), RowEncoder::price);
        out.optional(t.takeProfit(), RowEncoder::price);
        out.octet(t.source().ordinal());
        call(t.call());
        extras(t.extras());
    }

    private void rate(Rate r) {
        out.signed(r.date().toEpochDay());
        out.unsigned(words.currencies().number(r.from()));
        out.unsigned(words.currencies().number(r.to()));
        out.decimal(r.rate());
    }

    private void exit(TradeRecord.Exit e) {
        out.instant(e.time());
        out.decimal(e.price().value());
        out.optional(e.costs(), PackedOutput::decimal);
        out.optional(e.netPnl(), PackedOutput::decimal);
        out.optional(e.mae(), PackedOutput::decimal);
        out.optional(e.mfe(), PackedOutput::decimal);
        out.octet(e.reason().ordinal());
    }

    private void mark(TradeRecord.Mark m) {
        out.instant(m.time());
        out.decimal(m.price().value());
        out.optional(m.netPnl(), PackedOutput::decimal);
    }

    private void call(CallDetails c) {
        boolean said = !c.equals(CallDetails.NONE);
        out.flag(said);
        if (said) {
            out.flag(c.confidence().isPresent());
            c.confidence().ifPresent(out::real);
            out.optional(c.pattern(), PackedOutput::text);
            out.optional(c.timeframe(), PackedOutput::text);
            out.optional(c.leverage(), PackedOutput::decimal);
            out.optional(c.version(), PackedOutput::text);
            out.optional(c.variant(), PackedOutput::text);
            out.optional(c.reasoning(), PackedOutput::text);
            numbers(c.scores());
            numbers(c.indicators());
            numbers(c.heads());
        }
    }

    private void numbers(SortedMap<String, Double> numbers) {
        out.unsigned(numbers.size());
        for (Map.Entry<String, Double> e : numbers.entrySet()) {
            out.unsigned(words.names().number(e.getKey()));
            out.real(e.getValue());
        }
    }

    private void extras(SortedMap<String, String> extras) {
        out.unsigned(extras.size());
        for (Map.Entry<String, String> e : extras.entrySet()) {
            out.unsigned(words.names().number(e.getKey()));
            out.text(e.getValue());
        }
    }

    private static void price(PackedOutput out, Price price) {
        out.decimal(price.value());
    }
}
