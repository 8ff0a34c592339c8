package credence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

import java.time.Instant;

class MomentConverterTest {

    @ParameterizedTest
    @CsvSource({
        "2025-06-30T14:00:00Z, 2025-06-30T14:00:00Z",
        "2025-06-30t14:00:00.25z, 2025-06-30T14:00:00.25Z",
        "2025-06-30T22:00+08:00, 2025-06-30T14:00:00Z",
        "2025-06-30T14:00, 2025-06-30T14:00:00Z",
        "2025-06-30 14:00:05, 2025-06-30T14:00:05Z",
        "2025-06-30, 2025-06-30T00:00:00Z",
    })
    void aMomentIsReadAndWithoutAnOffsetItIsUtc(String text, Instant expected) {
        assertEquals(expected, new MomentConverter().convert(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2025-02-30",
                "2025-06-30T25:00",
                "2025-06-30T14",
                "2025-06-30T",
                "30.06.2025",
                "1751284800",
                "2025-06-30T14:00 Europe/Berlin"
            })
    void whatIsNoMomentIsRefusedWithAnExample(String text) {
        TypeConversionException problem =
                assertThrows(
                        TypeConversionException.class, () -> new MomentConverter().convert(text));
        assertEquals(true, problem.getMessage().contains("2025-06-30T14:00:00Z"));
    }
}
