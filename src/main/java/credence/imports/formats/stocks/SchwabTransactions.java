package credence.imports.formats.stocks;

import credence.core.fact.PositionEffect;
import credence.core.value.Side;
import credence.imports.Cells;
import credence.imports.Container;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.Multiplier;
import credence.imports.Notional;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.StatedTotal;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Charles Schwab, transactions of an account as CSV, or as JSON ([SchwabJson]).
///
/// - `Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount`, quoted, newest first; a title line may stand above, the line
///   `Transactions Total` below. Days only, `MM/dd/yyyy`, or `… as of MM/dd/yyyy`: the day it counts for.
/// - Money with `$` (`-$694.48`, `"$1,259.59"`). Fees without sign are paid. Amount is signed and includes them.
/// - Actions: Buy, Sell, Sell Short, Buy/Sell to Open/Close, Reinvest Shares (a purchase); dividends, interest, fees, transfers and
///   corporate actions stand among them.
/// - Options are named `SPXW 03/20/2026 6500.00 P`; their worth of a point, and that of bonds per 100, follows from the amount.
/// - `Expired`, `Assigned` and `Exchange or Exercise` of an option have neither price nor amount, and a Quantity signed by what it does to the
///   position: `2` ends a short one, `-2` a long one. The shares of an assignment stand beside as Buy or Sell at the strike, so the option
///   ends at zero. One whose shares do not is settled in another way, by rows of which none is known, and is left out.
/// - No ids, no account, no bot.
public final class SchwabTransactions implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "Schwab's transactions",
                    "Date",
                    "Action",
                    "Symbol",
                    "Description",
                    "Quantity",
                    "Price",
                    "Fees & Comm",
                    "Amount");
    private static final Pattern OPTION =
            Pattern.compile(".+ \\d{2}/\\d{2}/\\d{4} [\\d.,]+ [CP]|[A-Z]+ +\\d{6}[CP]\\d{8}");

    /// Place of the amount, also in the line of the total; some files go on with an empty cell.
    private static final int AMOUNT = 7;

    private static final Set<String> ENDED = Set.of("expired", "assigned", "exchange or exercise");

    @Override
    public String id() {
        return "schwab-transactions";
    }

    @Override
    public String title() {
        return "Charles Schwab, transactions (CSV, JSON)";
    }

    @Override
    public String book() {
        return "Schwab";
    }

    @Override
    public Detection detect(Document document) {
        return SchwabJson.is(document)
                ? new Detection(90, "It is a list of Schwab's transactions in JSON.", null)
                : HEADER.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        Reader reader = new Reader(options, tally);
        if (document.container() == Container.JSON) {
            SchwabJson json = SchwabJson.read(document, tally);
            reader.total(json.total());
            reader.read(json.table());
            return;
        }
        reader.read(Table.read(document, Recognised.place(detection), tally, reader::leaving));
    }

    private static final class Reader {

        private final ImportOptions options;
        private final Tally tally;
        private final ShareFills fills;
        private final AmountCheck amounts;
        private @Nullable BigDecimal total;
        private BigDecimal sum = BigDecimal.ZERO;
        private boolean summed = true;
        private final Set<String> shares = new HashSet<>();

        Reader(ImportOptions options, Tally tally) {
            this.options = options;
            this.tally = tally;
            this.fills = new ShareFills("Schwab", options, tally);
            this.amounts = new AmountCheck(tally, "Amounts of all trades");
        }

        private @Nullable String leaving(Row row) {
            if (!row.cell(0).startsWith("Transactions Total")) {
                return null;
            }
            total(row.cell(Math.min(AMOUNT, row.size() - 1)));
            return "total";
        }

        void total(String stated) {
            try {
                total = NumberStyle.POINT.read(stated);
            } catch (NumberFormatException _) {
                summed = false; // nothing to hold the rows against
            }
        }

        void read(Table table) {
            Header h = table.header();
            Cells cells = new Cells(table, NumberStyle.POINT);
            TimeColumn days = Days.column("Date", DateOrder.MONTH_FIRST, options, tally);
            int amount = h.find("Amount");
            for (Row row : table.rows()) {
                noteShares(cells.at(row), h);
            }
            for (Row row : table.rows()) {
                cells.at(row);
                try {
                    BigDecimal money = cells.numberOrNull(amount);
                    sum = money == null ? sum : sum.add(money);
                    one(cells, h, days, money);
                } catch (RefusedRow e) {
                    summed = false;
                    tally.refuse(e.refusal());
                }
            }
            fills.acceptAll();
            amounts.report();
            if (total != null && summed) {
                tally.reconcile(
                        StatedTotal.compare(
                                "Transactions Total, all amounts", total, sum, BigDecimal.ZERO));
            }
        }

        private void one(Cells cells, Header h, TimeColumn days, @Nullable BigDecimal money)
                throws RefusedRow {
            String action = cells.text(h.find("Action"));
            PositionEffect effect;
            Side side;
            switch (action.toLowerCase(Locale.ROOT)) {
                case "buy", "reinvest shares" -> {
                    side = Side.BUY;
                    effect = PositionEffect.UNKNOWN;
                }
                case "buy to open" -> {
                    side = Side.BUY;
                    effect = PositionEffect.OPEN;
                }
                case "buy to close", "buy to cover", "cover short" -> {
                    side = Side.BUY;
                    effect = PositionEffect.CLOSE;
                }
                case "sell" -> { // short sales have an action of their own
                    side = Side.SELL;
                    effect = PositionEffect.CLOSE;
                }
                case "sell short", "sell to open" -> {
                    side = Side.SELL;
                    effect = PositionEffect.OPEN;
                }
                case "sell to close" -> {
                    side = Side.SELL;
                    effect = PositionEffect.CLOSE;
                }
                case "expired", "assigned", "exchange or exercise" -> {
                    if (!endsWorthless(cells, h, money)
                            || (!action.equalsIgnoreCase("Expired") && !delivered(cells, h))) {
                        leaveOut(cells, h, action);
                        return;
                    }
                    side = cells.number(h.find("Quantity")).signum() < 0 ? Side.SELL : Side.BUY;
                    effect = PositionEffect.CLOSE;
                }
                default -> {
                    leaveOut(cells, h, action);
                    return;
                }
            }
            boolean ended = ENDED.contains(action.toLowerCase(Locale.ROOT));
            String date = cells.text(h.find("Date"));
            int asOf = date.indexOf(" as of ");
            BigDecimal quantity = cells.number(h.find("Quantity")).abs();
            BigDecimal price = ended ? BigDecimal.ZERO : cells.number(h.find("Price"));
            BigDecimal stated = cells.numberOrNull(h.find("Fees & Comm"));
            BigDecimal fee = ended && stated == null ? BigDecimal.ZERO : stated; // no money moves
            String symbol = cells.text(h.find("Symbol"));
            Multiplier multiplier = multiplier(symbol, quantity, price, fee, side, money);
            FillDraft draft =
                    fills.draft(
                                    cells.line(),
                                    "",
                                    symbol,
                                    "Symbol",
                                    side,
                                    quantity,
                                    price,
                                    days.read(
                                            asOf < 0 ? date : date.substring(asOf + 7),
                                            cells.line()))
                            .effect(effect)
                            .currency(fills.owners().currency(""))
                            .multiplier(multiplier)
                            .commission(fee == null ? null : fee.abs())
                            .tag(ended || action.equals("Reinvest Shares") ? action : "")
                            .extra("action", action)
                            .extra("description", cells.text(h.find("Description")));
            fills.add(draft);
            if (money != null && !ended) {
                BigDecimal gross = quantity.multiply(price).multiply(multiplier.value());
                BigDecimal paid = fee == null ? BigDecimal.ZERO : fee.abs();
                amounts.add(
                        cells.line(),
                        "",
                        money,
                        (side == Side.BUY ? gross.negate() : gross).subtract(paid),
                        Notional.rounding(quantity, price, multiplier.value(), money));
            }
        }

        /// An option that leaves the account without a payment.
        private static boolean endsWorthless(Cells cells, Header h, @Nullable BigDecimal money)
                throws RefusedRow {
            BigDecimal price = cells.numberOrNull(h.find("Price"));
            BigDecimal quantity = cells.numberOrNull(h.find("Quantity"));
            return OPTION.matcher(cells.text(h.find("Symbol"))).matches()
                    && quantity != null
                    && quantity.signum() != 0
                    && (money == null || money.signum() == 0)
                    && (price == null || price.signum() == 0);
        }

        /// Whether the file holds the shares that an option was settled with: at its strike, as many as 100 a contract.
        private boolean delivered(Cells cells, Header h) throws RefusedRow {
            String[] option = cells.text(h.find("Symbol")).split(" ", -1);
            BigDecimal contracts = cells.number(h.find("Quantity")).abs();
            return option.length == 4
                    && shares.contains(
                            share(
                                    option[0],
                                    new BigDecimal(option[2].replace(",", "")),
                                    contracts.movePointRight(2)));
        }

        private static String share(String symbol, BigDecimal price, BigDecimal quantity) {
            return symbol
                    + " "
                    + price.stripTrailingZeros().toPlainString()
                    + " "
                    + quantity.stripTrailingZeros().toPlainString();
        }

        private void noteShares(Cells cells, Header h) {
            if (!cells.text(h.find("Action")).matches("(?i)buy|sell|sell short|buy to cover")) {
                return;
            }
            try {
                BigDecimal quantity = cells.numberOrNull(h.find("Quantity"));
                BigDecimal price = cells.numberOrNull(h.find("Price"));
                if (quantity != null && price != null) {
                    shares.add(share(cells.text(h.find("Symbol")), price, quantity.abs()));
                }
            } catch (RefusedRow _) {
                // refused when the row itself is read
            }
        }

        private void leaveOut(Cells cells, Header h, String action) {
            if (!cells.text(h.find("Quantity")).isEmpty()) {
                tally.note(
                        "Rows of action “"
                                + action
                                + "” change a position without being trades; they were"
                                + " left out.");
            }
            tally.skip(action.isEmpty() ? "row of no action" : action + " (no trade)", cells);
        }

        private static Multiplier multiplier(
                String symbol,
                BigDecimal quantity,
                BigDecimal price,
                @Nullable BigDecimal fee,
                Side side,
                @Nullable BigDecimal money) {
            BigDecimal paid = fee == null ? BigDecimal.ZERO : fee.abs();
            Optional<BigDecimal> found =
                    money == null
                            ? Optional.empty()
                            : Notional.multiplier(
                                    quantity,
                                    price,
                                    side == Side.BUY
                                            ? money.abs().subtract(paid)
                                            : money.add(paid));
            if (found.isPresent() && found.get().compareTo(BigDecimal.ONE) != 0) {
                return Multiplier.ofFile(found.get());
            }
            return OPTION.matcher(symbol).matches()
                    ? Multiplier.ofTable(BigDecimal.valueOf(100))
                    : Multiplier.ONE;
        }
    }
}
