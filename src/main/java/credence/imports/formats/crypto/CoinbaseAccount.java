package credence.imports.formats.crypto;

import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Draft;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Coinbase Pro, account statement: one row a movement of a coin.
///
/// - `portfolio, type, time, amount, balance, amount/balance unit, transfer id, trade id, order id`; later `Portfolio, Type, Timestamp, …`. ISO
///   times with `Z`.
/// - A fill is two `match` rows, and a `fee` row with the same trade id and order id, which is left out where nothing was charged.
///   Trade ids are numbered by product, so an order id belongs to the tie; several fills of an order stand under one time.
/// - `conversion` is USD against USDC one to one; deposits, withdrawals and rebates have no trade id.
public final class CoinbaseAccount implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "Coinbase Pro's account statement",
                    "portfolio",
                    "type",
                    "time|timestamp",
                    "amount",
                    "balance",
                    "amount/balance unit",
                    "trade id",
                    "order id");

    @Override
    public String id() {
        return "coinbase-account";
    }

    @Override
    public String title() {
        return "Coinbase Pro, account statement (CSV)";
    }

    @Override
    public String book() {
        return "Coinbase";
    }

    @Override
    public boolean fromDocumentation() {
        return true;
    }

    @Override
    public Detection detect(Document document) {
        return LAYOUT.detect(document);
    }

    private record Tie(String portfolio, String order, String trade) {}

    private record Movement(
            int line, boolean fee, Instant time, String coin, BigDecimal change, String raw) {}

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file =
                ExchangeFile.open("Coinbase", document, detection, options, tally).keepingRows();
        Header h = file.header();
        int time = h.findAny("time", "timestamp");
        int trade = h.find("trade id");
        TimeColumn times = FileZone.utc(file, time);
        file.numbersIn(h.find("amount"), h.find("balance"));
        RunningBalances balances = new RunningBalances();
        Map<Tie, List<Movement>> fills = new LinkedHashMap<>();
        Map<Tie, Integer> broken = new HashMap<>();
        file.each(
                c -> {
                    String type = c.text(h.find("type")).toLowerCase(Locale.ROOT);
                    boolean fee = type.equals("fee");
                    Tie tie =
                            new Tie(
                                    c.text(h.find("portfolio")),
                                    c.text(h.find("order id")),
                                    c.text(trade));
                    try {
                        Movement m = movement(c, h, times.read(c.text(time), c.line()), fee);
                        BigDecimal balance = c.numberOrNull(h.find("balance"));
                        if (balance != null) {
                            balances.add(
                                    tie.portfolio.isEmpty() || tie.portfolio.equals("default")
                                            ? m.coin
                                            : m.coin + " (" + tie.portfolio + ")",
                                    m.time,
                                    m.change,
                                    balance);
                        }
                        if (!fee && !type.equals("match")) {
                            tally.skip(
                                    type.equals("conversion")
                                            ? "exchange of USD and USDC one to one"
                                            : Untraded.reason(type),
                                    c);
                        } else if (tie.trade.isEmpty()) {
                            throw c.refuse(
                                    trade,
                                    "A trade's row has no trade id.",
                                    "Export the statement again, or import the fills instead.");
                        } else {
                            fills.computeIfAbsent(tie, _ -> new ArrayList<>()).add(m);
                        }
                    } catch (RefusedRow e) {
                        broken.putIfAbsent(tie, c.line());
                        throw e;
                    }
                });
        for (Map.Entry<Tie, List<Movement>> e : fills.entrySet()) {
            fill(file, e.getKey(), e.getValue(), broken);
        }
        balances.report(tally);
        file.finish();
    }

    private static Movement movement(Cells c, Header h, Instant time, boolean fee)
            throws RefusedRow {
        int unit = h.find("amount/balance unit");
        if (c.text(unit).isEmpty()) {
            throw c.refuse(unit, "The row names no coin.", "Export the statement again.");
        }
        return new Movement(
                c.line(),
                fee,
                time,
                ExchangeFile.coin(c.text(unit)),
                c.number(h.find("amount")),
                c.raw(h.find("amount")));
    }

    private static void fill(
            ExchangeFile file, Tie tie, List<Movement> movements, Map<Tie, Integer> broken) {
        CoinSwap swap = new CoinSwap();
        for (Movement m : movements) {
            if (m.fee) {
                swap.fee(m.coin, m.change.negate());
            } else {
                swap.move(m.coin, m.change);
            }
        }
        Movement first = movements.getFirst();
        Integer unread = broken.get(tie);
        String problem =
                unread == null
                        ? swap.problem()
                        : "Line " + unread + ", of the same trade, cannot be read.";
        try {
            if (problem != null) {
                throw new RefusedRow(
                        first.line,
                        "trade id",
                        tie.trade,
                        problem,
                        "Export the statement for a longer time, or import the fills instead.");
            }
            CoinSwap.Traded traded = swap.traded(QuoteCoins.USUAL);
            if (swap.fees().isEmpty()) {
                swap.fee(traded.pair().quote(), BigDecimal.ZERO);
            }
            FillDraft fill =
                    file.fill(
                                    first.line,
                                    Clues.NONE.account(tie.portfolio),
                                    first.time,
                                    traded.pair(),
                                    traded.side(),
                                    traded.quantity(),
                                    traded.price())
                            .dataRows(movements.size())
                            .id(CoinbaseFills.id(traded.pair(), tie.trade))
                            .extra("order_id", tie.order);
            Draft.numeric(tie.trade).ifPresent(fill::sequence);
            fill.amount(traded.money());
            file.fees().put(fill, traded.pair(), traded.price(), swap.fees());
            file.rows().add(fill);
        } catch (RefusedRow e) {
            for (Movement m : movements) {
                file.tally()
                        .refuse(
                                new Refusal(
                                        m.line,
                                        "amount",
                                        m.raw,
                                        e.refusal().reason(),
                                        e.refusal().remedy()));
            }
        }
    }
}
