package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.ledger.Ledger;
import credence.core.ledger.LedgerEvent;
import credence.core.ledger.MatchingMethod;
import credence.core.ledger.Trade;
import credence.imports.formats.StandardFormats;
import credence.service.port.FileReport.Reconciled;
import credence.service.port.FileReport.Skipped;
import credence.service.port.ParsedFile;
import credence.service.port.ParsedFile.ParsedRow;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Every real export beside the repository in one table: what it is read as and what comes out of it.
///
/// Counts of rows by kind were taken from the files with a script of its own (kinds of rows in the column that names them);
/// results and sums are those that the origins state, see the README beside the files.
class SharedJournalsTest {

    private static final Choices CHOICES = Choices.NONE.zone("UTC").date("2026-03-02");

    /// A net result is the sum of those that the file states; empty where it states none.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # file | format | rows read | fills | closed | open | skipped | refused | net result
                    crypto/binance_spot_bot_trades.csv|binance-spot-trades|4|4|0|0|0|0|
                    crypto/binance_statement.csv|binance-statement|230|18|0|0|44|40|
                    crypto/bitstamp.csv|bitstamp-transactions|3|1|0|0|2|0|
                    crypto/bybit_spot_trades.csv|bybit-spot-trades|2|2|0|0|0|0|
                    crypto/coinbase.csv|coinbase-transactions|8|3|0|0|5|0|
                    crypto/cointracking.csv|cointracking-trades|6|3|0|0|3|0|
                    crypto/cryptocom.csv|cryptocom-app|65|6|0|0|58|0|
                    crypto/kraken_ledgers.csv|kraken-ledgers|10|4|0|0|2|0|
                    crypto/kraken_trades.csv|kraken-trades|4|4|0|0|0|0|
                    crypto/kucoin_orders.csv|kucoin-trades|2|2|0|0|0|0|
                    crypto/revolut_crypto.csv|revolut-crypto|13|7|0|0|6|0|
                    freqtrade/backtest-result.json|freqtrade-backtest|179|0|179|0|0|0|0.00014430
                    freqtrade/backtest-result.meta.json|freqtrade-index|1|0|0|0|1|0|
                    futures/ninjatrader_executions.csv|ninjatrader-executions|8|8|0|0|0|0|
                    futures/ninjatrader_grid.csv|ninjatrader-trades|8|0|6|0|2|0|61.10
                    futures/topstepx_trades.csv|topstepx-trades|2|0|2|0|0|0|-353.02
                    futures/tradovate_orders.csv|tradovate-orders|28|12|0|0|16|0|
                    futures/tradovate_performance.csv|tradovate-performance|2|0|2|0|0|0|
                    ibkr/activity_trades_invalid_date.csv|ibkr-activity|0|0|0|0|0|0|
                    ibkr/activity_trades_multi_account.csv|ibkr-activity|22|7|0|0|15|0|
                    ibkr/activity_trades_single_account.csv|ibkr-activity|4|1|0|0|3|0|
                    ibkr/activity_trades_single_account_2022.csv|ibkr-activity|4|1|0|0|3|0|
                    ibkr/activity_trades_wrong_quantities.csv|ibkr-activity|0|0|0|0|0|0|
                    ibkr/flex_activity_01.xml|ibkr-flex-xml|41|14|0|0|27|0|
                    ibkr/flex_activity_20_order_and_summary_rows.xml|ibkr-flex-xml|17|1|0|0|16|0|
                    ibkr/flex_trades_minimal.csv|ibkr-flex-csv|11|8|0|0|3|0|
                    ibkr/transaction_history.csv|ibkr-transactions|12|2|0|0|10|0|
                    metatrader/mt4_detailed_statement.htm|mt4-statement|585|0|123|169|1|0|90066.64
                    metatrader/mt4_strategy_tester.htm|mt4-tester|2412|0|733|0|946|0|-1071.39
                    metatrader/mt5_like_standard.csv|closed-trades|2|0|2|0|0|0|250
                    metatrader/mt5_position_history.csv|mt5-portal-positions|4|0|2|0|0|0|14.22
                    metatrader/mt5_strategy_tester_K1.html|mt5-tester|611|0|140|0|331|0|-3031.70
                    stocks/das_trades_time_only.csv|das-trades|7|7|0|0|0|0|
                    stocks/degiro.csv|degiro-account|74|13|0|0|61|0|
                    stocks/etoro.csv|etoro-activity|28|6|0|0|22|0|
                    stocks/saxo.csv|saxo-transactions|30|12|0|0|18|0|
                    stocks/schwab.csv|schwab-transactions|120|43|0|0|77|0|
                    stocks/thinkorswim_account_statement_vertical.csv|thinkorswim-statement|7|4|0|0|3|0|
                    stocks/trading212.csv|trading212|13|4|0|0|9|0|
                    stocks/xtb.csv|xtb-cash|46|17|0|0|29|0|
                    templates/tradenote_template.csv|tradenote-template|15|15|0|0|0|0|
                    tradingview/RSI-DMI-MACD-ADX-CMF_Momentum_Strategy_NSE_ANANDRATHI_2025-09-20.csv|tradingview-trades|86|0|43|0|0|0|1392.14
                    """)
    void everyExportIsReadInFull(
            String name,
            String format,
            long read,
            long fills,
            long closed,
            long open,
            long skipped,
            long refused,
            BigDecimal net) {
        ParsedFile file = file(name);

        assertEquals(format, file.format(), () -> "" + file.error());
        boolean malformed = name.contains("invalid_date") || name.contains("wrong_quantities");
        if (malformed) {
            assertNotNull(file.error(), "this file is malformed on purpose");
            assertTrue(file.error().line() > 0, "the line is named");
        } else {
            assertNull(file.error(), () -> "" + file.error());
        }
        List<SourceRow> rows = rows(file);
        assertEquals(read, file.read());
        assertEquals(fills, rows.stream().filter(Fill.class::isInstance).count());
        assertEquals(closed, trades(rows).stream().filter(t -> !t.isOpen()).count());
        assertEquals(open, trades(rows).stream().filter(TradeRecord::isOpen).count());
        assertEquals(skipped, file.skipped().stream().mapToLong(Skipped::count).sum());
        assertEquals(refused, file.refused().size());
        if (net != null) {
            BigDecimal sum =
                    trades(rows).stream()
                            .flatMap(t -> t.exit().stream())
                            .flatMap(e -> e.netPnl().stream())
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, net.compareTo(sum), () -> net + " but was " + sum);
        }
    }

    @Test
    void noExportIsForgotten() throws IOException {
        Path root = SharedFiles.data("journals");
        try (Stream<Path> all = Files.walk(root)) {
            assertEquals(
                    42,
                    all.filter(Files::isRegularFile)
                            .filter(p -> !p.toString().contains("bots"))
                            .count(),
                    "files in the table; the 61 bots have a test of their own");
        }
    }

    /// Round trips that the origins' own tests find in the executions.
    @ParameterizedTest
    @CsvSource({
        "futures/tradovate_orders.csv,6",
        "stocks/das_trades_time_only.csv,4",
        "futures/ninjatrader_executions.csv,5"
    })
    void executionsMakeTheRoundTripsThatTheirOriginsFind(String name, int expected) {
        assertEquals(expected, roundTrips(name).size());
    }

    /// By hand, in the README beside the file: MNQ +20, +11 and +10; ES +200, then +125 after the reversal.
    @Test
    void aFillThatClosesAndReversesIsTwoTrades() {
        assertEquals(
                List.of("20", "11", "10", "200", "125"),
                roundTrips("futures/ninjatrader_executions.csv").stream()
                        .map(t -> t.grossPnl().orElseThrow().stripTrailingZeros().toPlainString())
                        .toList());
    }

    @Test
    void krakensTradesAndItsLedgersAreTheSameFills() {
        assertEquals(calls("crypto/kraken_trades.csv"), calls("crypto/kraken_ledgers.csv"));
    }

    /// Totals that the files state, to the last digit: MetaTrader's, TradingView's, thinkorswim's, Interactive Brokers'.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metatrader/mt4_detailed_statement.htm|Closed P/L|90066.64",
                "metatrader/mt5_strategy_tester_K1.html|Total net profit|-3031.70",
                "metatrader/mt5_strategy_tester_K1.html|Profit trades by MetaTrader's rule (0 is"
                        + " profit)|87",
                "stocks/thinkorswim_account_statement_vertical.csv|Cash balance, trades after"
                        + " costs|1909.52",
                "ibkr/activity_trades_single_account.csv|Realized P/L of Stocks in USD,"
                        + " sub-totals|6937.943142",
                "crypto/kraken_ledgers.csv|Last balance of EUR|8598.5",
                "freqtrade/backtest-result.json|StrategyTestV3: trades|179"
            })
    void statedTotalsAreMetExactly(String name, String what, BigDecimal stated) {
        Reconciled total =
                file(name).reconciliation().stream()
                        .filter(r -> r.what().equals(what))
                        .findFirst()
                        .orElseThrow();
        assertEquals(0, stated.compareTo(total.stated()));
        assertEquals("EQUAL", total.verdict());
    }

    private static ParsedFile file(String name) {
        return StandardFormats.reader()
                .read(SharedFiles.data("journals/" + name), CHOICES.options(), Progress.NONE);
    }

    private static List<SourceRow> rows(ParsedFile file) {
        List<SourceRow> rows = new ArrayList<>();
        for (ParsedRow row : file.rows()) {
            rows.add(row.row());
        }
        return rows;
    }

    private static List<TradeRecord> trades(List<SourceRow> rows) {
        return rows.stream()
                .filter(TradeRecord.class::isInstance)
                .map(TradeRecord.class::cast)
                .toList();
    }

    private static List<Fill> fills(String name) {
        return rows(file(name)).stream()
                .map(Fill.class::cast)
                .sorted(Comparator.comparing(Fill::order))
                .toList();
    }

    private static List<Trade> roundTrips(String name) {
        Ledger ledger = new Ledger(MatchingMethod.FIFO);
        List<Trade> trades = new ArrayList<>();
        for (Fill fill : fills(name)) {
            for (LedgerEvent event : ledger.apply(fill)) {
                if (event instanceof LedgerEvent.TradeCompleted completed) {
                    trades.add(completed.trade());
                }
            }
        }
        return trades;
    }

    private static TreeMap<String, Integer> calls(String name) {
        TreeMap<String, Integer> calls = new TreeMap<>();
        for (Fill f : fills(name)) {
            calls.merge(
                    f.time()
                            + " "
                            + f.symbol()
                            + " "
                            + f.side()
                            + " "
                            + f.quantity().value().stripTrailingZeros().toPlainString()
                            + " "
                            + f.price().value().stripTrailingZeros().toPlainString(),
                    1,
                    Integer::sum);
        }
        return calls;
    }
}
