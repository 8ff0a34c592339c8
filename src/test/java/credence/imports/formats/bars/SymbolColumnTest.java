package credence.imports.formats.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Bar;
import credence.core.value.Symbol;
import credence.imports.Journal;
import credence.imports.formats.StandardFormats;
import credence.service.port.FileReport.Refusal;
import credence.service.port.JournalReader.BarOptions;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A file of bars that names its symbols in a column.
class SymbolColumnTest {

    private static final Symbol BTC = Symbol.of("BTCUSDT");
    private static final Symbol ETH = Symbol.of("ETHUSDT");

    /// Hours of bitcoin between half-hours of ether, by hand.
    private static final String TWO =
            """
            time,symbol,open,high,low,close,volume
            2025-01-01T00:00:00Z,BTC/USDT,50000,50100,49900,50050,1
            2025-01-01T00:00:00Z,ETHUSDT,3000,3010,2990,3005,2
            2025-01-01T00:30:00Z,ETHUSDT,3005,3015,2995,3010,2
            2025-01-01T01:00:00Z,BTC/USDT,50050,50150,49950,50100,1
            2025-01-01T01:00:00Z,ETHUSDT,3010,3020,3000,3015,2
            2025-01-01T02:00:00Z,BTC/USDT,50100,50200,50000,50150,1
            """;

    @TempDir Path folder;

    private ParsedFile read(String text, String symbol) {
        return StandardFormats.reader()
                .readBars(
                        new Journal(folder).write("b.csv", text.getBytes(StandardCharsets.UTF_8)),
                        new BarOptions(
                                Optional.of(symbol).filter(s -> !s.isEmpty()).map(Symbol::of),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                false,
                                Instant.MAX),
                        Progress.NONE);
    }

    private static List<Bar> of(ParsedFile file, Symbol symbol) {
        assertNull(file.error(), () -> "" + file.error());
        return file.rows().stream()
                .map(r -> (Bar) r.row())
                .filter(b -> b.symbol().equals(symbol))
                .toList();
    }

    private static Refusal error(ParsedFile file) {
        assertNotNull(file.error());
        return file.error();
    }

    @Test
    void eachSymbolIsASeriesWithItsOwnInterval() {
        ParsedFile file = read(TWO, "");
        List<Bar> btc = of(file, BTC);
        List<Bar> eth = of(file, ETH);
        assertEquals(List.of(50050.0, 50100.0, 50150.0), btc.stream().map(Bar::close).toList());
        assertEquals(List.of(3005.0, 3010.0, 3015.0), eth.stream().map(Bar::close).toList());
        assertEquals(Duration.ofHours(1), btc.getFirst().interval());
        assertEquals(Duration.ofMinutes(30), eth.getFirst().interval());
        assertEquals(6, file.rows().size());
        assertEquals(List.of(), file.refused());
        assertTrue(
                file.notes().stream().anyMatch(n -> n.contains("BTCUSDT (3), ETHUSDT (3)")),
                () -> "" + file.notes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ticker", "tic", "Pair", "instrument", "Name"})
    void theColumnHasSeveralNames(String name) {
        ParsedFile file = read(TWO.replace("symbol", name), "");
        assertEquals(3, of(file, BTC).size());
        assertEquals(3, of(file, ETH).size());
    }

    @Test
    void anotherSymbolThanSaidRefusesTheFileAtItsLine() {
        Refusal error = error(read(TWO, "ETHUSDT"));
        assertEquals(2, error.line());
        assertEquals("symbol", error.column());
        assertEquals("BTC/USDT", error.value());
        assertTrue(error.reason().contains("--symbol says ETHUSDT"), error::reason);
        assertTrue(error.remedy().contains("Leave --symbol out"), error::remedy);
    }

    @Test
    void theSameSymbolInAnotherSpellingIsNoConflict() {
        String one = TWO.lines().filter(l -> !l.contains("ETH")).reduce("", (a, b) -> a + b + "\n");
        assertEquals(3, of(read(one, "BINANCE:BTCUSDT.P"), BTC).size());
    }

    @Test
    void withoutColumnAndOptionTheSymbolIsAskedFor() {
        Refusal error =
                error(
                        read(
                                "time,open,high,low,close\n"
                                        + "2025-01-01,1,2,1,2\n"
                                        + "2025-01-02,1,2,1,2\n",
                                ""));
        assertTrue(error.remedy().contains("--symbol"), error::remedy);
    }

    @Test
    void aRowWithoutSymbolIsRefusedUnlessSaid() {
        String gap = TWO.replace("T02:00:00Z,BTC/USDT", "T02:00:00Z,");
        ParsedFile file = read(gap, "");
        assertEquals(2, of(file, BTC).size());
        assertEquals(List.of(7L), file.refused().stream().map(Refusal::line).toList());
        assertEquals("symbol", file.refused().getFirst().column());
        String one = gap.lines().filter(l -> !l.contains("ETH")).reduce("", (a, b) -> a + b + "\n");
        assertEquals(3, of(read(one, "BTCUSDT"), BTC).size());
    }

    @Test
    void whatIsWrongWithOneSeriesNamesItsSymbol() {
        String single =
                TWO.lines().limit(5).reduce("", (a, b) -> a + b + "\n").replace("00:30", "00:00");
        Refusal error = error(read(single, ""));
        assertEquals("ETHUSDT: One bar alone does not tell its interval.", error.reason());
    }
}
