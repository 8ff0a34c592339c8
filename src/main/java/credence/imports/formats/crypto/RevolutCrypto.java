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
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/// Revolut, crypto account statement.
///
/// - `Symbol, Type, Quantity, Price, Value, Fees, Date`: amounts with a sign in front or a code behind (`€35,761.54`, `89,162.28 SEK`), thousands
///   grouped by commas, the currency changing from row to row. No id.
/// - Dates `May 5, 2020, 10:10:57 PM` or `13 Apr 2021, 09:54:54`, in the customer's own zone, which is not stated.
/// - `Buy` and `Sell` are trades; sends, receipts, stakes, rewards and payments are not. The price is rounded to cents, and for cheap coins
///   says little: where price × quantity is not the value, value ÷ quantity is what was paid and counts as the price.
public final class RevolutCrypto implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "Revolut's crypto statement",
                    "Symbol",
                    "Type",
                    "Quantity",
                    "Price",
                    "Value",
                    "Fees",
                    "Date");

    @Override
    public String id() {
        return "revolut-crypto";
    }

    @Override
    public String title() {
        return "Revolut, crypto statement (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        return LAYOUT.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file = ExchangeFile.open("Revolut", document, detection, options, tally);
        Header h = file.header();
        int time = h.find("Date");
        int quantity = h.find("Quantity");
        int price = h.find("Price");
        int value = h.find("Value");
        int fees = h.find("Fees");
        TimeColumn times = TimeColumn.settle(file.table(), time, options.zone().orElse(null));
        file.numbersIn(quantity, price, value, fees);
        file.each(
                c -> {
                    Side side =
                            switch (c.text(h.find("Type")).toLowerCase(Locale.ROOT)) {
                                case "buy" -> Side.BUY;
                                case "sell" -> Side.SELL;
                                default -> null;
                            };
                    if (side == null) {
                        tally.skip(Untraded.reason(c.text(h.find("Type"))), c);
                        return;
                    }
                    Instant when = times.read(c.text(time), c.line());
                    BigDecimal size = c.positive(quantity);
                    Amount stated = amount(file, c, price);
                    Amount money = amount(file, c, value);
                    Amount known = money == null ? stated : money;
                    if (known == null || known.unit().isEmpty()) {
                        throw c.refuse(
                                value,
                                "Neither price nor value name an amount and its currency.",
                                "Export the statement again.");
                    }
                    if (stated != null && money != null && !stated.unit().equals(money.unit())) {
                        throw c.refuse(
                                value,
                                "Price and value are in two currencies.",
                                "Export the statement again.");
                    }
                    Pair pair = new Pair(c.text(h.find("Symbol")), known.unit().get().code());
                    BigDecimal at = price(stated, money, size);
                    if (at == null || at.signum() <= 0) {
                        throw c.refuse(
                                price,
                                "The price must be above zero.",
                                "Export the statement again.");
                    }
                    FillDraft fill = file.fill(c.line(), Clues.NONE, when, pair, side, size, at);
                    fill.amount(money == null ? null : money.value());
                    if (stated != null && at.compareTo(stated.value()) != 0) {
                        fill.extra("stated_price", stated.value().toPlainString());
                    }
                    Amount paid = amount(file, c, fees);
                    if (paid != null) {
                        file.fees()
                                .put(
                                        fill,
                                        pair,
                                        at,
                                        Map.of(
                                                paid.unit()
                                                        .map(Object::toString)
                                                        .orElse(pair.quote()),
                                                paid.value()));
                    }
                    file.rows().add(fill);
                });
        file.finish();
        times.noteRepeatedHours(tally);
    }

    /// The stated price unless it does not make the value, to half of its own last digit.
    private static @Nullable BigDecimal price(
            @Nullable Amount stated, @Nullable Amount money, BigDecimal size) {
        if (stated == null || money == null) {
            return stated != null
                    ? stated.value()
                    : money == null ? null : Notional.price(money.value(), size);
        }
        BigDecimal cent = BigDecimal.ONE.movePointLeft(Math.max(0, money.value().scale()));
        boolean makesIt =
                stated.value().multiply(size).subtract(money.value()).abs().compareTo(cent) <= 0;
        return makesIt ? stated.value() : Notional.price(money.value(), size);
    }

    private static @Nullable Amount amount(ExchangeFile file, Cells c, int column)
            throws RefusedRow {
        if (c.text(column).isEmpty()) {
            return null;
        }
        try {
            return Amount.of(c.text(column), file.numbers());
        } catch (NumberFormatException _) {
            throw c.refuse(column, "This is not an amount.", "Export the statement again.");
        }
    }
}
