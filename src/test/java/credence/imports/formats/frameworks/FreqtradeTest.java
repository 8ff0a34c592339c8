package credence.imports.formats.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.ExitReason;
import credence.core.fact.TradeRecord;
import credence.core.value.Direction;
import credence.core.value.SourceClass;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SharedFiles;
import credence.imports.formats.StandardFormats;
import credence.service.port.FileReport.Reconciled;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class FreqtradeTest {

    private static final String SAMPLE = "journals/freqtrade/backtest-result.json";

    @TempDir private Path folder;

    @Test
    void theSharedBacktestHasItsOwnFigures() {
        ParsedFile file = shared(SAMPLE);

        assertEquals("freqtrade-backtest", file.format());
        assertEquals(179, file.read());
        assertEquals(179, file.rows().size());
        Map<String, Reconciled> totals =
                file.reconciliation().stream()
                        .collect(Collectors.toMap(Reconciled::what, Function.identity()));
        assertEquals(7, totals.size(), totals.keySet().toString());
        verdict(totals, "trades", "179", "EQUAL");
        verdict(totals, "wins after fees", "48", "EQUAL");
        verdict(totals, "losses after fees", "9", "EQUAL");
        verdict(totals, "draws after fees", "122", "EQUAL");
        verdict(totals, "sum of the results it states (BTC)", "0.0010419029856968845", "ROUNDING");
        verdict(totals, "profit factor of the results it states", "2.4223288739520954", "ROUNDING");
        verdict(
                totals,
                "largest drawdown of the results it states (BTC)",
                "0.0002000000000000001",
                "EQUAL");
    }

    @Test
    void ofAFileThatContradictsItselfTheResultAfterFeesCounts() {
        ParsedFile file = shared(SAMPLE);

        assertEquals(
                List.of(
                        "StrategyTestV3: profit_abs of 179 trades is before fees, though freqtrade"
                                + " means it to be after them (profit_ratio is). What counts is the"
                                + " result after fees: 0.0001443 BTC instead of 0.0010419 BTC."),
                file.notes());
        TradeRecord first = trade(file, 0);
        assertEquals("StrategyTestV3", first.bot().name());
        assertEquals("TRXBTC", first.symbol().name());
        assertEquals(Instant.parse("2018-01-10T07:15:00Z"), first.entryTime());
        assertEquals(SourceClass.BACKTEST, first.source());
        assertEquals("BTC", first.currency().code());
        TradeRecord.Exit exit = first.exit().orElseThrow();
        // by hand: 10.37344398340249 × (0.00010074887218045112 − 0.0000964) = 0.0000451128;
        // fees 0.0025 × (0.001 + 0.0010451128) = 0.0000051128; net 0.0000400000
        assertEquals(new BigDecimal("0.00004000"), exit.netPnl().orElseThrow());
        assertEquals(ExitReason.TP, exit.reason());
        assertEquals("0.000045112781954887056", first.extras().get("stated_pnl"));
        assertEquals(new BigDecimal("8.676e-05"), first.stop().orElseThrow().value());
    }

    @Test
    void trxOfTheFirstThreeDaysIsWhatUpstreamAsserts() {
        BigDecimal sum =
                shared(SAMPLE).rows().stream()
                        .map(r -> (TradeRecord) r.row())
                        .filter(t -> t.symbol().name().equals("TRXBTC"))
                        .filter(
                                t ->
                                        t.exit()
                                                .orElseThrow()
                                                .time()
                                                .isBefore(Instant.parse("2018-01-12T23:59:59Z")))
                        .map(t -> new BigDecimal(t.extras().get("stated_pnl")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(9.0225563e-05, sum.doubleValue(), 1e-12);
    }

    @Test
    void theSameResultInAZipHasTheSameKeys() throws IOException {
        byte[] json = Files.readAllBytes(SharedFiles.data(SAMPLE));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name :
                    List.of(
                            "backtest-result-2025-02-03_10-11-12.json",
                            "backtest-result-2025-02-03_10-11-12_config.json",
                            "StrategyTestV3.py")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(
                        name.endsWith("12.json")
                                ? json
                                : name.endsWith(".py")
                                        ? "class StrategyTestV3(IStrategy):\n"
                                                .getBytes(StandardCharsets.UTF_8)
                                        : "{\"stake_currency\": \"BTC\"}"
                                                .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        Path archive = Files.write(folder.resolve("backtest-result.zip"), out.toByteArray());
        ParsedFile zipped =
                StandardFormats.reader().read(archive, Choices.NONE.options(), Progress.NONE);

        assertNull(zipped.error());
        assertEquals(
                shared(SAMPLE).rows().stream().map(r -> r.row().key()).toList(),
                zipped.rows().stream().map(r -> r.row().key()).toList());
        assertTrue(
                zipped.notes()
                        .contains(
                                "Left unread in the archive, being no journals:"
                                        + " backtest-result-2025-02-03_10-11-12_config.json,"
                                        + " StrategyTestV3.py."));
    }

    @Test
    void theNoteBesideAResultIsNoFailure() {
        ParsedFile file = shared("journals/freqtrade/backtest-result.meta.json");

        assertNull(file.error());
        assertEquals(1, file.read());
        assertEquals(1, file.skipped().size());
        assertEquals(List.of(), file.rows());
        assertEquals(
                "freqtrade-index",
                read("last.json", "{\"latest_backtest\": \"backtest-result-1.zip\"}").format());
    }

    @Test
    void severalStrategiesAreSeveralBots() {
        ParsedFile file =
                read(
                        "two.json",
                        """
                        {"metadata": {}, "strategy": {
                          "Trend": {"stake_currency": "USDT", "timeframe": "1h", "trades": [
                            {"pair": "ETH/USDT", "amount": 2, "open_rate": 100, "close_rate": 110,
                             "fee_open": 0.001, "fee_close": 0.001, "is_short": false, "is_open": false,
                             "open_date": "2024-01-05 10:00:00+00:00", "close_date": "2024-01-05 12:00:00+00:00",
                             "profit_abs": 19.58, "profit_ratio": 0.0978022, "sell_reason": "trailing_stop_loss",
                             "buy_tag": "breakout"}], "total_trades": 1, "sharpe": NaN},
                          "Fade": {"trades": [
                            {"pair": "BTC/USDT:USDT", "amount": 0.5, "open_rate": 40000, "close_rate": 39000,
                             "fee_open": 0.0005, "fee_close": 0.0005, "is_short": true, "leverage": 3.0,
                             "open_timestamp": 1704448800000, "close_timestamp": 1704456000000.0,
                             "profit_abs": 478.25, "profit_ratio": 0.0717734, "funding_fees": -2.0,
                             "exit_reason": "my own exit", "enter_tag": null}],
                             "stake_currency": "USDT", "total_trades": 2}
                        }, "strategy_comparison": []}
                        """);

        assertNull(file.error());
        TradeRecord trend = trade(file, 0);
        assertEquals("Trend", trend.bot().name());
        assertEquals("breakout", trend.call().pattern().orElseThrow());
        assertEquals("1h", trend.call().timeframe().orElseThrow());
        assertEquals(ExitReason.SL, trend.exit().orElseThrow().reason());
        assertEquals(new BigDecimal("19.58"), trend.exit().orElseThrow().netPnl().orElseThrow());
        assertEquals(
                0,
                new BigDecimal("0.42").compareTo(trend.exit().orElseThrow().costs().orElseThrow()));
        TradeRecord fade = trade(file, 1);
        assertEquals("Fade", fade.bot().name());
        assertEquals(Direction.SHORT, fade.direction());
        assertEquals("BTCUSDT", fade.symbol().name());
        assertEquals(Instant.parse("2024-01-05T10:00:00Z"), fade.entryTime());
        assertEquals(ExitReason.SIGNAL, fade.exit().orElseThrow().reason());
        // 500 gross − 10 − 9.75 fees − 2 funding paid
        assertEquals(
                0,
                new BigDecimal("21.75").compareTo(fade.exit().orElseThrow().costs().orElseThrow()));
        assertEquals(new BigDecimal("478.25"), fade.exit().orElseThrow().netPnl().orElseThrow());
        assertEquals(
                List.of("EQUAL", "DIFFERENT"),
                file.reconciliation().stream().map(Reconciled::verdict).toList());
        assertEquals(List.of(), file.notes());
    }

    @Test
    void aPositionBuiltInPartsTakesItsSizeAndPricesFromTheOrders() {
        ParsedFile file =
                read(
                        "dca.json",
                        """
                        {"strategy": {"Dca": {"stake_currency": "USDT", "trades": [
                          {"pair": "ETH/USDT", "amount": 1, "open_rate": 95, "close_rate": 120, "max_stake_amount": 190,
                           "fee_open": 0, "fee_close": 0, "is_short": false, "is_open": false,
                           "open_timestamp": 1704448800000, "close_timestamp": 1704456000000,
                           "profit_abs": 40, "profit_ratio": 0.21, "exit_reason": "roi", "orders": [
                             {"amount": 1, "safe_price": 100, "ft_is_entry": true, "order_filled_timestamp": 1704448800000},
                             {"amount": 1, "safe_price": 90, "ft_is_entry": true, "order_filled_timestamp": 1704450000000},
                             {"amount": 1, "safe_price": 110, "ft_is_entry": false, "order_filled_timestamp": 1704452000000},
                             {"amount": 1, "safe_price": 120, "ft_is_entry": false, "order_filled_timestamp": 1704456000000}
                           ]}]}}}
                        """);

        TradeRecord t = trade(file, 0);
        assertEquals(0, new BigDecimal("2").compareTo(t.quantity().value()));
        assertEquals(0, new BigDecimal("95").compareTo(t.entryPrice().value()));
        assertEquals(0, new BigDecimal("115").compareTo(t.exit().orElseThrow().price().value()));
        assertEquals(List.of(), file.notes());
    }

    @Test
    void badTradesAreRefusedByNumberAndTheOthersComeIn() {
        ParsedFile file =
                read(
                        "bad.json",
                        """
                        {"strategy": {"S": {"trades": [
                          {"pair": "ETH/USDT", "amount": -1, "open_rate": 95, "open_date": "2024-01-05 10:00:00"},
                          {"pair": "ETH/USDT", "amount": 1, "open_rate": 95, "close_rate": 96,
                           "open_date": "2024-13-05 10:00:00", "close_date": "2024-01-05 11:00:00"},
                          {"pair": "ETH/USDT", "amount": 1, "open_rate": 95, "close_rate": 96,
                           "open_date": "2024-01-05 10:00:00", "close_date": "2024-01-05 11:00:00"}
                        ]}}}
                        """);

        assertEquals(3, file.read());
        assertEquals(1, file.rows().size());
        assertEquals(
                "Trade 1 of S (ETH/USDT, opened 2024-01-05 10:00:00): The number must be above"
                        + " zero.",
                file.refused().get(0).reason());
        assertEquals("amount", file.refused().get(0).column());
        assertTrue(file.refused().get(1).reason().startsWith("Trade 2 of S"));
        assertEquals(
                List.of(
                        "S: 1 trades state no result; it was worked out from price, amount and fees"
                                + " where the fees are stated."),
                file.notes());
    }

    @Test
    void damagedAndHostileJsonIsRefused() {
        assertReason(
                "The JSON is damaged or cut off",
                "{\"strategy\": {\"S\": {\"trades\": [{\"pair\": ");
        assertReason("This is a JSON file, and none of the known formats.", "[".repeat(100_000));
        assertReason(
                "The JSON is beyond what a journal needs",
                "{\"strategy\": {\"S\": {\"trades\": [{\"pair\": "
                        + "[".repeat(200)
                        + "]".repeat(200)
                        + "}]}}}");
        assertReason(
                "The trades of S are lists without names",
                "{\"strategy\": {\"S\": {\"trades\": [[\"TRX/BTC\", 0.03, 1515568500]]}}}");
        ParsedFile huge =
                read(
                        "huge.json",
                        "{\"strategy\": {\"S\": {\"trades\": [{\"pair\": \"A/B\", \"amount\":"
                                + " 1e999999999, \"open_rate\": 1, \"open_timestamp\":"
                                + " 1704448800000}]}}}");
        assertEquals(1, huge.refused().size());
    }

    @Test
    void aRunningBotsTradesAreReadOpenOnesToo() {
        String trades =
                """
                {"trades": [
                  {"trade_id": 7, "pair": "ETH/USDT", "base_currency": "ETH", "quote_currency": "USDT", "is_open": false,
                   "exchange": "binance", "amount": 2.0, "strategy": "Trend", "enter_tag": "dip", "timeframe": 5,
                   "fee_open": 0.001, "fee_close": 0.001, "open_date": "2024-01-05 10:00:00", "open_timestamp": 1704448800000,
                   "open_rate": 100.0, "close_date": "2024-01-05 12:00:00", "close_timestamp": 1704456000000,
                   "close_rate": 110.0, "close_profit_abs": 19.58, "profit_abs": 19.58, "profit_ratio": 0.0978,
                   "exit_reason": "force_exit", "is_short": false, "leverage": 1.0, "orders": []},
                  {"trade_id": 8, "pair": "SOL/USDT", "quote_currency": "USDT", "is_open": true, "amount": 3,
                   "strategy": "Trend", "open_timestamp": 1704460000000, "open_rate": 90, "close_date": null,
                   "close_rate": null, "profit_abs": null, "orders": []},
                  {"trade_id": 9, "pair": "SOL/USDT", "is_open": true, "amount": 0.0, "open_timestamp": 1704461000000,
                   "open_rate": 90, "strategy": "Trend"}
                ], "trades_count": 3, "offset": 0, "total_trades": 3}
                """;
        ParsedFile file = read("trades.json", trades);
        assertEquals("freqtrade-trades", file.format());
        assertEquals(2, file.rows().size());
        assertEquals(1, file.skipped().size());
        TradeRecord closed = trade(file, 0);
        assertEquals("Trend", closed.bot().name());
        assertEquals("5m", closed.call().timeframe().orElseThrow());
        assertEquals(ExitReason.MANUAL, closed.exit().orElseThrow().reason());
        assertEquals(SourceClass.LIVE, closed.source());
        assertTrue(trade(file, 1).exit().isEmpty());

        ParsedFile list =
                read(
                        "list.json",
                        trades.substring(trades.indexOf('['), trades.lastIndexOf(']') + 1));
        assertEquals(
                file.rows().stream().map(r -> r.row().key()).toList(),
                list.rows().stream().map(r -> r.row().key()).toList());
    }

    private void assertReason(String beginning, String text) {
        ParsedFile file = read("f.json", text);
        assertNotNull(file.error());
        assertTrue(file.error().reason().startsWith(beginning), file.error().reason());
    }

    private static void verdict(
            Map<String, Reconciled> totals, String what, String stated, String verdict) {
        Reconciled r = totals.get("StrategyTestV3: " + what);
        assertNotNull(r, what + " in " + totals.keySet());
        assertEquals(0, new BigDecimal(stated).compareTo(r.stated()), what);
        assertEquals(verdict, r.verdict(), () -> what + ": " + r);
    }

    private static TradeRecord trade(ParsedFile file, int index) {
        return (TradeRecord) file.rows().get(index).row();
    }

    private static ParsedFile shared(String path) {
        return StandardFormats.reader()
                .read(SharedFiles.data(path), Choices.NONE.options(), Progress.NONE);
    }

    private ParsedFile read(String name, String text) {
        return new Journal(folder).read(name, text, Choices.NONE);
    }
}
