package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.imports.Choices;
import credence.imports.formats.StandardFormats;
import credence.service.port.Progress;
import credence.testkit.MemoryStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Prices of a source are rounded, its money is not.
class GrossBySourceTest {

    @TempDir Path folder;

    @Test
    void whatTheSourceEarnedAndPaidAddsUpToTheGross() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("trades.csv"),
                        """
                        bot,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price,costs,net_pnl
                        a,EURUSD,LONG,10000,2026-01-05T10:00:00Z,1.1000,2026-01-05T11:00:00Z,1.1010,1.50,8.58
                        a,EURUSD,LONG,10000,2026-01-06T10:00:00Z,1.1000,2026-01-06T11:00:00Z,1.1010,1.50,
                        a,EURUSD,LONG,10000,2026-01-07T10:00:00Z,1.1000,2026-01-07T11:00:00Z,1.1010,,8.58
                        """);
        try (Workspace workspace =
                Workspace.open(
                        new MemoryStore(),
                        StandardFormats.reader(),
                        InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")))) {
            ImportPlan plan =
                    workspace.imports().plan(List.of(file), Choices.NONE.options(), Progress.NONE);
            workspace.imports().commit(plan, Progress.NONE);
            assertEquals(
                    List.of(new BigDecimal("10.08"), new BigDecimal("10"), new BigDecimal("10")),
                    workspace.beliefs().trades(TradeQuery.ALL).stream()
                            .map(TradeView::grossPnl)
                            .toList());
        }
    }
}
