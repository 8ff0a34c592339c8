package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0006500000BTC|0.00065|BTC",
                "1.00000000 ETH|1|ETH",
                "49.62329450EUR|49.6232945|EUR",
                "'89,162.28 SEK'|89162.28|SEK",
                "€3343.11229989|3343.11229989|EUR",
                "-€597.49846|-597.49846|EUR",
                "$48.10|48.1|USD",
                "USD 5|5|USD",
                "1.20 USDT|1.2|USDT",
                "-12.5|-12.5|",
                "($75.90)|-75.9|"
            })
    void aNumberGivesUpTheUnitGluedToIt(String text, String value, String unit) {
        Amount amount = Amount.of(text, NumberStyle.POINT);
        assertEquals(value, amount.value().stripTrailingZeros().toPlainString());
        assertEquals(unit == null ? "" : unit, amount.unit().map(Object::toString).orElse(""));
    }

    @Test
    void aUnitWithoutANumberIsNoAmount() {
        assertThrows(NumberFormatException.class, () -> Amount.of("BTC", NumberStyle.POINT));
        assertThrows(NumberFormatException.class, () -> Amount.of("", NumberStyle.POINT));
    }
}
