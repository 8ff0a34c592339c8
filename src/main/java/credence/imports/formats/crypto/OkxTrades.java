package credence.imports.formats.crypto;

import credence.core.fact.PositionEffect;
import credence.core.fact.ResultBasis;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Draft;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.Multiplier;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.imports.ZoneNames;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// OKX, trading history.
///
/// - First a line `UID:…,Account Type:Main,Time Zone:UTC+3`, then `id, Order id, Time, Trade Type, Symbol, Action, Amount, Trading Unit, Filled Price,
///   [Filled Price Unit,] PnL, Fee, Fee Unit, Position Change, Position Balance, Balance Change, Balance, Balance Unit`, in some files also in
///   dollars. Every line may begin with a byte order mark.
/// - A spot fill is two rows of one order and moment: the coin's, and the quote coin's, whose amount is the first's × price. Balance Unit tells
///   which is which. Each has its own fee, in its own coin. **A fee below zero is paid.**
/// - Swaps and futures are one row a fill: `Open long`, `Close short`, Buy, Sell, liquidations. Amounts in `cont` are contracts, whose face value
///   the file does not state: their worth of a point is not known. PnL is **before fees**, which have a column of
///   their own, and kept as `stated_pnl`.
/// - Funding rows are payments on an open position, told in sum. Transfers, conversions and interest are none of ours.
/// - Id: id (of the coin's row).
public final class OkxTrades implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "OKX's trading history",
                    "Order id",
                    "Time",
                    "Trade Type",
                    "Symbol",
                    "Action",
                    "Amount",
                    "Trading Unit",
                    "Filled Price",
                    "PnL",
                    "Fee",
                    "Fee Unit",
                    "Balance Change",
                    "Balance Unit");

    private static final Pattern ZONE = Pattern.compile("Time Zone:\\s*(UTC[^,\\s]*)");

    @Override
    public String id() {
        return "okx-trades";
    }

    @Override
    public String title() {
        return "OKX, trading history (CSV)";
    }

    @Override
    public boolean fromDocumentation() {
        return true;
    }

    @Override
    public Detection detect(Document document) {
        return LAYOUT.detect(document);
    }

    /// The two rows of a spot fill belong to one order, moment, market and price.
    private record Tie(String order, Instant time, String market, BigDecimal price) {}

    private record Leg(
            int line, String id, BigDecimal amount, String feeCoin, @Nullable BigDecimal paid) {}

    /// Legs of one tie, the coin's and the quote coin's.
    private record Legs(Pair pair, Side side, List<Leg> base, List<Leg> quote) {}

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file =
                ExchangeFile.open("OKX", document, detection, options, tally).keepingRows();
        Header h = file.header();
        TimeColumn times =
                TimeColumn.known("Time", DateOrder.YEAR_FIRST, zone(document, options), tally);
        file.numbersIn(h.find("Amount"), h.find("Filled Price"), h.find("PnL"), h.find("Fee"));
        String account = BybitUid.of(document);
        Map<Tie, Legs> spot = new LinkedHashMap<>();
        Map<String, BigDecimal> funding = new TreeMap<>();
        boolean[] contracts = {false};
        file.each(
                c -> {
                    String type = c.text(h.find("Trade Type")).toLowerCase(Locale.ROOT);
                    String action = c.text(h.find("Action")).toLowerCase(Locale.ROOT);
                    if (action.contains("funding")) {
                        funding(c, h, funding);
                        tally.skip("funding of an open position, no fill (sum in the notes)", c);
                    } else if (type.equals("transfer")
                            || action.startsWith("transfer")
                            || c.text(h.find("Symbol")).isEmpty()) {
                        tally.skip(Untraded.reason(action.isEmpty() ? type : action), c);
                    } else {
                        Instant when =
                                times.read(c.text(h.find("Time")).replace("\uFEFF", ""), c.line());
                        if (type.equals("spot") || type.equals("margin")) {
                            leg(file, c, h, when, spot);
                        } else {
                            contract(file, c, h, when, action, account);
                            contracts[0] = true;
                        }
                    }
                });
        spot.forEach((tie, legs) -> pairUp(file, tie, legs, account));
        funding.forEach(
                (coin, received) ->
                        tally.note(
                                (received.signum() > 0
                                                ? "Received as funding: "
                                                : "Paid as funding: ")
                                        + received.abs().stripTrailingZeros().toPlainString()
                                        + " "
                                        + coin
                                        + ". It belongs to positions, not to fills, and is not part"
                                        + " of the trades' results."));
        if (contracts[0]) {
            tally.states("OKX", "PnL", ResultBasis.BEFORE_COSTS);
        }
        file.finish();
        times.noteRepeatedHours(tally);
    }

    private static ZoneId zone(Document document, ImportOptions options) throws UnreadableFile {
        String head =
                document.beginning().substring(0, Math.min(400, document.beginning().length()));
        Matcher m = ZONE.matcher(head);
        Optional<ZoneId> stated = m.find() ? ZoneNames.of(m.group(1)) : Optional.empty();
        return stated.isPresent()
                ? stated.get()
                : FileZone.zone(
                        "",
                        document.name(),
                        options,
                        "OKX tells times in the zone that was chosen for the export");
    }

    private static void funding(Cells c, Header h, Map<String, BigDecimal> sums) throws RefusedRow {
        BigDecimal pnl = c.numberOrNull(h.find("PnL"));
        BigDecimal change =
                pnl == null || pnl.signum() == 0 ? c.numberOrNull(h.find("Balance Change")) : pnl;
        sums.merge(
                ExchangeFile.coin(c.text(h.find("Balance Unit"))),
                change == null ? BigDecimal.ZERO : change,
                BigDecimal::add);
    }

    private static void leg(ExchangeFile file, Cells c, Header h, Instant when, Map<Tie, Legs> spot)
            throws RefusedRow {
        Pair pair = file.pair(h.find("Symbol"), QuoteCoins.USUAL);
        Side side = file.side(h.find("Action"));
        BigDecimal amount = file.magnitude(h.find("Amount"));
        BigDecimal price = c.positive(h.find("Filled Price"));
        String unit = ExchangeFile.coin(c.text(h.find("Balance Unit")));
        boolean base = unit.equals(pair.base());
        if (!base && !unit.equals(pair.quote())) {
            throw c.refuse(
                    h.find("Balance Unit"),
                    "This coin is no part of " + c.text(h.find("Symbol")) + ".",
                    "Export the history again.");
        }
        Tie tie =
                new Tie(
                        c.text(h.find("Order id")),
                        when,
                        pair.symbol() + (base ? side : opposite(side)),
                        price.stripTrailingZeros());
        Legs legs =
                spot.computeIfAbsent(
                        tie,
                        _ ->
                                new Legs(
                                        pair,
                                        base ? side : opposite(side),
                                        new ArrayList<>(),
                                        new ArrayList<>()));
        BigDecimal fee = c.numberOrNull(h.find("Fee"));
        (base ? legs.base : legs.quote)
                .add(
                        new Leg(
                                c.line(),
                                c.text(0).replace("\uFEFF", ""),
                                amount,
                                ExchangeFile.coin(c.text(h.find("Fee Unit"))),
                                fee == null ? null : fee.negate()));
    }

    private static Side opposite(Side side) {
        return side == Side.BUY ? Side.SELL : Side.BUY;
    }

    /// Each of the coin's rows takes the quote coin's row whose amount is its own × price; equal ones may take one another's.
    private static void pairUp(ExchangeFile file, Tie tie, Legs legs, String account) {
        List<Leg> left = new ArrayList<>(legs.quote);
        for (Leg base : legs.base) {
            BigDecimal money = base.amount.multiply(tie.price);
            Leg match = null;
            for (Leg quote : left) {
                BigDecimal slack = BigDecimal.ONE.movePointLeft(Math.max(0, quote.amount.scale()));
                if (quote.amount.subtract(money).abs().compareTo(slack) <= 0) {
                    match = quote;
                    break;
                }
            }
            if (match == null) {
                refuse(file, base);
                continue;
            }
            left.remove(match);
            try {
                FillDraft fill =
                        file.fill(
                                        base.line,
                                        Clues.NONE.account(account),
                                        tie.time,
                                        legs.pair,
                                        legs.side,
                                        base.amount,
                                        tie.price)
                                .dataRows(2)
                                .id(base.id)
                                .extra("order_id", tie.order);
                Draft.numeric(base.id).ifPresent(fill::sequence);
                Map<String, BigDecimal> paid = new HashMap<>();
                add(paid, base);
                add(paid, match);
                file.fees().put(fill, legs.pair, tie.price, paid);
                file.rows().add(fill);
            } catch (RefusedRow e) {
                file.tally().refuse(e.refusal());
                refuse(file, match);
            }
        }
        left.forEach(quote -> refuse(file, quote));
    }

    private static void add(Map<String, BigDecimal> paid, Leg leg) {
        if (leg.paid != null && !leg.feeCoin.isEmpty()) {
            paid.merge(leg.feeCoin, leg.paid, BigDecimal::add);
        }
    }

    private static void refuse(ExchangeFile file, Leg leg) {
        file.tally()
                .refuse(
                        new Refusal(
                                leg.line,
                                "Order id",
                                leg.id,
                                "The other row of this fill is missing: a spot fill has one for"
                                        + " each coin.",
                                "Export the history of a longer time, without a filter."));
    }

    private static void contract(
            ExchangeFile file, Cells c, Header h, Instant when, String action, String account)
            throws RefusedRow {
        String market = c.text(h.find("Symbol"));
        Contract contract = Contract.of(market, QuoteCoins.USUAL);
        if (contract == null) {
            throw file.unknownPair(h.find("Symbol"));
        }
        boolean isLong = action.contains("long");
        boolean opens = action.startsWith("open");
        boolean closes = action.startsWith("close") || action.contains("liquidat");
        if ((opens || closes) && !isLong && !action.contains("short")) {
            throw c.refuse(
                    h.find("Action"),
                    "It does not say which side this opened or closed.",
                    "Export the history again, in English.");
        }
        Side side =
                opens || closes
                        ? (isLong == opens ? Side.BUY : Side.SELL)
                        : file.side(h.find("Action"));
        boolean coins =
                ExchangeFile.coin(c.text(h.find("Trading Unit"))).equals(contract.pair().base());
        String id = c.text(0).replace("\uFEFF", "");
        FillDraft fill =
                new FillDraft(
                                c.line(),
                                file.owner(Clues.NONE.account(account).symbol(market).time(when)),
                                when,
                                file.owners().symbol(contract.pair().symbol(), c.line(), "Symbol"),
                                side,
                                new Quantity(file.magnitude(h.find("Amount"))),
                                new Price(c.positive(h.find("Filled Price"))))
                        .currency(file.owners().currency(contract.settlement()))
                        .source(file.owners().source(SourceClass.LIVE))
                        .multiplier(coins ? contract.multiplier() : Multiplier.UNKNOWN)
                        .effect(
                                opens
                                        ? PositionEffect.OPEN
                                        : closes ? PositionEffect.CLOSE : PositionEffect.UNKNOWN)
                        .id(id)
                        .extra("market", market)
                        .stated(c.text(h.find("PnL")), ResultBasis.BEFORE_COSTS)
                        .extra("order_id", c.text(h.find("Order id")));
        BigDecimal fee = c.numberOrNull(h.find("Fee"));
        String coin = ExchangeFile.coin(c.text(h.find("Fee Unit")));
        if (fee != null && (coin.isEmpty() || coin.equals(contract.settlement()))) {
            fill.commission(fee.negate());
        } else if (fee != null) {
            fill.extra("fee", fee.negate().toPlainString()).extra("fee_currency", coin);
        }
        file.rows().add(fill);
    }
}
