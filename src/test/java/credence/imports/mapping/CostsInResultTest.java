package credence.imports.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.imports.formats.StandardFormats;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.service.port.mapping.MappingProposal;
import credence.service.port.mapping.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Expected roles by hand: (exit − entry) × size, with or without the row's costs taken off.
class CostsInResultTest {

    @TempDir private Path folder;

    private MappingProposal propose(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), text);
        return StandardFormats.reader()
                .survey(file, ImportOptions.DEFAULT, Progress.NONE)
                .proposal()
                .orElseThrow();
    }

    private static Optional<String> name(MappingProposal p, Role role) {
        return p.mapping().column(role).map(c -> c.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PnL", "P&L", "Profit", "Result", "PnL (USDT)", "Gewinn", "Net PnL"})
    void aResultThatIsPriceDifferenceLessCostsIsTheOneAfterThem(String named) throws IOException {
        // 0.5 × 100 − 9 = 41; −0.5 × 100 − 9 = −59; 500 − 18 = 482
        MappingProposal p =
                propose(
                        "Opened,Closed,Symbol,Side,Size,Entry,Exit,Fees,"
                                + named
                                + """

                                2026-01-05 10:00,2026-01-05 11:00,BTCUSDT,long,0.5,90000,90100,9,41
                                2026-01-06 10:00,2026-01-06 11:00,BTCUSDT,short,0.5,90000,90100,9,-59
                                2026-01-07 10:00,2026-01-07 11:00,BTCUSDT,long,1,90000,90500,18,482
                                """);

        assertEquals(Optional.of(named), name(p, Role.NET_PNL));
        assertEquals(Optional.empty(), name(p, Role.GROSS_PNL));
        assertEquals(List.of(), p.unsettled(p.mapping()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PnL", "Realized PnL", "Profit/Loss"})
    void aResultThatIsPriceDifferenceIsTheOneBeforeCosts(String named) throws IOException {
        MappingProposal p =
                propose(
                        "Opened,Closed,Symbol,Side,Size,Entry,Exit,Fees,"
                                + named
                                + """

                                2026-01-05 10:00,2026-01-05 11:00,BTCUSDT,long,0.5,90000,90100,9,50
                                2026-01-06 10:00,2026-01-06 11:00,BTCUSDT,short,0.5,90000,90100,9,-50
                                2026-01-07 10:00,2026-01-07 11:00,BTCUSDT,long,1,90000,90500,18,500
                                """);

        assertEquals(Optional.of(named), name(p, Role.GROSS_PNL));
        assertEquals(Optional.empty(), name(p, Role.NET_PNL));
    }

    @Test
    void twoRowsOfAnAmericanSpreadsheetTell() throws IOException {
        // −1 × 1,000 − 2 = −1,002; 10 × 10 − 2 = 98. The last line is no trade.
        MappingProposal p =
                propose(
                        """
                        Entry Date,Exit Date,Ticker,L/S,Shares,Entry,Exit,Comm,P&L
                        1/5/26 9:31 AM,1/5/26 3:59 PM,AAPL,L,"1,000",$200.50,$199.50,$2.00,"($1,002.00)"
                        1/16/26 9:31 AM,1/20/26 3:59 PM,TSLA,S,10,$400.00,$390.00,$2.00,$98.00
                        Total,,,,,,,$4.00,($904.00)
                        """);

        assertEquals(Optional.of("P&L"), name(p, Role.NET_PNL));
    }

    @Test
    void germanNumbersAndNegativeCostsTell() throws IOException {
        // (10.100 − 10.000) × 2 − 1,50 = 198,50; (10.050 − 10.000) × −1 − 0,75 = −50,75
        MappingProposal p =
                propose(
                        """
                        Eröffnet;Geschlossen;Symbol;Seite;Menge;Einstiegskurs;Ausstiegskurs;Gebühren;Gewinn
                        2026-01-05 10:00;2026-01-05 11:00;DAX;long;2;10.000;10.100;-1,50;198,50
                        2026-01-06 10:00;2026-01-06 11:00;DAX;short;1;10.000;10.050;-0,75;-50,75
                        """);

        assertEquals(Optional.of("Gewinn"), name(p, Role.NET_PNL));
    }

    @Test
    void theTableOfCommonFuturesTellsForTwoRows() throws IOException {
        // ES, 50 a point: 1 × 2 × 50 − 4.20 = 95.80; −1 × 50 − 2.10 = −52.10
        MappingProposal p =
                propose(
                        """
                        Open Date,Open Time,Close Date,Close Time,Market,Direction,Contracts,Open,Close,Commission,Profit/Loss
                        05.01.2026,10:00,05.01.2026,11:00,ESH6,Long,2,6000,6001,-4.20,95.80
                        13.01.2026,10:00,13.01.2026,11:00,ESH6,Short,1,6000,6001,-2.10,-52.10
                        """);

        assertEquals(Optional.of("Profit/Loss"), name(p, Role.NET_PNL));
    }

    @Test
    void aMultiplierThatASymbolsRowsAgreeOnTells() throws IOException {
        // MES, 5 a point: 2 × 5 × 5 − 2.48 = 47.52; −4 × 5 − 1.24 = −21.24; 10 × 5 − 1.24 = 48.76
        MappingProposal p =
                propose(
                        """
                        Opened,Closed,Symbol,Side,Size,Entry,Exit,Fees,Profit
                        2026-01-05 10:00,2026-01-05 11:00,MESH6,long,2,5000.00,5005.00,2.48,47.52
                        2026-01-06 10:00,2026-01-06 11:00,MESH6,long,1,5000.00,4996.00,1.24,-21.24
                        2026-01-07 10:00,2026-01-07 11:00,MESH6,short,1,5010.00,5000.00,1.24,48.76
                        """);

        assertEquals(Optional.of("Profit"), name(p, Role.NET_PNL));
    }

    @Test
    void whereTheRowsCannotTellItIsAsked() throws IOException {
        // No costs in any row; then results that are neither.
        for (String ends : List.of("0,50|0,-50|0,500", "9,44|9,-51|18,477")) {
            String[] end = ends.split("\\|");
            MappingProposal p =
                    propose(
                            """
                            Opened,Closed,Symbol,Side,Size,Entry,Exit,Fees,PnL
                            2026-01-05 10:00,2026-01-05 11:00,BTCUSDT,long,0.5,90000,90100,%s
                            2026-01-06 10:00,2026-01-06 11:00,BTCUSDT,short,0.5,90000,90100,%s
                            2026-01-07 10:00,2026-01-07 11:00,BTCUSDT,long,1,90000,90500,%s
                            """
                                    .formatted((Object[]) end));

            assertEquals(Optional.empty(), name(p, Role.NET_PNL));
            assertEquals(Optional.empty(), name(p, Role.GROSS_PNL));
            assertEquals("PnL", p.undecidedResult().orElseThrow().name());
            assertTrue(p.unsettled(p.mapping()).getFirst().contains("before or after costs"));
            assertEquals(
                    List.of(),
                    p.unsettled(p.mapping().with(Role.NET_PNL, p.undecidedResult().orElseThrow())));
        }
    }

    @Test
    void aPlainNameIsBelievedWhereTheRowsCannotTell() throws IOException {
        MappingProposal p =
                propose(
                        """
                        Opened,Closed,Symbol,Side,Size,Entry,Exit,Fees,Net PnL
                        2026-01-05 10:00,2026-01-05 11:00,BTCUSDT,long,0.5,90000,90100,0,50
                        """);

        assertEquals(Optional.of("Net PnL"), name(p, Role.NET_PNL));
    }

    @Test
    void withoutColumnOfCostsNothingIsAsked() throws IOException {
        MappingProposal p =
                propose(
                        """
                        Opened,Closed,Symbol,Side,Size,Entry,Exit,PnL
                        2026-01-05 10:00,2026-01-05 11:00,BTCUSDT,long,0.5,90000,90100,50
                        """);

        assertEquals(List.of(), p.unsettled(p.mapping()));
    }
}
