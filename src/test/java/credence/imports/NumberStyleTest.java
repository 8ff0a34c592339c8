package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.service.port.ParsedFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

class NumberStyleTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "-0.50|-0.50",
                "1234.5|1234.5",
                "1,234.50|1234.50",
                "12,34,567.89|1234567.89",
                "1 250.5|1250.5",
                "2\u00A0897.15|2897.15",
                "-3\u202F031.70|-3031.70",
                "1'000'000|1000000",
                "$48.10 |48.10",
                "($75.90)|-75.90",
                "$(400.00)|-400.00",
                "-$694.48|-694.48",
                "€3343.11|3343.11",
                "-€597.49846|-597.49846",
                "100 000.00|100000.00",
                "−6.5|-6.5",
                "+3|3",
                "12.5%|12.5",
                "1e-8|0.00000001",
                "2.5E3|2500",
                ".05|0.05",
                "5.|5",
                "1,23|REFUSED",
                "1,2345|REFUSED",
                "12 34|REFUSED",
                "1.5.2|REFUSED",
                "5-|-5",
                "400.00-|-400.00",
                "-5-|REFUSED",
                "--5|REFUSED",
                "1e|REFUSED",
                "1e401|REFUSED",
                "1,234'567|REFUSED",
                "٣|REFUSED"
            })
    void numbersWithAPoint(String text, String expected) {
        if (expected.equals("REFUSED")) {
            assertThrows(NumberFormatException.class, () -> NumberStyle.POINT.read(text), text);
        } else {
            BigDecimal value = NumberStyle.POINT.read(text);
            assertNotNull(value);
            assertEquals(
                    0,
                    new BigDecimal(expected).compareTo(value),
                    () -> text + " was read as " + value);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234,5|1234.5",
                "1.234,50|1234.50",
                "1 250,50|1250.50",
                "1'250,50|1250.50",
                "0,001|0.001",
                "7|7",
                "1.23|REFUSED",
                "1,2,3|REFUSED"
            })
    void numbersWithAComma(String text, String expected) {
        if (expected.equals("REFUSED")) {
            assertThrows(NumberFormatException.class, () -> NumberStyle.COMMA.read(text), text);
        } else {
            assertEquals(0, new BigDecimal(expected).compareTo(NumberStyle.COMMA.read(text)), text);
        }
    }

    @Test
    void anEmptyCellAndADashAreNoNumberButNoMistake() {
        for (String none : List.of("", " ", "-", "—", "–")) {
            assertNull(NumberStyle.POINT.read(none));
        }
    }

    private ParsedFile fills(char separator, String... prices) {
        String text = "time,bot,symbol,side,quantity,price\n".replace(',', separator);
        int minute = 10;
        for (String price : prices) {
            text +=
                    String.join(
                                    String.valueOf(separator),
                                    "2026-01-05T10:" + minute++ + "Z",
                                    "b",
                                    "ETH",
                                    "BUY",
                                    "1",
                                    "\"" + price + "\"")
                            + "\n";
        }
        return new Journal(folder).read("f.csv", text, Choices.NONE);
    }

    private void assertPrices(ParsedFile file, String... expected) {
        assertNull(file.error(), () -> "" + file.error());
        assertEquals(
                List.of(expected),
                file.rows().stream().map(r -> ((Fill) r.row()).price().toString()).toList());
    }

    @Test
    void theStyleIsSettledByTheWholeFileNotByTheCell() {
        assertPrices(fills(',', "1,234", "0.5"), "1234", "0.5");
        assertPrices(fills(',', "1,234", "0,5"), "1.234", "0.5");
        assertPrices(fills(';', "1.234", "1.234,5"), "1234", "1234.5");
        assertPrices(fills(';', "1.234", "1.234.567"), "1234", "1234567");
        assertPrices(fills(';', "1.234", "1.2345"), "1.234", "1.2345");
        assertPrices(fills(',', "1.234", "2.345"), "1.234", "2.345");
        assertPrices(fills(';', "0.123", "2.345"), "0.123", "2.345");
    }

    @Test
    void whatNoNumberSettlesIsAsked() {
        for (ParsedFile file :
                List.of(fills(',', "1,234", "2,345"), fills(';', "1.234", "2.345"))) {
            assertNotNull(file.error());
            assertTrue(
                    file.error().reason().startsWith("It cannot be told whether"),
                    file.error()::reason);
            assertEquals(2, file.error().line());
            assertEquals("price", file.error().column());
        }
    }

    @Test
    void numbersThatContradictEachOtherAreRefusedWithBothLines() {
        ParsedFile file = fills(';', "1.5", "2", "2,5");
        assertNotNull(file.error());
        assertEquals(
                "The numbers mix decimal point and decimal comma: 1.5 in line 2, 2,5 in line 4.",
                file.error().reason());
    }

    @Test
    void numbersThatNoPriceReachesAreNone() {
        assertThrows(NumberFormatException.class, () -> NumberStyle.POINT.read("1e400"));
        assertThrows(NumberFormatException.class, () -> NumberStyle.POINT.read("1e25"));
        assertThrows(
                NumberFormatException.class,
                () -> NumberStyle.POINT.read("1234567890123456789012345"));
        assertEquals(
                new java.math.BigDecimal("589000000000000"),
                NumberStyle.POINT.read("589,000,000,000,000"));
        assertEquals(new java.math.BigDecimal("1E-18"), NumberStyle.POINT.read("1e-18"));
    }
}
