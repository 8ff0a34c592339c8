package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Date(UTC),Z",
        "Time(UTC+8),+08:00",
        "Filled Time(UTC+02:00),+02:00",
        "Transaction Time(UTC+10),+10:00",
        "Opening Time (UTC+3),+03:00",
        "Update Time (EDT),-04:00",
        "Timestamp (UTC-0330),-03:30",
        "Time (Europe/Berlin),Europe/Berlin",
        "Final Balance (USDT),",
        "Price,"
    })
    void aColumnsNameMayHoldItsZone(String column, String zone) {
        assertEquals(
                zone == null ? "" : zone,
                ZoneNames.inColumn(column).map(Object::toString).orElse(""));
    }
}
