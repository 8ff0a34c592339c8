package credence.core.fact;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Writes rows in Credence's own CSV formats, so that reading them back gives the same rows.
///
/// A column that no row has a value for is left out: no cost column means that no cost was stated. Times in UTC.
/// What a row cannot say in these formats is lost: the place among rows of equal time (it is the order of the rows), and
/// the result that a source stated for an open trade's mark.
public final class CredenceCsv {

    private CredenceCsv() {}

    public static void writeTrades(List<TradeRecord> rows, Appendable out) throws IOException {
        CsvColumns<TradeRecord> columns =
                new CsvColumns<TradeRecord>()
                        .required("bot", row -> row.bot().name())
                        .optional("account", row -> Optional.of(row.account().name()))
                        .required("symbol", row -> row.symbol().name())
                        .required("side", row -> row.direction().name())
                        .required("quantity", row -> row.quantity().toString())
                        .required("entry_time", row -> row.entryTime().toString())
                        .required("entry_price", row -> row.entryPrice().toString())
                        .required(
                                "exit_time",
                                row ->
                                        text(row.exit(), exit -> exit.time().toString())
                                                .orElse(null))
                        .required(
                                "exit_price",
                                row ->
                                        text(row.exit(), exit -> exit.price().toString())
                                                .orElse(null))
                        .optional(
                                "mark_time",
                                row -> text(row.mark(), mark -> mark.time().toString()))
                        .optional(
                                "mark_price",
                                row -> text(row.mark(), mark -> mark.price().toString()))
                        .optional(
                                "costs",
                                row ->
                                        row.exit()
                                                .flatMap(TradeRecord.Exit::costs)
                                                .map(BigDecimal::toPlainString))
                        .optional(
                                "net_pnl",
                                row ->
                                        row.exit()
                                                .flatMap(TradeRecord.Exit::netPnl)
                                                .map(BigDecimal::toPlainString))
                        .optional("currency", row -> Optional.of(row.currency().code()))
                        .optional("multiplier", row -> multiplier(row.multiplier()))
                        .optional("stop", row -> text(row.stop(), Object::toString))
                        .optional("take_profit", row -> text(row.takeProfit(), Object::toString))
                        .optional(
                                "mae",
                                row ->
                                        row.exit()
                                                .flatMap(TradeRecord.Exit::mae)
                                                .map(BigDecimal::toPlainString))
                        .optional(
                                "mfe",
                                row ->
                                        row.exit()
                                                .flatMap(TradeRecord.Exit::mfe)
                                                .map(BigDecimal::toPlainString))
                        .optional(
                                "exit_reason",
                                row ->
                                        text(row.exit(), TradeRecord.Exit::reason)
                                                .filter(
                                                        reason ->
                                                                !reason.equals(
                                                                        ExitReason.UNKNOWN.name())))
                        .optional(
                                "source",
                                row -> Optional.of(row.source().name().toLowerCase(Locale.ROOT)));
        call(columns, rows, TradeRecord::call);
        columns.each("", rows, TradeRecord::extras, Function.identity()).write(rows, out);
    }

    public static void writePredictions(List<Prediction> rows, Appendable out) throws IOException {
        CsvColumns<Prediction> columns =
                new CsvColumns<Prediction>()
                        .required("time", row -> row.time().toString())
                        .required("bot", row -> row.bot().name())
                        .required("symbol", row -> row.symbol().name())
                        .required("direction", row -> row.direction().name())
                        .optional("entry", row -> text(row.entry(), Object::toString))
                        .optional("take_profit", row -> text(row.takeProfit(), Object::toString))
                        .optional("stop_loss", row -> text(row.stopLoss(), Object::toString))
                        .optional("id", Prediction::sourceId)
                        .optional(
                                "source",
                                row -> Optional.of(row.source().name().toLowerCase(Locale.ROOT)));
        call(columns, rows, Prediction::call);
        columns.each("", rows, Prediction::extras, Function.identity()).write(rows, out);
    }

    /// Bars of one symbol and interval; neither is in the file.
    public static void writeBars(List<Bar> rows, Appendable out) throws IOException {
        new CsvColumns<Bar>()
                .required("time", row -> row.time().toString())
                .required("open", row -> number(row.open()))
                .required("high", row -> number(row.high()))
                .required("low", row -> number(row.low()))
                .required("close", row -> number(row.close()))
                .required("volume", row -> number(row.volume()))
                .write(rows, out);
    }

    private static <T> void call(
            CsvColumns<T> columns, List<T> rows, Function<T, CallDetails> call) {
        columns.optional("confidence", row -> number(call.apply(row).confidence()))
                .optional("pattern", row -> call.apply(row).pattern())
                .optional("timeframe", row -> call.apply(row).timeframe())
                .optional(
                        "leverage",
                        row -> call.apply(row).leverage().map(BigDecimal::toPlainString))
                .optional("version", row -> call.apply(row).version())
                .optional("variant", row -> call.apply(row).variant())
                .optional("reasoning", row -> call.apply(row).reasoning())
                .each("score.", rows, row -> call.apply(row).scores(), CredenceCsv::number)
                .each("indicator.", rows, row -> call.apply(row).indicators(), CredenceCsv::number)
                .each("head.", rows, row -> call.apply(row).heads(), CredenceCsv::number);
    }

    private static <T> Optional<String> text(Optional<T> value, Function<T, Object> part) {
        return value.map(part).map(Object::toString);
    }

    private static Optional<String> multiplier(BigDecimal multiplier) {
        return multiplier.compareTo(BigDecimal.ONE) == 0
                ? Optional.empty()
                : Optional.of(multiplier.toPlainString());
    }

    private static Optional<String> number(OptionalDouble value) {
        return value.isPresent() ? Optional.of(number(value.getAsDouble())) : Optional.empty();
    }

    /// The shortest decimal that is this double again, without an exponent.
    private static String number(double value) {
        return RowKey.canonical(BigDecimal.valueOf(value));
    }
}
