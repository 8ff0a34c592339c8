package credence.imports.formats.crypto;

import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.Detection;
import credence.imports.Document;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Kraken, ledgers.csv: one row a movement of a coin.
///
/// - `txid, refid, time, type, subtype, aclass, asset, amount, fee, balance`; since 2025 `wallet` after asset, since 2026 `subclass` before it.
///   UTC, with fractions of a second in newer files.
/// - The rows of a trade share a refid, which is the txid of trades.csv: `trade` rows, or a `spend` and a `receive` of an instant purchase.
///   Each row has its own fee, in its own coin. An empty txid is a movement that was pending and stands again.
/// - Where every trade's refid is its own txid there are no ties; then rows that stand next to each other, of one moment, of two coins and
///   of opposite sign are one trade, and the import says so.
/// - Margin positions show results (`margin`, `margin trade`), charges for being kept open (`rollover`) and settlements only: they cannot be put
///   together from here and are told in sum, see [MarginLedger].
/// - One imports trades or ledgers, not both: costs in the base coin stand only here, the exact price only there.
public final class KrakenLedgers implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "Kraken's ledgers",
                    "txid",
                    "refid",
                    "time",
                    "type",
                    "asset",
                    "amount",
                    "fee",
                    "balance");

    private static final Set<String> TRADES = Set.of("trade", "spend", "receive");

    @Override
    public String id() {
        return "kraken-ledgers";
    }

    @Override
    public String title() {
        return "Kraken, ledgers (CSV)";
    }

    @Override
    public String book() {
        return "Kraken";
    }

    @Override
    public Detection detect(Document document) {
        return LAYOUT.detect(document);
    }

    private record Movement(
            int line,
            String own,
            String tie,
            Instant time,
            String coin,
            BigDecimal change,
            BigDecimal fee) {}

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file =
                ExchangeFile.open("Kraken", document, detection, options, tally).keepingRows();
        Header h = file.header();
        TimeColumn times = FileZone.utc(file, h.find("time"));
        file.numbersIn(h.find("amount"), h.find("fee"), h.find("balance"));
        RunningBalances balances = new RunningBalances();
        MarginLedger margin = new MarginLedger();
        List<Movement> movements = new ArrayList<>();
        Map<String, Integer> broken = new LinkedHashMap<>();
        file.each(
                c -> {
                    if (c.text(h.find("txid")).isEmpty()) {
                        tally.skip("pending movement, which stands again when it is settled", c);
                        return;
                    }
                    String type = c.text(h.find("type")).toLowerCase(Locale.ROOT);
                    boolean trade = TRADES.contains(type);
                    try {
                        Movement m = movement(c, h, times);
                        String wallet = c.text(h.find("wallet"));
                        BigDecimal balance = c.numberOrNull(h.find("balance"));
                        if (balance != null) {
                            balances.add(
                                    wallet.isEmpty() ? m.coin : m.coin + " (" + wallet + ")",
                                    m.time,
                                    m.change.subtract(m.fee),
                                    balance);
                        }
                        if (trade) {
                            movements.add(m);
                        } else {
                            tally.skip(
                                    margin.take(type, m.tie, m.coin, m.change, m.fee)
                                            .orElseGet(() -> Untraded.reason(type)),
                                    c);
                        }
                    } catch (RefusedRow e) {
                        broken.putIfAbsent(c.text(h.find("refid")), c.line());
                        throw e;
                    }
                });
        for (List<Movement> trade : trades(movements, tally)) {
            trade(file, trade, broken);
        }
        balances.report(tally);
        margin.note(tally);
        file.finish();
    }

    private static Movement movement(Cells c, Header h, TimeColumn times) throws RefusedRow {
        Instant time = times.read(c.text(h.find("time")), c.line());
        if (c.text(h.find("asset")).isEmpty()) {
            throw c.refuse(h.find("asset"), "The row names no coin.", "Export the file again.");
        }
        BigDecimal fee = c.numberOrNull(h.find("fee"));
        return new Movement(
                c.line(),
                c.text(h.find("txid")),
                c.text(h.find("refid")),
                time,
                KrakenAssets.name(c.text(h.find("asset"))),
                c.number(h.find("amount")),
                fee == null ? BigDecimal.ZERO : fee);
    }

    private static List<List<Movement>> trades(List<Movement> movements, Tally tally) {
        if (!movements.isEmpty() && movements.stream().allMatch(m -> m.tie.equals(m.own))) {
            return neighbours(movements, tally);
        }
        Map<String, List<Movement>> byTie = new LinkedHashMap<>();
        for (Movement m : movements) {
            byTie.computeIfAbsent(m.tie, _ -> new ArrayList<>()).add(m);
        }
        return List.copyOf(byTie.values());
    }

    private static List<List<Movement>> neighbours(List<Movement> movements, Tally tally) {
        List<List<Movement>> trades = new ArrayList<>();
        for (int i = 0; i < movements.size(); i++) {
            Movement one = movements.get(i);
            boolean last = i + 1 == movements.size();
            Movement next = last ? one : movements.get(i + 1);
            boolean match =
                    !last
                            && one.time.equals(next.time)
                            && !one.coin.equals(next.coin)
                            && one.change.signum() * next.change.signum() < 0;
            trades.add(match ? List.of(one, next) : List.of(one));
            i += match ? 1 : 0;
        }
        tally.note(
                "No row's refid ties it to another. Rows next to each other, of one moment, of two"
                        + " coins and of opposite sign were read as one trade.");
        return trades;
    }

    private static void trade(
            ExchangeFile file, List<Movement> movements, Map<String, Integer> broken) {
        CoinSwap swap = new CoinSwap();
        Movement first = movements.getFirst();
        for (Movement m : movements) {
            swap.move(m.coin, m.change);
            swap.fee(m.coin, m.fee);
        }
        Integer unread = broken.get(first.tie);
        String problem =
                unread == null
                        ? swap.problem()
                        : "Line " + unread + ", of the same trade, cannot be read.";
        try {
            if (problem != null) {
                throw new RefusedRow(
                        first.line,
                        "refid",
                        first.tie,
                        problem,
                        "Export the ledger for all assets and a longer time, or import trades.csv"
                                + " instead.");
            }
            CoinSwap.Traded traded = swap.traded(KrakenAssets.QUOTES);
            FillDraft fill =
                    file.fill(
                                    first.line,
                                    Clues.NONE,
                                    first.time,
                                    traded.pair(),
                                    traded.side(),
                                    traded.quantity(),
                                    traded.price())
                            .dataRows(movements.size())
                            .id(first.tie.equals(first.own) ? "" : first.tie);
            fill.amount(traded.money());
            file.fees().put(fill, traded.pair(), traded.price(), swap.fees());
            file.rows().add(fill);
        } catch (RefusedRow e) {
            for (Movement m : movements) {
                file.tally()
                        .refuse(
                                new Refusal(
                                        m.line,
                                        "refid",
                                        m.tie,
                                        e.refusal().reason(),
                                        e.refusal().remedy()));
            }
        }
    }
}
