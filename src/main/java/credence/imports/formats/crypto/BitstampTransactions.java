package credence.imports.formats.crypto;

import credence.core.value.CurrencyCode;
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
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Bitstamp, transactions.
///
/// - Until 2023: `Type, Datetime, Account, Amount, Value, Rate, Fee, Sub Type`, the coin glued to the number (`1.00000000 ETH`), times like
///   `Jan. 28, 2022, 12:31 AM` to the minute. No id.
/// - Since: `ID, Account, Type, Subtype, Datetime, Amount, Amount currency, Value, Value currency, Rate, Rate currency, Fee, Fee currency, Order ID`,
///   ISO times with `Z`.
/// - UTC. Type `Market` is a trade, of sub type Buy or Sell; the rest are deposits, withdrawals, rewards and moves between accounts. The
///   value is rounded to cents, the rate is the price. `Account` is one of the trader's own accounts.
public final class BitstampTransactions implements JournalFormat {

    private static final List<HeaderFingerprint> LAYOUTS =
            List.of(
                    HeaderFingerprint.of(
                            "Bitstamp's transactions",
                            "Type",
                            "Datetime",
                            "Account",
                            "Amount",
                            "Value",
                            "Rate",
                            "Fee",
                            "Sub Type"),
                    HeaderFingerprint.of(
                            "Bitstamp's transactions",
                            "Type",
                            "Subtype",
                            "Datetime",
                            "Amount",
                            "Amount currency",
                            "Value",
                            "Value currency",
                            "Rate",
                            "Rate currency",
                            "Fee",
                            "Fee currency"));

    @Override
    public String id() {
        return "bitstamp-transactions";
    }

    @Override
    public String title() {
        return "Bitstamp, transactions (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        return ExchangeFile.surest(document, LAYOUTS);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file = ExchangeFile.open("Bitstamp", document, detection, options, tally);
        Header h = file.header();
        int time = h.find("Datetime");
        int amount = h.find("Amount");
        int value = h.find("Value");
        int rate = h.find("Rate");
        int fee = h.find("Fee");
        TimeColumn times = FileZone.utc(file, time);
        if (h.has("Amount currency")) {
            file.numbersIn(amount, value, rate, fee);
        }
        Turnover turnover = new Turnover("Value");
        file.each(
                c -> {
                    if (!c.text(h.find("Type")).toLowerCase(Locale.ROOT).equals("market")) {
                        tally.skip(Untraded.reason(c.text(h.find("Type"))), c);
                        return;
                    }
                    Instant when = times.read(c.text(time), c.line());
                    Side side = file.side(h.findAny("Sub Type", "Subtype"));
                    Amount traded = required(file, c, amount);
                    Amount at = required(file, c, rate);
                    if (traded.value().signum() <= 0 || at.value().signum() <= 0) {
                        throw c.refuse(
                                traded.value().signum() <= 0 ? amount : rate,
                                "The number must be above zero.",
                                "Export the file again.");
                    }
                    Pair pair = new Pair(unit(c, traded, amount), unit(c, at, rate));
                    Amount money = amount(file, c, value);
                    if (money != null && !unit(c, money, value).equals(pair.quote())) {
                        throw c.refuse(
                                value,
                                "Value and Rate are in two currencies.",
                                "Export the file again.");
                    }
                    FillDraft fill =
                            file.fill(
                                            c.line(),
                                            Clues.NONE.account(account(c, h)),
                                            when,
                                            pair,
                                            side,
                                            traded.value(),
                                            at.value())
                                    .id(c.text(h.find("ID")))
                                    .extra("order_id", c.text(h.find("Order ID")));
                    if (money != null) {
                        turnover.add(
                                c.line(), pair.quote(), money.value(), at.value(), traded.value());
                    }
                    Amount paid = amount(file, c, fee);
                    file.fees()
                            .put(
                                    fill,
                                    pair,
                                    at.value(),
                                    paid == null
                                            ? Map.of()
                                            : Map.of(
                                                    paid.unit().isEmpty() && noCurrency(c, h, fee)
                                                            ? pair.quote()
                                                            : unit(c, paid, fee),
                                                    paid.value()));
                    file.rows().add(fill);
                });
        turnover.report(tally);
        file.finish();
    }

    /// Everyone's first account is called so; it is no name to tell accounts apart by.
    private static String account(Cells c, Header h) {
        String name = c.text(h.find("Account"));
        return name.equals("Main Account") ? "" : name;
    }

    private static boolean noCurrency(Cells c, Header h, int fee) {
        return h.find("Fee currency") < 0 || fee < 0 || c.text(h.find("Fee currency")).isEmpty();
    }

    private static Amount required(ExchangeFile file, Cells c, int column) throws RefusedRow {
        Amount amount = amount(file, c, column);
        if (amount == null) {
            throw c.refuse(column, "The amount is missing.", "Export the file again.");
        }
        return amount;
    }

    private static @Nullable Amount amount(ExchangeFile file, Cells c, int column)
            throws RefusedRow {
        if (c.text(column).isEmpty()) {
            return null;
        }
        try {
            NumberStyle style = file.numbers();
            Header h = file.header();
            int currency = h.find(h.name(column) + " currency");
            String unit = currency < 0 ? "" : c.text(currency);
            BigDecimal plain = unit.isEmpty() ? null : style.read(c.text(column));
            return plain == null
                    ? GluedCoins.spaced(c.text(column), style)
                    : new Amount(plain, Optional.of(new CurrencyCode(unit)));
        } catch (NumberFormatException _) {
            throw c.refuse(column, "This is not an amount.", "Export the file again.");
        }
    }

    private static String unit(Cells c, Amount amount, int column) throws RefusedRow {
        if (amount.unit().isEmpty()) {
            throw c.refuse(column, "The amount names no coin.", "Export the file again.");
        }
        return amount.unit().get().code();
    }
}
