package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

class ContractTableTest {

    private final ContractTable table = ContractTable.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MNQ",
                "mnq",
                "MNQ 09-26",
                "MNQ SEP26",
                "MNQ DEC 2026",
                "MNQM6",
                "MNQM26",
                "/MNQ",
                "/MNQU26:XCME",
                "MNQ1!",
                "CME_MINI:MNQ1!",
                "CM.MNQH6",
                "F.US.MNQ",
                "CON.F.US.MNQ.U25",
                "MNQ ##-##"
            })
    void aContractIsKnownUnderEverySpelling(String symbol) {
        assertEquals("MNQ", table.find(symbol).orElseThrow().root());
        assertEquals(new BigDecimal("2"), table.multiplier(symbol).value());
        assertEquals(Multiplier.Origin.TABLE, table.multiplier(symbol).origin());
    }

    @Test
    void everyRowNamesWhereItsContractUnitWasChecked() throws java.io.IOException {
        List<String> lines;
        try (java.io.InputStream in = ContractTable.class.getResourceAsStream("contracts.csv")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        List<String> rows =
                lines.stream().filter(l -> !l.startsWith("#") && !l.startsWith("root,")).toList();
        assertEquals(95, rows.size());
        for (String row : rows) {
            String source = row.substring(row.lastIndexOf(',') + 1);
            String publisher = source.split(" ")[0];
            assertTrue(
                    !source.isBlank()
                            && lines.stream().anyMatch(l -> l.startsWith("#   " + publisher)),
                    row);
        }
    }

    /// Tick value ÷ tick size of the exchanges' specifications.
    @ParameterizedTest
    @CsvSource({
        "ESZ6, 50", // 12.50 / 0.25
        "MESZ6, 5", // 1.25 / 0.25
        "NQZ6, 20", // 5.00 / 0.25
        "YMZ6, 5", // 5 / 1
        "MYMZ6, 0.5", // 0.50 / 1
        "RTYZ6, 50", // 5.00 / 0.1
        "M2KZ6, 5", // 0.50 / 0.1
        "CLZ6, 1000", // 10 / 0.01
        "MCLZ6, 100", // 1 / 0.01
        "NGZ6, 10000", // 10 / 0.001
        "GCZ6, 100", // 10 / 0.10
        "MGCZ6, 10", // 1 / 0.10
        "SIZ6, 5000", // 25 / 0.005
        "SILZ6, 1000", // 5 / 0.005
        "HGZ6, 25000", // 12.50 / 0.0005
        "6EZ6, 125000", // 6.25 / 0.00005
        "M6EZ6, 12500", // 1.25 / 0.0001
        "6JZ6, 12500000", // 6.25 / 0.0000005
        "6BZ6, 62500", // 6.25 / 0.0001
        "ZCZ6, 50", // 12.50 / 0.25 cents
        "ZLZ6, 600", // 6 / 0.01
        "LEZ6, 400", // 10 / 0.025
        "ZBZ6, 1000", // 31.25 / (1/32)
        "ZNZ6, 1000", // 15.625 / (1/64)
        "ZTZ6, 2000", // 7.8125 / (1/256)
        "MBTZ6, 0.1", // 0.50 / 5
        "VXZ6, 1000", // 50 / 0.05
        "FDAX 12-26, 25",
        "FDXM 12-26, 5",
        "FDXS 12-26, 1",
        "FESX 12-26, 10",
        "FGBL 12-26, 1000" // 10 / 0.01
    })
    void aPointIsWorthWhatTheExchangeSays(String symbol, String worth) {
        assertEquals(new BigDecimal(worth), table.multiplier(symbol).value());
    }

    @Test
    void theCurrencyComesWithIt() {
        assertEquals("EUR", table.find("FDAX 09-26").orElseThrow().currency().code());
        assertEquals("USD", table.find("ES 09-26").orElseThrow().currency().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EURUSD", "AAPL", "ABCM6", "", "MNQX", "BTCUSDT", "XYZ 09-26"})
    void whatIsNotInTheTableIsUnknown(String symbol) {
        assertEquals(Multiplier.UNKNOWN, table.multiplier(symbol));
    }
}
