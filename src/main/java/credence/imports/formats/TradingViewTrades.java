package credence.imports.formats;

import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FileNames;
import credence.imports.HeaderPlace;
import credence.imports.JournalFormat;
import credence.imports.NumberStyle;
import credence.imports.Owners;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.imports.formats.TradingViewHeader.Column;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;

import java.util.Optional;

/// TradingView, Strategy Tester, "List of trades" as CSV: one file, one strategy, one bot.
///
/// - Two rows a trade with one number, an exit and an entry, in either order; trades ascending or descending.
/// - Header generations: `Trade #, Type, Signal, Date/Time, Price, Contracts, Profit` (P&L on the exit row only, adverse
///   excursion positive); `Position size (qty), Net P&L, Run-up, Drawdown`; `Size (qty), Favorable excursion, Adverse
///   excursion` (negative); `Trade number, Net PnL`. Translated headers (Chinese) and types; `;` with decimal commas.
/// - Times are the chart's wall clock, the zone stated nowhere; date only on daily charts.
/// - Still open at export: the exit row has the signal `Open` and the mark, or `Open` or nothing as date, or no price.
/// - Size has no sign, the direction is in the type. Fees are inside the P&L; no column states them.
/// - The currency of the P&L is in its column's name and may differ from that of the price.
/// - Neither strategy nor symbol are in the file; `<strategy>_<EXCHANGE>_<SYMBOL>_<yyyy-MM-dd>.csv` is its first name.
/// - A new export numbers the trades anew when old history scrolls out, so the number is an order but no identity.
/// - P&L is rounded a trade, the cumulative column is summed unrounded.
public final class TradingViewTrades implements JournalFormat {

    @Override
    public String id() {
        return "tradingview-trades";
    }

    @Override
    public String title() {
        return "TradingView, list of trades (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        HeaderPlace place =
                document.header(
                        h -> {
                            TradingViewHeader columns = new TradingViewHeader(h);
                            return columns.plausible() ? columns.missing().isEmpty() ? 2 : 1 : 0;
                        });
        if (place == null) {
            return Detection.no(
                    "No header of a TradingView list of trades (Trade #, Type, Date and time).");
        }
        TradingViewHeader columns = new TradingViewHeader(place.header());
        if (columns.missing().isPresent()) {
            return new Detection(
                    20,
                    "Line "
                            + place.line()
                            + " looks like a TradingView list of trades without the column "
                            + columns.missing().get()
                            + ".",
                    place);
        }
        return new Detection(
                95,
                "The header in line "
                        + place.line()
                        + " is that of a TradingView list of trades ("
                        + columns.name(Column.NUMBER)
                        + ", "
                        + columns.name(Column.TYPE)
                        + ", "
                        + columns.name(Column.TIME)
                        + ", "
                        + columns.name(Column.PNL)
                        + "; separated by "
                        + place.separatorName()
                        + ").",
                place);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        HeaderPlace place = detection.header();
        if (place == null || !detection.recognised()) {
            throw new UnreadableFile(
                    new Refusal(0, "", "", detection.reason(), "Export the list of trades again."));
        }
        TradingViewHeader columns = new TradingViewHeader(place.header());
        FileNames names = FileNames.of(document.name());
        Owners owners = new Owners("TradingView", options, tally);
        TradingViewBook book =
                new TradingViewBook(
                        owners.account(""),
                        bot(options, names),
                        symbol(options, names),
                        currency(options, columns, tally),
                        options.source().orElse(SourceClass.BACKTEST),
                        owners);
        Table table = Table.read(document, place, tally);
        NumberStyle numbers =
                NumberStyle.settle(
                        table,
                        columns.at(Column.PRICE),
                        columns.at(Column.QUANTITY),
                        columns.at(Column.VALUE),
                        columns.at(Column.PNL),
                        columns.at(Column.FAVORABLE),
                        columns.at(Column.ADVERSE),
                        columns.at(Column.CUMULATIVE));
        TimeColumn times =
                TimeColumn.settle(
                        table,
                        columns.at(Column.TIME),
                        options.zone().orElse(null),
                        TradingViewOpen.inColumns());
        new TradingViewReader(table, columns, numbers, times, book, tally)
                .read(options.date().or(names::day), options.zone());
        times.noteRepeatedHours(tally);
    }

    private static BotId bot(ImportOptions options, FileNames names) throws UnreadableFile {
        if (options.bot().isPresent()) {
            return options.bot().get();
        }
        if (names.bot().isBlank()) {
            throw new UnreadableFile(
                    "The bot has no name: the file's own name is empty.", "Say --bot NAME.");
        }
        return new BotId(names.bot());
    }

    private static Symbol symbol(ImportOptions options, FileNames names) throws UnreadableFile {
        Optional<Symbol> stated = options.symbol().or(() -> names.symbol().map(Symbol::of));
        return stated.orElseThrow(
                () ->
                        new UnreadableFile(
                                "A TradingView list of trades does not say what was traded, and"
                                        + " neither does this file's name.",
                                "Say --symbol, for example --symbol ETHUSDT."));
    }

    private static CurrencyCode currency(
            ImportOptions options, TradingViewHeader columns, Tally tally) {
        Optional<CurrencyCode> stated = columns.currency(Column.PNL).or(options::currency);
        if (stated.isEmpty()) {
            tally.assumedCurrency();
        }
        return stated.orElse(CurrencyCode.USD);
    }
}
