package credence.imports.formats.stocks;

import credence.core.fact.PositionEffect;
import credence.core.value.Side;
import credence.imports.Cells;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.Notional;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// XTB (xStation), cash operations as CSV.
///
/// - `ID;Type;Time;Symbol;Comment;Amount`, semicolons, also translated (`ID;Typ;Czas;Symbol;Komentarz;Kwota`); newer files have Ticker,
///   Instrument and Product. `dd.MM.yyyy HH:mm:ss`, no zone; newest first. Comments may hold anything but semicolons.
/// - A trade in shares is known by its comment alone: `OPEN BUY 34/42.5658 @ 11.7480` bought 34 of an order of 42.5658,
///   `CLOSE BUY 1 @ 26.280` sold what was bought. Types are translated, comments are not.
/// - The amount is in the account's currency, which the file does not name, the price in the instrument's: where the two differ, the
///   price is taken from the amount, and the stated one kept.
/// - CFDs show only their result (`Profit/Loss`), no price: they come from the closed positions.
/// - IDs are one an operation, but a purchase and a sale have been seen under one. Malformed dates have been seen in rows of interest.
public final class XtbCash implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "XTB's cash operations",
                    "ID",
                    "Type|Tipo|Typ",
                    "Time|Hora|Czas|Zeit|Heure|Fecha|Date",
                    "Symbol|Símbolo|Ticker|Symbole",
                    "Comment|Comentário|Comentario|Komentarz|Kommentar|Commentaire",
                    "Amount|Valor|Kwota|Betrag|Montante|Importe|Montant");
    private static final Pattern TRADE =
            Pattern.compile(
                    "(OPEN|CLOSE) (BUY|SELL) ([\\d.,]+)(?:/[\\d.,]+)? @ ([\\d.,]+).*",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "xtb-cash";
    }

    @Override
    public String title() {
        return "XTB, cash operations (CSV)";
    }

    @Override
    public String book() {
        return "XTB";
    }

    @Override
    public Detection detect(Document document) {
        return HEADER.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        Table table = Table.read(document, Recognised.place(detection), tally, XtbCash::leaving);
        TimeColumn times =
                TimeColumn.known(
                        "Time",
                        DateOrder.DAY_FIRST,
                        TimeColumn.required(options, "The times of XTB are those of its platform"),
                        tally);
        new Reader(table, times, options, tally).read();
    }

    private static @Nullable String leaving(Row row) {
        for (int i = 0; i < Math.min(row.size(), 2); i++) {
            if (row.cell(i).strip().equals("Total")) {
                return "total";
            }
        }
        return null;
    }

    private static final class Reader {

        private final Table table;
        private final TimeColumn times;
        private final Tally tally;
        private final ShareFills fills;
        private final AmountCheck amounts;
        private final int id;
        private final int type;
        private final int time;
        private final int symbol;
        private final int comment;
        private final int amount;

        Reader(Table table, TimeColumn times, ImportOptions options, Tally tally) {
            this.table = table;
            this.times = times;
            this.tally = tally;
            this.fills = new ShareFills("XTB", options, tally);
            this.amounts =
                    new AmountCheck(tally, "Amounts of trades priced in the account's currency");
            Header h = table.header();
            id = h.find("ID");
            type = h.findAny("Type", "Tipo", "Typ");
            time = h.findAny("Time", "Hora", "Czas", "Zeit", "Heure", "Fecha", "Date");
            symbol = h.findAny("Ticker", "Symbol", "Símbolo", "Symbole");
            comment =
                    h.findAny(
                            "Comment",
                            "Comentário",
                            "Comentario",
                            "Komentarz",
                            "Kommentar",
                            "Commentaire");
            amount =
                    h.findAny(
                            "Amount", "Valor", "Kwota", "Betrag", "Montante", "Importe", "Montant");
        }

        void read() throws UnreadableFile {
            NumberStyle numbers = NumberStyle.settleOrEither(table, amount);
            Cells cells = new Cells(table, numbers);
            for (Row row : table.rows()) {
                cells.at(row);
                Matcher m = TRADE.matcher(cells.text(comment));
                if (!m.matches()) {
                    String kind = cells.text(type);
                    if (kind.startsWith("Profit/Loss") || kind.equalsIgnoreCase("close trade")) {
                        tally.note(
                                "The results of CFD positions stand here without prices; import"
                                        + " XTB's closed positions to have these trades.");
                    }
                    tally.skip(kind.isEmpty() ? "row of no type" : kind + " (no trade)", row);
                    continue;
                }
                try {
                    fill(cells, m);
                } catch (RefusedRow e) {
                    tally.refuse(e.refusal());
                }
            }
            fills.acceptAll();
            times.noteRepeatedHours(tally);
            amounts.report();
        }

        private void fill(Cells cells, Matcher m) throws RefusedRow {
            boolean opens = m.group(1).toUpperCase(Locale.ROOT).equals("OPEN");
            boolean isLong = m.group(2).toUpperCase(Locale.ROOT).equals("BUY");
            Side side = opens == isLong ? Side.BUY : Side.SELL;
            BigDecimal money = cells.number(amount);
            DescribedTrade trade =
                    DescribedTrade.of(
                            NumberStyle.POINT,
                            cells.line(),
                            table.header().name(comment),
                            m.group(),
                            m.group(3),
                            m.group(4),
                            money);
            boolean own = trade.fits(money) || money.signum() == 0;
            String number = cells.text(id);
            FillDraft draft =
                    fills.draft(
                                    cells.line(),
                                    "",
                                    cells.text(symbol),
                                    table.header().name(symbol),
                                    side,
                                    trade.quantity(),
                                    own
                                            ? trade.price()
                                            : Notional.price(money.abs(), trade.quantity()),
                                    times.read(cells.raw(time), cells.line()))
                            .effect(opens ? PositionEffect.OPEN : PositionEffect.CLOSE)
                            .currency(fills.owners().currency(""))
                            .id(number.isEmpty() ? "" : number + " " + side)
                            .extra("type", cells.text(type));
            if (number.matches("\\d{1,18}")) {
                draft.sequence(Long.parseLong(number));
            }
            if (own) {
                amounts.add(
                        cells.line(),
                        "",
                        money.abs(),
                        trade.worth(),
                        Notional.rounding(trade.quantity(), trade.price(), BigDecimal.ONE, money));
            } else {
                draft.amount(money).extra("price", m.group(4));
                tally.note(
                        "Some trades are priced in another currency than the account's: their price"
                                + " was taken from the amount, costs of conversion included. The"
                                + " stated price is kept as “price”.");
            }
            fills.add(draft);
        }
    }
}
