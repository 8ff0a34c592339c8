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
/// - Change = Cash Flow + Fee Paid + Funding, negative is paid. Wallet Balance is the coin's after it.
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
                    "Action",
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
            boolean spot = fill && said(c, "Action").isEmpty();
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
            if (type.equals("settlement")) {
                BigDecimal received = number(c, "Funding");
                funding.merge(
                        coin,
                        received == null ? BigDecimal.ZERO : received.negate(),
                        BigDecimal::add);
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
                    said(c, "TradeId").isEmpty()
                            ? said(c, "Filled Price")
                            : "id " + said(c, "TradeId"));
        }

        private SpotLegs.Leg leg(Cells c, String coin, Instant when) throws RefusedRow {
            file.side(h.find("Direction"));
            BigDecimal moved = number(c, "Quantity");
            BigDecimal fee = number(c, "Fee Paid");
            return new SpotLegs.Leg(
                    c.line(),
                    moment(c, when),
                    coin,
                    moved == null ? c.number(h.find("Cash Flow")) : moved,
                    fee == null ? null : fee.negate(),
                    c.positive(h.find("Filled Price")),
                    said(c, "TradeId"),
                    said(c, "OrderId"));
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
            Side side = file.side(h.find("Direction"));
            SpotLegs.Moment moment = moment(c, when);
            BigDecimal fee = number(c, "Fee Paid");
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
                            .id(said(c, "TradeId"))
                            .extra("order_id", said(c, "OrderId"));
            if (fee != null) {
                fill.commission(fee.negate());
            }
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
            return switch (said(c, "Action").toLowerCase(Locale.ROOT)) {
                case "open" -> PositionEffect.OPEN;
                case "close" ->
                        left != null && left.signum() == (side == Side.BUY ? 1 : -1)
                                ? PositionEffect.UNKNOWN
                                : PositionEffect.CLOSE;
                default -> PositionEffect.UNKNOWN;
            };
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
