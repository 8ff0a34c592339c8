package credence.imports.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.RowKey;
import credence.core.fact.TradeRecord;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.imports.Choices;
import credence.imports.SharedFiles;
import credence.service.port.FileReport.Reconciled;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// 61 real TradingView exports against the figures that others counted from them (`bots_manifest.csv`).
class SixtyOneBotsTest {

    private static final ImportOptions OPTIONS =
            Choices.NONE.symbol("ETHUSDT").zone("+08:00").options();

    private final JournalReader reader = StandardFormats.reader();

    record Expected(
            String bot,
            int pairs,
            int closed,
            int open,
            BigDecimal sumNetPnl,
            BigDecimal closedNetPnl,
            int breakEven,
            int wins,
            BigDecimal lastCumulative,
            String sha256) {

        static Expected of(String line) {
            String[] f = line.split(",", -1);
            return new Expected(
                    f[0],
                    Integer.parseInt(f[1]),
                    Integer.parseInt(f[2]),
                    Integer.parseInt(f[3]),
                    new BigDecimal(f[5]),
                    new BigDecimal(f[6]),
                    Integer.parseInt(f[7]),
                    Integer.parseInt(f[8]),
                    new BigDecimal(f[9]),
                    f[15]);
        }
    }

    static Stream<Expected> manifest() throws IOException {
        Path file = SharedFiles.data("journals/tradingview/bots_manifest.csv");
        return Files.readAllLines(file).stream().skip(1).map(Expected::of);
    }

    private ParsedFile read(Expected bot) {
        return reader.read(
                SharedFiles.data("journals/tradingview/bots/" + bot.bot() + ".csv"),
                OPTIONS,
                Progress.NONE);
    }

    private static List<TradeRecord> trades(ParsedFile file) {
        return file.rows().stream().map(r -> (TradeRecord) r.row()).toList();
    }

    private static BigDecimal net(TradeRecord trade) {
        return trade.exit().orElseThrow().netPnl().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("manifest")
    void aBotHasTheTradesOfItsManifestLine(Expected expected) {
        ParsedFile file = read(expected);

        assertNull(file.error());
        assertEquals("tradingview-trades", file.format());
        assertEquals(expected.sha256(), file.sha256().substring(0, 16));
        assertEquals(2L * expected.pairs(), file.read());
        assertEquals(List.of(), file.refused());
        assertEquals(List.of(), file.skipped());
        List<TradeRecord> trades = trades(file);
        List<TradeRecord> closed = trades.stream().filter(t -> !t.isOpen()).toList();
        assertEquals(expected.closed(), closed.size());
        assertEquals(expected.open(), trades.size() - closed.size());
        assertEquals(expected.wins(), closed.stream().filter(t -> net(t).signum() > 0).count());
        assertEquals(
                expected.breakEven(), closed.stream().filter(t -> net(t).signum() == 0).count());
        BigDecimal sum =
                closed.stream().map(SixtyOneBotsTest::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, expected.closedNetPnl().compareTo(sum), () -> "net P&L " + sum);
        BigDecimal marked =
                trades.stream()
                        .filter(TradeRecord::isOpen)
                        .map(t -> t.mark().orElseThrow().netPnl().orElseThrow())
                        .reduce(sum, BigDecimal::add);
        assertEquals(
                0, expected.sumNetPnl().compareTo(marked), () -> "with the open trade " + marked);
    }

    @ParameterizedTest
    @MethodSource("manifest")
    void theFilesOwnTotalDiffersByRoundingOnly(Expected expected) {
        List<Reconciled> totals = read(expected).reconciliation();

        assertEquals(1, totals.size());
        assertEquals(0, expected.lastCumulative().compareTo(totals.getFirst().stated()));
        assertEquals(0, expected.sumNetPnl().compareTo(totals.getFirst().computed()));
        assertTrue(totals.getFirst().difference().abs().compareTo(new BigDecimal("0.80")) <= 0);
        assertTrue(
                List.of("EQUAL", "ROUNDING").contains(totals.getFirst().verdict()),
                totals.getFirst()::verdict);
    }

    @Test
    void allTogetherHaveTheTradesWinsAndResultThatOthersCounted() throws IOException {
        int closed = 0;
        int open = 0;
        int wins = 0;
        int breakEven = 0;
        BigDecimal net = BigDecimal.ZERO;
        Set<RowKey> keys = new HashSet<>();
        for (Expected expected : manifest().toList()) {
            for (TradeRecord t : trades(read(expected))) {
                keys.add(t.key());
                if (t.isOpen()) {
                    open++;
                } else {
                    closed++;
                    wins += net(t).signum() > 0 ? 1 : 0;
                    breakEven += net(t).signum() == 0 ? 1 : 0;
                    net = net.add(net(t));
                }
            }
        }
        assertEquals(38_329, closed);
        assertEquals(23, open);
        assertEquals(16_786, wins);
        assertEquals(367, breakEven);
        assertEquals(new BigDecimal("51255.31"), net);
        assertEquals(
                38_352,
                keys.size(),
                "every trade has a key of its own, byte-identical files included");
    }

    @Test
    void everyTradeStatesWhatTheFileStates() throws IOException {
        for (Expected expected : manifest().toList()) {
            for (TradeRecord t : trades(read(expected))) {
                assertEquals(expected.bot(), t.bot().name());
                assertEquals("ETHUSDT", t.symbol().name());
                assertEquals(CurrencyCode.USD, t.currency());
                assertEquals(SourceClass.BACKTEST, t.source());
                assertEquals(BigDecimal.ONE, t.multiplier());
                if (!t.isOpen()) {
                    assertTrue(
                            t.exit().orElseThrow().costs().isEmpty(),
                            "no cost column is not zero cost");
                    assertTrue(t.exit().orElseThrow().mae().orElseThrow().signum() >= 0);
                    assertTrue(t.exit().orElseThrow().mfe().orElseThrow().signum() >= 0);
                }
            }
        }
    }

    @Test
    void readingManyFilesAtOnceGivesTheSameAsOneByOne() throws IOException {
        List<Expected> bots = manifest().toList();
        List<ParsedFile> oneByOne = bots.stream().map(this::read).toList();
        assertEquals(oneByOne, bots.parallelStream().map(this::read).toList());
    }
}
