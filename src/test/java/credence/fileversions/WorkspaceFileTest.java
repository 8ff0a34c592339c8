package credence.fileversions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Rate;
import credence.core.fact.TradeRecord;
import credence.service.port.BatchSummary;
import credence.service.port.Statement;
import credence.service.port.StoredFacts;
import credence.service.port.StoredRow;
import credence.store.H2Workspace;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Workspaces that earlier versions wrote open in this one, with everything in them. The expected values are written
/// out here, so that no change of the program or of the test kit can change them along.
class WorkspaceFileTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.000000001Z");

    @TempDir Path folder;

    private void copy(String version, String name) throws IOException {
        String resource = "/fileversions/" + version + "/" + name;
        try (InputStream in = WorkspaceFileTest.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no resource " + resource);
            }
            Files.copy(in, folder.resolve(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void aWorkspaceOfAnEarlierVersionOpensWithEverythingInIt(String version) throws IOException {
        copy(version, "credence.mv.db");
        copy(version, "workspace.properties");
        try (H2Workspace workspace =
                H2Workspace.open(folder, "command", "0.1.0", Clock.systemUTC())) {
            StoredFacts facts = workspace.facts().load();
            List<String> kinds =
                    new ArrayList<>(
                            List.of(
                                    "Bar",
                                    "TradeRecord",
                                    "TradeRecord",
                                    "TradeRecord",
                                    "Fill",
                                    "Fill",
                                    "Prediction"));
            if (!version.equals("1")) {
                // Since version 2 rates are kept.
                kinds.add("Rate");
                Rate rate = (Rate) facts.rows().getLast().row();
                assertEquals(LocalDate.of(2025, 1, 31), rate.date());
                assertEquals(new BigDecimal("1.0800"), rate.rate());
                assertEquals("EUR", rate.from().code());
                assertEquals("USD", rate.to().code());
            }
            assertEquals(
                    kinds,
                    facts.rows().stream().map(r -> r.row().getClass().getSimpleName()).toList());
            assertTrade(facts.rows().get(1));
            assertEquals(Set.of(1L), facts.withdrawn());
            assertEquals("a new year", facts.resets().getFirst().reason());
            assertEquals(NOON, facts.timeMarks().getFirst().time());
            assertEquals(Map.of("capital", "10000.00"), workspace.settings().all());
            assertEquals("wrong file", workspace.audit().entries().getFirst().detail());
            assertTrue(workspace.audit().intact());
            assertEquals(
                    Optional.of("state"),
                    workspace
                            .snapshots()
                            .latest(9, "c", 1)
                            .map(s -> new String(s.state(), StandardCharsets.UTF_8)));
            List<BatchSummary> batches = workspace.facts().batches();
            assertEquals(NOON, batches.get(0).withdrawnAt());
            assertEquals("second.csv", batches.get(1).files().getFirst().file());
            assertEquals(
                    new BigDecimal("10.50"),
                    batches.get(1).files().getFirst().reconciliation().getFirst().stated());
        }
    }

    private static void assertTrade(StoredRow stored) {
        TradeRecord trade = (TradeRecord) stored.row();
        assertEquals("Bot \"zero\" 1", trade.bot().name());
        assertEquals(new BigDecimal("0.500000000000000001"), trade.quantity().value());
        assertEquals(Instant.parse("2024-01-02T03:05:05.678901234Z"), trade.entryTime());
        TradeRecord.Exit exit = trade.exit().orElseThrow();
        assertEquals(Instant.parse("2024-01-02T03:06:04.678901235Z"), exit.time());
        assertEquals(Optional.of(new BigDecimal("1.10")), exit.costs());
        assertEquals(Optional.of(new BigDecimal("1E+3")), exit.netPnl());
        assertEquals(0.30000000000000004, trade.call().confidence().getAsDouble());
        assertEquals("=SUM(A1)", trade.extras().firstKey());
        assertEquals(
                List.of(new Statement(1, 1, 2, 1, false), new Statement(2, 2, 1000, 6, false)),
                stored.statements());
    }
}
