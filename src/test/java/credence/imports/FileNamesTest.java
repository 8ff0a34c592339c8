package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ltf-numeric-float-ratio15-01.csv|ltf-numeric-float-ratio15-01|-|-",
                "RSI-DMI-MACD-ADX-CMF_Momentum_Strategy_NSE_ANANDRATHI_2025-09-20.csv|RSI-DMI-MACD-ADX-CMF_Momentum_Strategy|ANANDRATHI|2025-09-20",
                "My strategy (v2)_BINANCE_ETHUSDT.P_2025-09-20_9f1c2.csv|My strategy"
                        + " (v2)|ETHUSDT.P|2025-09-20",
                "A_B_CME_MINI_ES1!_2025-09-20 (3).CSV|A_B_CME|ES1!|2025-09-20",
                "A_NYSE_BRK.B_2025-09-31.csv|A|BRK.B|-",
                "trend v1.2|trend v1.2|-|-",
                "x_y_z.csv|x_y_z|-|-",
                ".csv|''|-|-"
            })
    void botSymbolAndDay(String name, String bot, String symbol, String day) {
        FileNames names = FileNames.of(name);
        assertEquals(bot, names.bot());
        assertEquals(symbol, names.symbol().orElse(null));
        assertEquals(day, names.day().map(Object::toString).orElse(null));
    }
}
