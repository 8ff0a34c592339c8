package credence.imports.formats.crypto;

import credence.core.fact.PositionEffect;
import credence.core.fact.ResultBasis;
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
import credence.imports.JournalFormat;
import credence.imports.Multiplier;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Bybit, transaction log of the unified account: one row a movement of a coin, with what moved it.
///
/// - Data export (`AssetChangeDetails_uta_…`): a line `UID: …`, then `Uid, Currency, Contract, Type, Direction, Quantity, Position, Filled Price,
///   Funding, Fee Paid, Cash Flow, Change, Wallet Balance, Action, Time(UTC)`; no id. The page's own export: without that line and Uid, with `OrderId,
///   TradeId, Time` or `OrderId, TradedTime` behind Action. Newest first; `--` stands for nothing.
/// - The classic derivatives account's: `Time, Currency, Contract, Type, …, Wallet Balance, Fee Rate, Trade ID, Order ID`, without Action; Direction
///   `Open Long`, `Close Short` and so on; types in lower case, `funding` for settlement.
/// - Change = Cash Flow + Fee Paid + Funding, negative is paid; in the classic log Cash Flow − Fee Paid − Funding, positive is paid. Each row tells
///   which. Wallet Balance is the coin's after it.
/// - A fill of a contract is one row in the coin it settles in, Action `OPEN` or `CLOSE`; Cash Flow is its result before costs. A fill on the spot market
///   is two rows, one for either coin, Action `--`: see [SpotLegs].
/// - Types `TRADE`, `LIQUIDATION`, `ADL` and `DELIVERY` are fills; `SETTLEMENT` is funding of an open position; the others are none of ours.
/// - Position is what is left after the fill, short with a minus: a close that leaves a position of its own direction has turned it round, and says
///   so no more than that.
public final class BybitTransactionLog implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "Bybit's transaction log",
                    "Currency",
                    "Contract",
                    "Type",
                    "Direction",
                    "Quantity",
                    "Filled Price",
                    "Fee Paid",
                    "Cash Flow",
                    "Change",
                    "Wallet Balance",
                    "action|fee rate",
                    "time|tradedtime|time(utc*");

    private static final Set<String> FILLS = Set.of("trade", "liquidation", "adl", "delivery");

    @Override
    public String id() {
        return "bybit-transaction-log";
    }

    @Override
    public String title() {
        return "Bybit, transaction log of the unified account (CSV)";
    }

    @Override
    public boolean fromDocumentation() {
        return true;
    }

    @Override
    public Detection detect(Document document) {
        return LAYOUT.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file =
                ExchangeFile.open("Bybit", document, detection, options, tally).keepingRows();
        Header h = file.header();
        int time = Math.max(h.findAny("Time", "TradedTime"), h.findFrom("Time(UTC"));
        TimeColumn times =
                FileZone.said(
                        file,
                        time,
                        document.name(),
                        "Bybit tells this log in the zone that was chosen for the export");
        file.numbersIn(
                h.find("Quantity"), h.find("Filled Price"), h.find("Fee Paid"), h.find("Change"));
        Reading reading = new Reading(file, h, BybitUid.of(document));
        file.each(c -> reading.row(c, times.read(FileZone.unfolded(c.text(time)), c.line())));
        reading.finish();
        times.noteRepeatedHours(tally);
    }

    /// A fill until all rows are read, so that they are handed on in the order of the file.
    record Made(int line, FillDraft fill) {}

    /// What has been read of one file.
    private static final class Reading {

        private final ExchangeFile file;
        private final Header h;
        private final String account;
        private final SpotLegs legs;
        private final RunningBalances balances = new RunningBalances();
        private final Map<String, BigDecimal> funding = new TreeMap<>();
        private final List<Made> made = new ArrayList<>();

        Reading(ExchangeFile file, Header h, String account) {
            this.file = file;
            this.h = h;
            this.account = account;
            this.legs = new SpotLegs(file);
        }

        void row(Cells c, Instant when) throws RefusedRow {
            String type = said(c, "Type").toLowerCase(Locale.ROOT);
            String coin = ExchangeFile.coin(said(c, "Currency"));
            boolean fill = FILLS.contains(type);
            boolean spot = fill && h.has("Action") && said(c, "Action").isEmpty();
            try {
                balance(c, coin, when);
                if (spot) {
                    legs.add(leg(c, coin, when));
                } else if (fill) {
                    made.add(new Made(c.line(), contract(c, coin, when, type)));
                }
            } catch (RefusedRow e) {
                if (spot) {
                    legs.broken(moment(c, when), c.line());
                }
                throw e;
            }
            if (fill) {
                return;
            }
            if (type.equals("settlement") || type.equals("funding")) {
                BigDecimal paid = paid(c, "Funding");
                funding.merge(coin, paid == null ? BigDecimal.ZERO : paid, BigDecimal::add);
                file.tally().skip("funding of an open position, no fill (sum in the notes)", c);
            } else {
                file.tally().skip(Untraded.reason(type), c);
            }
        }

        private void balance(Cells c, String coin, Instant when) throws RefusedRow {
            BigDecimal change = number(c, "Change");
            BigDecimal balance = number(c, "Wallet Balance");
            if (change != null && balance != null) {
                balances.add(coin, when, change, balance);
            }
        }

        private SpotLegs.Moment moment(Cells c, Instant when) {
            String uid = said(c, "Uid");
            return new SpotLegs.Moment(
                    uid.isEmpty() ? account : uid,
                    when,
                    said(c, "Contract").toUpperCase(Locale.ROOT),
                    said(c, "Direction").toUpperCase(Locale.ROOT),
                    trade(c).isEmpty() ? said(c, "Filled Price") : "id " + trade(c));
        }

        private SpotLegs.Leg leg(Cells c, String coin, Instant when) throws RefusedRow {
            file.side(h.find("Direction"));
            BigDecimal moved = number(c, "Quantity");
            return new SpotLegs.Leg(
                    c.line(),
                    moment(c, when),
                    coin,
                    moved == null ? c.number(h.find("Cash Flow")) : moved,
                    paid(c, "Fee Paid"),
                    c.positive(h.find("Filled Price")),
                    trade(c),
                    order(c));
        }

        private FillDraft contract(Cells c, String coin, Instant when, String type)
                throws RefusedRow {
            int market = h.find("Contract");
            if (said(c, "Contract").isEmpty() || coin.isEmpty()) {
                throw c.refuse(
                        market,
                        "The row of a fill names no contract, or not the coin it is settled in.",
                        "Export the file again.");
            }
            Contract contract = Contract.of(c.text(market), QuoteCoins.USUAL);
            Side side = side(c);
            SpotLegs.Moment moment = moment(c, when);
            FillDraft fill =
                    new FillDraft(
                                    c.line(),
                                    file.owner(
                                            Clues.NONE
                                                    .account(moment.user())
                                                    .symbol(c.text(market))
                                                    .time(when)),
                                    when,
                                    file.owners().symbol(c.text(market), c.line(), "Contract"),
                                    side,
                                    new Quantity(file.magnitude(h.find("Quantity"))),
                                    new Price(c.positive(h.find("Filled Price"))))
                            .currency(file.owners().currency(coin))
                            .source(file.owners().source(SourceClass.LIVE))
                            .multiplier(
                                    contract != null && contract.inverse()
                                            ? contract.multiplier()
                                            : Multiplier.ONE)
                            .effect(effect(c, side))
                            .id(trade(c))
                            .extra("order_id", order(c));
            fill.commission(paid(c, "Fee Paid"));
            if (!type.equals("trade")) {
                fill.extra("filled_type", type);
            }
            if (said(c, "Action").equalsIgnoreCase("close")) {
                fill.stated(said(c, "Cash Flow"), ResultBasis.BEFORE_COSTS);
            }
            return fill;
        }

        private PositionEffect effect(Cells c, Side side) throws RefusedRow {
            BigDecimal left = number(c, "Position");
            return switch (action(c)) {
                case "open" -> PositionEffect.OPEN;
                case "close" ->
                        left != null && left.signum() == (side == Side.BUY ? 1 : -1)
                                ? PositionEffect.UNKNOWN
                                : PositionEffect.CLOSE;
                default -> PositionEffect.UNKNOWN;
            };
        }

        /// `open`, `close` or nothing.
        private String action(Cells c) {
            String said = said(c, h.has("Action") ? "Action" : "Direction");
            return said.toLowerCase(Locale.ROOT).replaceFirst(" .*", "");
        }

        private Side side(Cells c) throws RefusedRow {
            return switch (said(c, "Direction").toLowerCase(Locale.ROOT)) {
                case "open long", "close short" -> Side.BUY;
                case "open short", "close long" -> Side.SELL;
                default -> file.side(h.find("Direction"));
            };
        }

        private String trade(Cells c) {
            return said(c, h.has("TradeId") ? "TradeId" : "Trade ID");
        }

        private String order(Cells c) {
            return said(c, h.has("OrderId") ? "OrderId" : "Order ID");
        }

        /// A cost, positive is paid: the row's own change tells which sign it has. Null when it is not stated.
        private @Nullable BigDecimal paid(Cells c, String column) throws RefusedRow {
            BigDecimal stated = number(c, column);
            if (stated == null) {
                return null;
            }
            BigDecimal costs = zeroed(c, "Fee Paid").add(zeroed(c, "Funding"));
            BigDecimal change = zeroed(c, "Change").subtract(zeroed(c, "Cash Flow"));
            boolean told = costs.signum() != 0 && change.abs().compareTo(costs.abs()) == 0;
            boolean positive = told ? change.signum() != costs.signum() : !h.has("Action");
            return positive ? stated : stated.negate();
        }

        private BigDecimal zeroed(Cells c, String column) throws RefusedRow {
            BigDecimal value = number(c, column);
            return value == null ? BigDecimal.ZERO : value;
        }

        private String said(Cells c, String column) {
            String text = c.text(h.find(column));
            return text.equals("--") ? "" : text;
        }

        private @Nullable BigDecimal number(Cells c, String column) throws RefusedRow {
            return said(c, column).isEmpty() ? null : c.numberOrNull(h.find(column));
        }

        void finish() {
            made.addAll(legs.fills());
            made.sort(Comparator.comparingInt(Made::line));
            made.forEach(m -> file.rows().add(m.fill()));
            funding.forEach((coin, paid) -> file.tally().note(Funding.note(coin, paid)));
            balances.report(file.tally());
            file.finish();
        }
    }
}
