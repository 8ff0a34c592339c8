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

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Crypto.com App, transactions of the crypto wallet (and of the fiat wallet, which has the same columns).
///
/// - `Timestamp (UTC), Transaction Description, Currency, Amount, To Currency, To Amount, Native Currency, Native Amount, Native Amount (in USD),
///   Transaction Kind[, Transaction Hash]`. UTC, newest first.
/// - In one row: `crypto_exchange`, `viban_purchase`, `crypto_viban_exchange` and orders, from Currency to To Currency. `crypto_purchase` has no
///   To Currency: a coin bought by card, paid in the native currency.
/// - A limit order sets aside what it needs (`….purchase_lock`), frees it when it is cancelled (`…_unlock`), and is a trade when it is filled
///   (`…_commit`, which names both coins).
/// - In two rows of one moment: `…_debited` and `…_credited`. Several coins debited for one credited are dust or a bulk exchange: what was
///   paid for which cannot be told, and none is a trade of a bot.
/// - The fiat wallet states the same purchases once more: one imports one of the two. Spread is inside, fees are not stated. No id.
public final class CryptoComApp implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "Crypto.com's transactions",
                    "Timestamp (UTC)",
                    "Transaction Description",
                    "Currency",
                    "Amount",
                    "To Currency",
                    "To Amount",
                    "Native Currency",
                    "Native Amount",
                    "Transaction Kind");

    private static final Set<String> IN_ONE_ROW =
            Set.of(
                    "crypto_exchange",
                    "viban_purchase",
                    "van_purchase",
                    "crypto_viban_exchange",
                    "recurring_buy_order",
                    "trading.limit_order.crypto_wallet.exchange",
                    "trading.limit_order.fiat_wallet.purchase",
                    "trading.limit_order.fiat_wallet.purchase_commit",
                    "trading.limit_order.cash_account.purchase_commit",
                    "trading.limit_order.cash_account.sell_commit",
                    "trading.limit_order.fiat_wallet.sell_commit",
                    "crypto_to_van_sell_order");

    private static final Set<String> BY_CARD =
            Set.of("crypto_purchase", "trading.crypto_purchase.google_pay");

    @Override
    public String id() {
        return "cryptocom-app";
    }

    @Override
    public String title() {
        return "Crypto.com App, transactions (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        return LAYOUT.detect(document);
    }

    private record Moment(Instant time, String stem) {}

    private record Movement(int line, String coin, BigDecimal change, String raw) {}

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file =
                ExchangeFile.open("Crypto.com", document, detection, options, tally).keepingRows();
        Header h = file.header();
        int time = h.find("Timestamp (UTC)");
        int amount = h.find("Amount");
        int toAmount = h.find("To Amount");
        TimeColumn times = FileZone.utc(file, time);
        file.numbersIn(amount, toAmount);
        Map<Moment, List<Movement>> halves = new LinkedHashMap<>();
        Map<Moment, Integer> broken = new HashMap<>();
        file.each(
                c -> {
                    String kind = c.text(h.find("Transaction Kind")).toLowerCase(Locale.ROOT);
                    boolean half = kind.endsWith("_debited") || kind.endsWith("_credited");
                    if (half) {
                        Moment moment =
                                new Moment(
                                        times.read(c.text(time), c.line()),
                                        kind.substring(0, kind.lastIndexOf('_')));
                        try {
                            halves.computeIfAbsent(moment, _ -> new ArrayList<>())
                                    .add(
                                            new Movement(
                                                    c.line(),
                                                    coin(c, h.find("Currency")),
                                                    c.number(amount),
                                                    c.raw(amount)));
                        } catch (RefusedRow e) {
                            broken.putIfAbsent(moment, c.line());
                            throw e;
                        }
                    } else if (IN_ONE_ROW.contains(kind)) {
                        whole(file, c, h, times.read(c.text(time), c.line()));
                    } else if (BY_CARD.contains(kind)) {
                        byCard(file, c, h, times.read(c.text(time), c.line()));
                    } else if (kind.endsWith("_lock") || kind.endsWith("_unlock")) {
                        tally.skip("money or coins set aside for an order, or freed again", c);
                    } else {
                        tally.skip(Untraded.reason(kind), c);
                    }
                });
        for (Map.Entry<Moment, List<Movement>> e : halves.entrySet()) {
            if (!e.getValue().isEmpty()) {
                joined(file, e.getKey(), e.getValue(), broken.get(e.getKey()));
            }
        }
        file.finish();
    }

    private static void whole(ExchangeFile file, Cells c, Header h, Instant time)
            throws RefusedRow {
        CoinSwap swap = new CoinSwap();
        // The fiat wallet states what was spent without a sign.
        swap.move(coin(c, h.find("Currency")), c.number(h.find("Amount")).abs().negate());
        swap.move(coin(c, h.find("To Currency")), c.number(h.find("To Amount")).abs());
        String problem = swap.problem();
        if (problem != null) {
            throw c.refuse(h.find("To Amount"), problem, "Export the transactions again.");
        }
        file.rows().add(fill(file, c.line(), time, swap, 1));
    }

    private static void byCard(ExchangeFile file, Cells c, Header h, Instant time)
            throws RefusedRow {
        CoinSwap swap = new CoinSwap();
        int nativeAmount = h.find("Native Amount");
        BigDecimal paid;
        try {
            paid = file.numbers().read(c.text(nativeAmount));
        } catch (NumberFormatException _) {
            paid = null;
        }
        if (paid == null || paid.signum() == 0) {
            throw c.refuse(
                    nativeAmount, "What was paid is missing.", "Export the transactions again.");
        }
        swap.move(coin(c, h.find("Currency")), c.positive(h.find("Amount")));
        swap.move(coin(c, h.find("Native Currency")), paid.abs().negate());
        String problem = swap.problem();
        if (problem != null) {
            throw c.refuse(nativeAmount, problem, "Export the transactions again.");
        }
        file.rows().add(fill(file, c.line(), time, swap, 1));
    }

    private static void joined(
            ExchangeFile file, Moment moment, List<Movement> movements, @Nullable Integer broken) {
        CoinSwap swap = new CoinSwap();
        for (Movement m : movements) {
            swap.move(m.coin, m.change);
        }
        Movement first = movements.getFirst();
        boolean bulk = movements.stream().map(Movement::coin).distinct().count() > 2;
        if (bulk && broken == null) {
            movements.forEach(
                    movement ->
                            file.tally().skip("small balances exchanged in bulk", movement.line));
            return;
        }
        try {
            String problem =
                    broken == null
                            ? swap.problem()
                            : "Line " + broken + ", of the same exchange, cannot be read.";
            if (problem != null) {
                throw new RefusedRow(
                        first.line,
                        "Amount",
                        first.raw,
                        problem,
                        "Export the transactions for a longer time.");
            }
            file.rows().add(fill(file, first.line, moment.time, swap, movements.size()));
        } catch (RefusedRow e) {
            for (Movement m : movements) {
                file.tally()
                        .refuse(
                                new Refusal(
                                        m.line,
                                        "Amount",
                                        m.raw,
                                        e.refusal().reason(),
                                        e.refusal().remedy()));
            }
        }
    }

    private static FillDraft fill(
            ExchangeFile file, int line, Instant time, CoinSwap swap, int dataRows)
            throws RefusedRow {
        CoinSwap.Traded traded = swap.traded(QuoteCoins.USUAL);
        FillDraft fill =
                file.fill(
                                line,
                                Clues.NONE,
                                time,
                                traded.pair(),
                                traded.side(),
                                traded.quantity(),
                                traded.price())
                        .dataRows(dataRows);
        fill.amount(traded.money());
        return fill;
    }

    private static String coin(Cells c, int column) throws RefusedRow {
        String coin = ExchangeFile.coin(c.text(column));
        if (coin.isEmpty()) {
            throw c.refuse(column, "The coin is missing.", "Export the transactions again.");
        }
        return coin;
    }
}
