package credence.core.csv;

import credence.core.fact.Bar;
import credence.core.fact.CallDetails;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.Prediction;
import credence.core.fact.TradeRecord;
import credence.core.fact.TradeRecord.Exit;
import credence.core.fact.TradeRecord.Mark;
import credence.core.value.ContractCode;
import credence.core.value.OptionCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Credence's own CSV formats: header names, comma, decimal point, times in ISO 8601 UTC, numbers in full.
///
/// Reading back gives the same rows with the same keys. Keys and places among rows of equal time are not written: they
/// follow from the content and the order of the rows, so rows of one bot must come oldest first. Ids stand in the extras
/// (`id`, `execution_id`, `order_id`), where the reader keeps them.
public final class CredenceCsv {

    private CredenceCsv() {}

    public static void writeFills(List<Fill> fills, Appendable out) throws IOException {
        new Sheet<Fill>()
                .always("time", Fill::time)
                .always("bot", Fill::bot)
                .always("account", Fill::account)
                .always("symbol", Fill::symbol)
                .always("side", Fill::side)
                .always("quantity", Fill::quantity)
                .always("price", Fill::price)
                .whenUsed("effect", f -> f.effect() == PositionEffect.UNKNOWN ? "" : f.effect())
                .whenUsed("commission", f -> f.costs().commission())
                .whenUsed("fees", f -> f.costs().fees())
                .whenUsed("funding", f -> f.costs().funding())
                .always("currency", Fill::currency)
                .whenUsed("multiplier", f -> unlessPlain(f.multiplier(), f.symbol()))
                .whenUsed("order_id", f -> "")
                .whenUsed("execution_id", f -> "")
                .whenUsed("stop", Fill::stop)
                .whenUsed("tag", Fill::tag)
                .always("source", f -> source(f.source()))
                .family("", Fill::extras)
                .write(fills, out);
    }

    public static void writeTrades(List<TradeRecord> trades, Appendable out) throws IOException {
        Sheet<TradeRecord> sheet =
                new Sheet<TradeRecord>()
                        .whenUsed("id", t -> "")
                        .always("bot", TradeRecord::bot)
                        .always("account", TradeRecord::account)
                        .always("symbol", TradeRecord::symbol)
                        .always("side", TradeRecord::direction)
                        .always("quantity", TradeRecord::quantity)
                        .always("entry_time", TradeRecord::entryTime)
                        .always("entry_price", TradeRecord::entryPrice)
                        .always("exit_time", t -> t.exit().map(Exit::time))
                        .always("exit_price", t -> t.exit().map(Exit::price))
                        .whenUsed("mark_time", t -> t.mark().map(Mark::time))
                        .whenUsed("mark_price", t -> t.mark().map(Mark::price))
                        .whenUsed("costs", t -> t.exit().flatMap(Exit::costs))
                        .whenUsed("commission", t -> "")
                        .whenUsed("fees", t -> "")
                        .whenUsed("funding", t -> "")
                        .whenUsed("net_pnl", CredenceCsv::net)
                        .always("currency", TradeRecord::currency)
                        .whenUsed("multiplier", t -> unlessPlain(t.multiplier(), t.symbol()))
                        .whenUsed("stop", TradeRecord::stop)
                        .whenUsed("take_profit", TradeRecord::takeProfit)
                        .whenUsed("mae", t -> t.exit().flatMap(Exit::mae))
                        .whenUsed("mfe", t -> t.exit().flatMap(Exit::mfe))
                        .whenUsed("exit_reason", t -> t.exit().map(Exit::reason))
                        .whenUsed("confidence", t -> number(t.call().confidence()))
                        .always("source", t -> source(t.source()));
        call(sheet, TradeRecord::call).family("", TradeRecord::extras).write(trades, out);
    }

    public static void writePredictions(List<Prediction> predictions, Appendable out)
            throws IOException {
        Sheet<Prediction> sheet =
                new Sheet<Prediction>()
                        .always("time", Prediction::time)
                        .whenUsed("id", Prediction::sourceId)
                        .always("bot", Prediction::bot)
                        .always("symbol", Prediction::symbol)
                        .always("direction", Prediction::direction)
                        .always("confidence", p -> number(p.call().confidence()))
                        .whenUsed("entry", Prediction::entry)
                        .whenUsed("take_profit", Prediction::takeProfit)
                        .whenUsed("stop_loss", Prediction::stopLoss)
                        .always("source", p -> source(p.source()));
        call(sheet, Prediction::call).family("", Prediction::extras).write(predictions, out);
    }

    /// Bars of one symbol; the symbol and the interval are said when they are imported.
    public static void writeBars(List<Bar> bars, Appendable out) throws IOException {
        new Sheet<Bar>()
                .always("time", Bar::time)
                .always("open", Bar::open)
                .always("high", Bar::high)
                .always("low", Bar::low)
                .always("close", Bar::close)
                .always("volume", Bar::volume)
                .write(bars, out);
    }

    private static <T> Sheet<T> call(Sheet<T> sheet, Function<T, CallDetails> call) {
        return sheet.whenUsed("pattern", t -> call.apply(t).pattern())
                .whenUsed("timeframe", t -> call.apply(t).timeframe())
                .whenUsed("leverage", t -> call.apply(t).leverage())
                .whenUsed("version", t -> call.apply(t).version())
                .whenUsed("variant", t -> call.apply(t).variant())
                .whenUsed("reasoning", t -> call.apply(t).reasoning())
                .family("score.", t -> call.apply(t).scores())
                .family("indicator.", t -> call.apply(t).indicators())
                .family("head.", t -> call.apply(t).heads());
    }

    /// The result of a closed trade, or of an open one at its mark.
    private static Optional<BigDecimal> net(TradeRecord trade) {
        return trade.exit().flatMap(Exit::netPnl).or(() -> trade.mark().flatMap(Mark::netPnl));
    }

    /// Left out where it is 1 and the symbol is no contract or option: the reader would look a contract up.
    private static Optional<BigDecimal> unlessPlain(BigDecimal multiplier, Symbol symbol) {
        return multiplier.compareTo(BigDecimal.ONE) == 0
                        && ContractCode.of(symbol.name()).isEmpty()
                        && OptionCode.of(symbol.name()).isEmpty()
                ? Optional.empty()
                : Optional.of(multiplier);
    }

    private static String source(SourceClass source) {
        return source.name().toLowerCase(Locale.ROOT);
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Sheet.text(value.getAsDouble()) : "";
    }
}
