package credence.imports.formats.crypto;

import credence.core.value.Side;
import credence.imports.Amount;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.Notional;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Coinbase, transaction report of the retail account.
///
/// - Lines in front of the header, then `[ID,] Timestamp, Transaction Type, Asset, Quantity Transacted, Price Currency, Price at Transaction,
///   Subtotal, Total (inclusive of fees and/or spread), Fees and/or Spread, Notes`; before 2024 `Spot Price Currency, Spot Price at
///   Transaction`; before 2022 the currency is in the names (`EUR Spot Price at Transaction, EUR Subtotal, …`). UTC.
/// - Currency signs glued to numbers (`€3343.11`, `-€597.49`, `$70.00`). Quantities of sales are negative in later files.
/// - `Buy`, `Sell`, `Advanced Trade Buy`, `Advanced Trade Sell` (also spelled `Advance Trade …`). The price at the transaction is the market's:
///   where subtotal ÷ quantity differs, that is what was paid, and it counts as the price.
/// - `Convert`: both coins stand in the note only ("Converted 1 BTC to 15 ETH"), in one row or in one for each coin. Its costs are in a
///   currency, which the pair is not quoted in. From a coin to its staked form (ETH to ETH2) nothing is traded.
/// - Everything else (rewards, sends, deposits, interest) is no trade. One id may stand in more than one row, so the pair belongs to it.
public final class CoinbaseRetail implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "Coinbase's transaction report",
                    "Timestamp",
                    "Transaction Type",
                    "Asset",
                    "Quantity Transacted",
                    "Notes");

    private static final Pattern CONVERTED =
            Pattern.compile(
                    "Converted\\s+([\\d.,]+)\\s+(\\S+)\\s+to\\s+([\\d.,]+)\\s+(\\S+)",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "coinbase-transactions";
    }

    @Override
    public String title() {
        return "Coinbase, transaction report (CSV)";
    }

    @Override
    public String book() {
        return "Coinbase";
    }

    @Override
    public Detection detect(Document document) {
        return LAYOUT.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        new Reader(ExchangeFile.open("Coinbase", document, detection, options, tally).keepingRows())
                .read();
    }

    /// One row of a conversion; both rows of one have the same time and note.
    private record Conversion(Instant time, String note) {}

    private static final class Reader {

        private final ExchangeFile file;
        private final int type;
        private final int asset;
        private final int quantity;
        private final int price;
        private final int subtotal;
        private final int fees;
        private final int notes;
        private final int id;
        private final String currencyOfNames;
        private final int currency;
        private final TimeColumn times;
        private final Map<Conversion, List<Integer>> conversions = new LinkedHashMap<>();
        private final List<Integer> repriced = new ArrayList<>();

        Reader(ExchangeFile file) throws UnreadableFile {
            this.file = file;
            Header h = file.header();
            type = h.find("Transaction Type");
            asset = h.find("Asset");
            quantity = h.find("Quantity Transacted");
            notes = h.find("Notes");
            id = h.findAny("ID", "Transaction ID");
            price = ending(h, "price at transaction");
            subtotal = ending(h, "subtotal");
            fees =
                    h.find("Fees and/or Spread") >= 0
                            ? h.find("Fees and/or Spread")
                            : ending(h, "fees");
            currency = h.findAny("Price Currency", "Spot Price Currency");
            String name = price < 0 ? "" : h.name(price);
            int blank = name.indexOf(' ');
            currencyOfNames = blank == 3 ? name.substring(0, 3).toUpperCase(Locale.ROOT) : "";
            times = FileZone.utc(file, h.find("Timestamp"));
            file.numbersIn(quantity, price, subtotal, fees);
        }

        private static int ending(Header h, String end) {
            for (int i = 0; i < h.size(); i++) {
                if (h.name(i).toLowerCase(Locale.ROOT).endsWith(end)) {
                    return i;
                }
            }
            return -1;
        }

        void read() {
            file.each(this::row);
            conversions.forEach(this::convert);
            if (!repriced.isEmpty()) {
                file.tally()
                        .note(
                                repriced.size()
                                        + (repriced.size() == 1 ? " row's" : " rows'")
                                        + " price at the transaction is not what was paid (line "
                                        + repriced.getFirst()
                                        + (repriced.size() > 1 ? ", …" : "")
                                        + "): subtotal ÷ quantity was taken, and the stated price"
                                        + " kept beside it.");
            }
            file.finish();
        }

        private void row(Cells c) throws RefusedRow {
            String kind = c.text(type).toLowerCase(Locale.ROOT);
            if (kind.equals("convert")) {
                Conversion conversion = new Conversion(time(c), c.text(notes));
                if (!CONVERTED.matcher(conversion.note).find()) {
                    throw c.refuse(
                            notes,
                            "The note does not say what was converted into what.",
                            "Export the report again, in English.");
                }
                conversions.computeIfAbsent(conversion, _ -> new ArrayList<>()).add(c.line());
                return;
            }
            Side side =
                    switch (kind) {
                        case "buy", "advanced trade buy", "advance trade buy" -> Side.BUY;
                        case "sell", "advanced trade sell", "advance trade sell" -> Side.SELL;
                        default -> null;
                    };
            if (side == null) {
                file.tally().skip(Untraded.reason(c.text(type)), c);
                return;
            }
            trade(c, side);
        }

        private Instant time(Cells c) throws RefusedRow {
            return times.read(c.text(file.header().find("Timestamp")), c.line());
        }

        private void trade(Cells c, Side side) throws RefusedRow {
            Instant when = time(c);
            BigDecimal size = file.magnitude(quantity);
            Amount stated = amount(c, price);
            Amount sub = amount(c, subtotal);
            Amount cost = amount(c, fees);
            String quote = quote(c, stated, sub);
            if (c.text(asset).isEmpty()) {
                throw c.refuse(asset, "The coin is missing.", "Export the report again.");
            }
            Pair pair = new Pair(c.text(asset), quote);
            BigDecimal at = stated == null ? null : stated.value().abs();
            if (sub != null && sub.value().signum() != 0) {
                BigDecimal money = sub.value().abs();
                BigDecimal paid = Notional.price(money, size);
                // Half a cent of a rounded subtotal leaves the price as it is.
                BigDecimal slack = BigDecimal.ONE.movePointLeft(Math.max(0, money.scale()));
                if (at == null || at.multiply(size).subtract(money).abs().compareTo(slack) > 0) {
                    if (at != null) {
                        repriced.add(c.line());
                    }
                    at = paid;
                }
            }
            if (at == null || at.signum() == 0) {
                throw c.refuse(
                        price < 0 ? subtotal : price,
                        "Neither a price nor a subtotal is stated.",
                        "Export the report again.");
            }
            FillDraft fill = file.fill(c.line(), Clues.NONE, when, pair, side, size, at);
            fill.amount(sub == null ? null : sub.value());
            String own = c.text(id);
            if (!own.isEmpty()) {
                fill.id(own + "/" + pair.symbol());
            }
            if (stated != null && at.compareTo(stated.value().abs()) != 0) {
                fill.extra("stated_price", stated.value().toPlainString());
            }
            if (cost != null) {
                file.fees().put(fill, pair, at, Map.of(quote, cost.value()));
            }
            file.rows().add(fill);
        }

        /// The column says it, else the column's name; a sign on the number must not contradict it.
        private String quote(Cells c, @Nullable Amount stated, @Nullable Amount sub)
                throws RefusedRow {
            String said = ExchangeFile.coin(c.text(currency));
            if (said.isEmpty()) {
                said = currencyOfNames;
            }
            if (said.isEmpty()) {
                Amount any = stated == null ? sub : stated;
                said = any == null ? "" : any.unit().map(Object::toString).orElse("");
            }
            if (said.isEmpty()) {
                throw c.refuse(
                        currency, "The price's currency is missing.", "Export the report again.");
            }
            return said;
        }

        private @Nullable Amount amount(Cells c, int column) throws RefusedRow {
            if (c.text(column).isEmpty()) {
                return null;
            }
            try {
                return Amount.of(c.text(column), file.numbers());
            } catch (NumberFormatException _) {
                throw c.refuse(column, "This is not an amount.", "Export the report again.");
            }
        }

        private void convert(Conversion conversion, List<Integer> lines) {
            Matcher m = CONVERTED.matcher(conversion.note);
            try {
                if (!m.find()) {
                    return;
                }
                String from = ExchangeFile.coin(m.group(2));
                String into = ExchangeFile.coin(m.group(4));
                if (from.equals(into) || from.equals(into + "2") || into.equals(from + "2")) {
                    lines.forEach(
                            line ->
                                    file.tally()
                                            .skip("a coin exchanged for its staked form", line));
                    return;
                }
                CoinSwap swap = new CoinSwap();
                swap.move(from, number(m.group(1), lines.getFirst()).negate());
                swap.move(into, number(m.group(3), lines.getFirst()));
                String problem = swap.problem();
                if (problem != null || lines.size() > 2) {
                    throw new RefusedRow(
                            lines.getFirst(),
                            "Notes",
                            conversion.note,
                            problem == null ? "More than two rows state one conversion." : problem,
                            "Export the report again.");
                }
                CoinSwap.Traded traded = swap.traded(QuoteCoins.USUAL);
                FillDraft fill =
                        file.fill(
                                        lines.getFirst(),
                                        Clues.NONE,
                                        conversion.time,
                                        traded.pair(),
                                        traded.side(),
                                        traded.quantity(),
                                        traded.price())
                                .dataRows(lines.size())
                                .tag("Convert");
                fill.amount(traded.money());
                file.rows().add(fill);
            } catch (RefusedRow e) {
                for (int line : lines) {
                    file.tally()
                            .refuse(
                                    new Refusal(
                                            line,
                                            "Notes",
                                            conversion.note,
                                            e.refusal().reason(),
                                            e.refusal().remedy()));
                }
            }
        }

        private BigDecimal number(String text, int line) throws RefusedRow {
            try {
                BigDecimal value = file.numbers().read(text);
                if (value != null) {
                    return value;
                }
            } catch (NumberFormatException _) {
                // told below
            }
            throw new RefusedRow(
                    line, "Notes", text, "This is not a number.", "Export the report again.");
        }
    }
}
