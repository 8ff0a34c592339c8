package credence.imports.formats.ibkr;

import static credence.imports.formats.Imported.assertMoney;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.formats.StandardFormats;
import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.TradeQuery;
import credence.service.TradeView;
import credence.service.Workspace;
import credence.service.port.Progress;
import credence.testkit.MemoryStore;
import credence.testkit.SharedFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/// What a statement says was realised is found again in the trades: each row's result once, also where its opening is not in the file.
class RealizedResultsTest {

    private static final Choices NY = Choices.NONE.zone("America/New_York");
    private static final String HEADER =
            "Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T."
                    + " Price,C. Price,Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code\n";

    @TempDir Path folder;

    private final Workspace workspace =
            Workspace.open(
                    new MemoryStore(),
                    StandardFormats.reader(),
                    InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));

    private ImportResult bring(Path file) {
        ImportPlan plan = workspace.imports().plan(List.of(file), NY.options(), Progress.NONE);
        return workspace.imports().commit(plan, Progress.NONE);
    }

    private ImportResult bring(String text) {
        return bring(new Journal(folder).write("s.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<TradeView> trades() {
        return workspace.beliefs().trades(TradeQuery.ALL);
    }

    private BigDecimal stated(Predicate<TradeView> of) {
        return trades().stream()
                .filter(of)
                .map(t -> Objects.requireNonNull(t.evidence().statedPnl()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal net() {
        return trades().stream()
                .filter(t -> t.netPnl() != null)
                .map(t -> Objects.requireNonNull(t.netPnl()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Sub-totals of the file: HMBs 9254.23 SEK, UNIT −445.772436 USD, the options 355.308974 USD.
    @Test
    void ofSeveralAccountsByInstrument() {
        ImportResult result =
                bring(SharedFolder.file("data/journals/ibkr/activity_trades_multi_account.csv"));

        assertEquals(6, trades().size());
        assertMoney("9254.23", stated(t -> t.currency().equals("SEK")));
        assertMoney("-445.772436", stated(t -> t.symbol().equals("UNIT")));
        assertMoney("355.308974", stated(t -> t.symbol().startsWith("CLOV")));
        assertEquals(0, trades().stream().filter(t -> t.evidence().differs()).count());
        TradeView unit =
                trades().stream().filter(t -> t.symbol().equals("UNIT")).findFirst().orElseThrow();
        assertTrue(unit.unmatched());
        assertEquals(null, unit.netPnl());
        assertEquals(
                List.of(
                        "Opening not in file: in no sum and no belief. The file says it made"
                                + " −445.772436 USD after commission.",
                        "By the file it closed 100 of 2017-09-25 at 16.222865, result -362.062068;"
                                + " 100 of 2017-09-28 at 13.439348, result -83.710368."),
                unit.remarks());
        assertTrue(
                result.remarks()
                        .getFirst()
                        .contains(
                                "What they brought is by the files' own word 9254.23 SEK,"
                                        + " −445.772436 USD and counts in no sum and no belief"),
                result.remarks()::toString);
    }

    @Test
    void ofOneCloseWhoseOpeningIsInNoFile() {
        bring(SharedFolder.file("data/journals/ibkr/activity_trades_single_account_2022.csv"));

        assertMoney("447.299686", stated(_ -> true));
    }

    /// Bought 1 and 2 at 10, sold 3 at 12 with 1.00 of commission each: 6.00 − 3.00 = 3.00; the statement says 3.01.
    @Test
    void ofTwoLotsClosedByOneRow() {
        bring(
                HEADER
                        + "Trades,Data,Order,Stocks,USD,ABC,\"2024-03-01,"
                        + " 10:00:00\",1,10,10,-10,-1,11,0,0,O\n"
                        + "Trades,Data,Order,Stocks,USD,ABC,\"2024-03-01,"
                        + " 11:00:00\",2,10,10,-20,-1,21,0,0,O\n"
                        + "Trades,Data,Order,Stocks,USD,ABC,\"2024-03-02,"
                        + " 10:00:00\",-3,12,12,36,-1,-32,3.01,0,C\n");

        assertEquals(2, trades().size());
        assertMoney("3", net());
        assertMoney("3.01", stated(_ -> true));
    }

    /// Of 100 sold 40 were bought in the file: 80.00 − 1.00 − 0.40 = 78.60; the rest of the 270.50 falls to the other 60.
    @Test
    void ofACloseOfMoreThanTheFileOpened() {
        bring(
                HEADER
                        + "Trades,Data,Order,Stocks,USD,ABC,\"2024-03-01,"
                        + " 10:00:00\",40,10,10,-400,-1,401,0,0,O\n"
                        + "Trades,Data,Order,Stocks,USD,ABC,\"2024-03-02,"
                        + " 10:00:00\",-100,12,12,1200,-1,-928.5,270.5,0,C\n");

        assertEquals(2, trades().size());
        assertMoney("78.6", net());
        assertMoney("78.6", stated(t -> !t.unmatched()));
        assertMoney("191.9", stated(TradeView::unmatched));
    }
}
