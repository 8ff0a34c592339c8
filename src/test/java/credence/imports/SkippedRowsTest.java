package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.imports.formats.StandardFormats;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ParsedFile;
import credence.service.port.ParsedFile.ParsedRow;
import credence.service.port.Progress;
import credence.service.port.RowTrail.SkippedRow;
import credence.service.port.SourceLines;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rows that are none of ours can be found again: each stands on a line of its own, which is no line of a row that came in or was refused.
class SkippedRowsTest {

    private static final Choices CHOICES = Choices.NONE.zone("UTC").date("2026-03-02");

    private static ParsedFile read(Path file) {
        return StandardFormats.reader().read(file, CHOICES.options(), Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crypto/binance_statement.csv",
                "crypto/bitstamp.csv",
                "crypto/coinbase.csv",
                "crypto/cointracking.csv",
                "crypto/cryptocom.csv",
                "crypto/kraken_ledgers.csv",
                "crypto/revolut_crypto.csv",
                "futures/ninjatrader_grid.csv",
                "futures/tradovate_orders.csv",
                "ibkr/activity_trades_multi_account.csv",
                "ibkr/activity_trades_single_account_2022.csv",
                "ibkr/flex_trades_minimal.csv",
                "ibkr/transaction_history.csv",
                "stocks/degiro.csv",
                "stocks/etoro.csv",
                "stocks/saxo.csv",
                "stocks/schwab.csv",
                "stocks/thinkorswim_account_statement_vertical.csv",
                "stocks/trading212.csv",
                "stocks/xtb.csv"
            })
    void everySkippedRowHasItsLine(String name) {
        ParsedFile file = read(SharedFiles.data("journals/" + name));

        List<SkippedRow> skipped = file.trail().skipped();
        assertEquals(file.skipped().stream().mapToLong(s -> s.count()).sum(), skipped.size(), name);
        Set<Long> lines = new HashSet<>();
        skipped.forEach(
                s -> assertTrue(lines.add((long) s.line()), () -> "line " + s.line() + " twice"));
        for (ParsedRow row : file.rows()) {
            assertTrue(!lines.contains((long) row.line()), () -> "line " + row.line() + " came in");
        }
        for (Refusal refusal : file.refused()) {
            assertTrue(!lines.contains(refusal.line()), () -> "refused " + refusal.line());
        }
    }

    @Test
    void theLineShowsTheRowAsItStands() {
        Path path = SharedFiles.data("journals/ibkr/activity_trades_single_account.csv");
        ParsedFile file = read(path);

        try (SourceLines lines = StandardFormats.reader().lines(path, CHOICES.options())) {
            List<String> said =
                    file.trail().skipped().stream()
                            .map(s -> lines.line(s.line()).orElseThrow())
                            .toList();
            assertEquals(
                    List.of("ClosedLot", "Order", "SubTotal"),
                    said.stream()
                            .map(s -> s.split(",", -1))
                            .map(cells -> cells[1].equals("Data") ? cells[2] : cells[1])
                            .sorted()
                            .toList());
        }
    }

    @Test
    void aRowOfAPageIsShownInItsOwnWords() {
        ParsedFile file = read(SharedFiles.data("journals/metatrader/mt5_strategy_tester_K1.html"));

        assertTrue(
                file.trail().skipped().stream().noneMatch(s -> s.text().isBlank()),
                () -> file.trail().skipped().toString());
    }
}
