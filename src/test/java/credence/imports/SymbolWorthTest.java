package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Extra;
import credence.core.fact.Fill;
import credence.core.fact.TradeRecord;
import credence.core.value.CurrencyCode;
import credence.imports.Multiplier.Origin;
import credence.service.port.ParsedFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Contract sizes by the exchanges: E-mini S&P 500 50 dollars a point, Nasdaq-100 20, crude oil 1,000, DAX 25 euros.
class SymbolWorthTest {

    private static final Instant IN_2026 = Instant.parse("2026-02-03T15:00:00Z");

    @TempDir Path folder;

    private ParsedFile read(String text, Choices choices) {
        return new Journal(folder).read("file.csv", text, choices);
    }

    private Fill fill(String columns, String cells) {
        ParsedFile file =
                read(
                        "time,bot,side,quantity,price,"
                                + columns
                                + "\n"
                                + "2026-02-03T15:00:00Z,a,BUY,1,5000,"
                                + cells
                                + "\n",
                        Choices.NONE);
        assertEquals("credence-fills", file.format());
        return (Fill) file.rows().iterator().next().row();
    }

    @ParameterizedTest
    @CsvSource({
        "ESH6,50",
        "ESH26,50",
        "ESH2026,50",
        "ES H6,50",
        "NQM6,20",
        "CLZ26,1000",
        "ES1!,50",
        "CME_MINI:ES1!,50",
        "/ES,50",
        "@ES,50",
        "/ESH26:XCME,50",
        "ES 03-26,50",
        "ESH6.CME,50",
        "ES MAR26,50",
        "CLM0,1000",
        "ES=F,50",
        "NQ=F,20"
    })
    void aContractOfTheTableIsWorthWhatTheTableSays(String symbol, BigDecimal worth) {
        Multiplier found = new SymbolWorth().of(symbol, IN_2026, Optional.empty());
        assertEquals(worth, found.value(), symbol);
        assertEquals(Origin.TABLE, found.origin(), symbol);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ES",
                "NQ",
                "CL",
                "SI",
                "AAPL",
                "BTCUSDT",
                "BTC",
                "ETH",
                "EURUSD",
                "BRK.B",
                "US30",
                "GER40",
                "NAS100",
                "HK50",
                "NETH25",
                "STOXX50",
                "600519",
                "0700",
                "005930",
                "HEN3",
                "PAH3",
                "SIX2",
                "PETR4",
                "1INCHUSDT",
                "C98USDT",
                "XAUUSD",
                "X2Y2"
            })
    void sharesCoinsPairsAndIndicesKeepOne(String symbol) {
        Multiplier found = new SymbolWorth().of(symbol, IN_2026, Optional.empty());
        assertEquals(Multiplier.ONE, found, symbol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XYZH6", "QX1!", "/XYZ", "XYZ 03-26", "XBTZ26"})
    void aFutureThatTheTableDoesNotKnowIsWorthNobodyKnowsWhat(String symbol) {
        assertEquals(
                Multiplier.UNKNOWN,
                new SymbolWorth().of(symbol, IN_2026, Optional.empty()),
                symbol);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAPL260116C00200000",
                "AAPL  260116C00200000",
                ".AAPL260116C200",
                ".SPY260116P612.5",
                "SPXW260116P05900000"
            })
    void anOptionCountsAHundredSharesAContract(String symbol) {
        Fill fill = fill("symbol", symbol);
        assertEquals(new BigDecimal("100"), fill.multiplier(), symbol);
        assertEquals("option", fill.extras().get(Extra.MULTIPLIER_SOURCE), symbol);
    }

    @Test
    void anAdjustedOptionCountsInPointsAndIsNamed() {
        assertEquals(Optional.empty(), fill("symbol", "AAPL1 260116C00200000").knownMultiplier());
        String notes =
                String.join(
                        "\n",
                        read(
                                        """
                                        time,bot,side,quantity,price,symbol
                                        2026-02-03T15:00:00Z,a,BUY,1,5,AAPL1260116C00200000
                                        2026-02-03T15:00:00Z,a,BUY,1,5,AAPL260116C00200000
                                        """,
                                        Choices.NONE)
                                .notes());
        assertTrue(notes.contains("multiplier.AAPL1260116C00200000 NUMBER"), notes);
        assertTrue(notes.contains("100 a contract, the standard option contract"), notes);
    }

    @Test
    void anOptionThatTheFileSaysIsOfOneStaysOne() {
        Fill one = fill("symbol,multiplier", "AAPL260116C00200000,1");
        assertEquals(new BigDecimal("1"), one.multiplier());
        assertEquals("file", one.extras().get(Extra.MULTIPLIER_SOURCE));
    }

    @Test
    void aShareOfSaoPauloIsNoFuture() {
        Optional<CurrencyCode> real = Optional.of(new CurrencyCode("BRL"));
        Instant in2023 = Instant.parse("2023-02-03T15:00:00Z");
        assertEquals(Multiplier.ONE, new SymbolWorth().of("ABEV3", in2023, real));
        assertEquals(Multiplier.UNKNOWN, new SymbolWorth().of("WING23", in2023, real));
    }

    @Test
    void aContractInOtherMoneyThanTheRowIsWorthNobodyKnowsWhat() {
        assertEquals(
                Multiplier.UNKNOWN,
                new SymbolWorth().of("ESH6", IN_2026, Optional.of(new CurrencyCode("EUR"))));
        assertEquals(
                Optional.of(new CurrencyCode("EUR")),
                new SymbolWorth().currency("FDAXH26", IN_2026));
    }

    @Test
    void aPlainFileOfFillsGetsTheWorthOfItsContractsAndSaysSo() {
        Fill fill = fill("symbol", "ESH6");
        assertEquals(new BigDecimal("50"), fill.multiplier());
        assertEquals("table", fill.extras().get(Extra.MULTIPLIER_SOURCE));
        assertEquals(new BigDecimal("1"), fill("symbol", "ES").multiplier());
        assertEquals(Optional.empty(), fill("symbol", "XYZH6").knownMultiplier());
    }

    @Test
    void theFilesOwnWordWinsEvenWhereItSaysOne() {
        assertEquals(new BigDecimal("2.5"), fill("symbol,multiplier", "ESH6,2.5").multiplier());
        Fill one = fill("symbol,multiplier", "ESH6,1");
        assertEquals(new BigDecimal("1"), one.multiplier());
        assertEquals("file", one.extras().get(Extra.MULTIPLIER_SOURCE));
    }

    @Test
    void aContractOfTheTableIsInItsOwnMoneyWhereNobodySaysAnother() {
        assertEquals("EUR", fill("symbol", "FDAXH26").currency().code());
    }

    @Test
    void whatWasTakenForWhatIsSaid() {
        ParsedFile file =
                read(
                        """
                        time,bot,side,quantity,price,symbol
                        2026-02-03T15:00:00Z,a,BUY,1,5000,ESH6
                        2026-02-03T15:00:00Z,a,BUY,1,5000,XYZH6
                        2026-02-03T15:00:00Z,a,BUY,1,65,ES
                        """,
                        Choices.NONE);
        String notes = String.join("\n", file.notes());
        assertTrue(notes.contains("table of common futures it is ES 50 USD a contract"), notes);
        assertTrue(notes.contains("settings set multiplier.XYZ NUMBER"), notes);
        assertTrue(notes.contains("ES was read as a share"), notes);
    }

    @Test
    void closedTradesAndMappedTablesAreReadTheSameWay() {
        TradeRecord trade =
                (TradeRecord)
                        read(
                                        """
                                        bot,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price
                                        a,ESH6,LONG,1,2026-02-03T15:00:00Z,5000,2026-02-03T16:00:00Z,5001
                                        """,
                                        Choices.NONE)
                                .rows()
                                .iterator()
                                .next()
                                .row();
        assertEquals(new BigDecimal("50"), trade.multiplier());
    }
}
