package credence.imports.formats.crypto;

import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.HeaderPlace;
import credence.imports.JournalRows;
import credence.imports.NumberStyle;
import credence.imports.Owner;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// One export while it is read: its table and columns, its numbers, whose its rows are, and what comes of them.
final class ExchangeFile {

    private final String exchange;
    private final Table table;
    private final ImportOptions options;
    private final Tally tally;
    private final Owners owners;
    private final JournalRows rows;
    private final CoinFees fees = new CoinFees();
    private NumberStyle numbers = NumberStyle.POINT;
    private Cells cells;

    private ExchangeFile(String exchange, Table table, ImportOptions options, Tally tally) {
        this.exchange = exchange;
        this.table = table;
        this.options = options;
        this.tally = tally;
        this.rows = new JournalRows(tally);
        this.owners = new Owners(exchange, options, tally);
        this.cells = new Cells(table, numbers);
    }

    /// @param exchange its name, for the group of rows that name no bot
    /// @throws UnreadableFile when the file is not one of this format, or cannot be read at all
    static ExchangeFile open(
            String exchange,
            Document document,
            Detection detection,
            ImportOptions options,
            Tally tally)
            throws UnreadableFile {
        return new ExchangeFile(
                exchange, Table.read(document, place(detection), tally), options, tally);
    }

    /// The same for exports that leave off columns at the end of a row where they are empty.
    ///
    /// @param needed how many columns a row must have at least
    static ExchangeFile openShort(
            String exchange,
            Document document,
            Detection detection,
            ImportOptions options,
            Tally tally,
            int needed)
            throws UnreadableFile {
        HeaderPlace place = detection.header();
        if (place == null) {
            return open(exchange, document, detection, options, tally);
        }
        return new ExchangeFile(
                exchange,
                ShortRows.read(document, place(detection), tally, needed),
                options,
                tally);
    }

    private static HeaderPlace place(Detection detection) throws UnreadableFile {
        HeaderPlace place = detection.header();
        if (place == null || !detection.recognised()) {
            throw new UnreadableFile(
                    new Refusal(0, "", "", detection.reason(), "Export the file again."));
        }
        return place;
    }

    /// The answer of the surest of several layouts of one format.
    static Detection surest(Document document, List<HeaderFingerprint> layouts) {
        Detection best = Detection.no("");
        for (HeaderFingerprint layout : layouts) {
            Detection answer = layout.detect(document);
            if (best.reason().isEmpty() || answer.score() > best.score()) {
                best = answer;
            }
        }
        return best;
    }

    /// Settles how the file writes numbers, from these columns.
    ///
    /// @throws UnreadableFile when it cannot be told
    Cells numbersIn(int... columns) throws UnreadableFile {
        numbers =
                NumberStyle.settle(
                        table, NumberStyle.POINT, columns); // all exchanges write a point
        cells = new Cells(table, numbers);
        return cells;
    }

    Table table() {
        return table;
    }

    Header header() {
        return table.header();
    }

    Tally tally() {
        return tally;
    }

    ImportOptions options() {
        return options;
    }

    Owners owners() {
        return owners;
    }

    CoinFees fees() {
        return fees;
    }

    NumberStyle numbers() {
        return numbers;
    }

    Cells cells() {
        return cells;
    }

    JournalRows rows() {
        return rows;
    }

    /// For formats that make a fill of several rows after all of them have been read.
    ExchangeFile keepingRows() {
        tally.keepingRows();
        return this;
    }

    /// What makes something of one row, or says why it cannot.
    @FunctionalInterface
    interface RowReader {
        void read(Cells cells) throws RefusedRow;
    }

    /// Lets every row be read; one that is refused does not keep the others out.
    void each(RowReader reader) {
        for (Row row : table.rows()) {
            try {
                reader.read(cells.at(row));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
    }

    /// Hands over what was read, and says what should be known about it.
    void finish() {
        rows.acceptAll(tally);
        fees.note(tally);
    }

    /// Whose a row is. An exchange's user id stands for the account only where the trader names none.
    Owner owner(Clues clues) {
        return owners.of(options.account().isPresent() ? clues.account("") : clues);
    }

    /// A fill of a coin pair, its currency the quote coin.
    FillDraft fill(
            int line,
            Clues clues,
            Instant time,
            Pair pair,
            Side side,
            BigDecimal quantity,
            BigDecimal price)
            throws RefusedRow {
        return new FillDraft(
                        line,
                        owner(clues.symbol(pair.symbol()).time(time).line(line)),
                        time,
                        owners.symbol(pair.symbol(), line, ""),
                        side,
                        new Quantity(quantity),
                        new Price(price))
                .currency(owners.currency(pair.quote()))
                .source(owners.source(SourceClass.LIVE));
    }

    /// The pair of the market that a cell names.
    Pair pair(int column, QuoteCoins coins) throws RefusedRow {
        String market = cells.text(column);
        Pair pair = Pair.split(market, coins);
        if (pair == null) {
            throw unknownPair(column);
        }
        return pair;
    }

    RefusedRow unknownPair(int column) {
        return cells.refuse(
                column,
                cells.text(column).isEmpty()
                        ? "The market is missing."
                        : "It cannot be told which coin of this market its prices are counted in.",
                "Write the market with a separator, for example ABC-USDT, and import the file"
                        + " again.");
    }

    /// Reads `BUY`, `sell`, `Long` (bought) and `Short` (sold).
    Side side(int column) throws RefusedRow {
        return switch (cells.text(column).toLowerCase(Locale.ROOT)) {
            case "buy", "b", "bid", "long" -> Side.BUY;
            case "sell", "s", "ask", "short" -> Side.SELL;
            default ->
                    throw cells.refuse(
                            column,
                            cells.text(column).isEmpty()
                                    ? "It is missing whether this was bought or sold."
                                    : "This is neither BUY nor SELL.",
                            "Export the file again, in English.");
        };
    }

    /// A quantity whose sign says nothing that the side does not.
    BigDecimal magnitude(int column) throws RefusedRow {
        BigDecimal value = cells.number(column).abs();
        if (value.signum() == 0) {
            throw cells.refuse(column, "The quantity is zero.", "Export the file again.");
        }
        return value;
    }

    String exchange() {
        return exchange;
    }

    /// The text of the cell as a coin; empty when there is none.
    static String coin(@Nullable String text) {
        return text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    }
}
