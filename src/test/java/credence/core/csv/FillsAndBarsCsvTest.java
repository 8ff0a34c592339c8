package credence.core.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.fact.Bar;
import credence.core.fact.Costs;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.RowKey;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class FillsAndBarsCsvTest {

    private static Fill fill(Costs costs, Map<String, String> extras) {
        return new Fill(
                new RowKey("k"),
                0,
                Instant.parse("2026-01-05T10:00:00Z"),
                AccountId.DEFAULT,
                new BotId("trend, \"v2\""),
                Symbol.of("ETHUSDT"),
                Side.BUY,
                PositionEffect.UNKNOWN,
                Quantity.of("0.50"),
                Price.of("1E+3"),
                costs,
                CurrencyCode.USD,
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                SourceClass.BACKTEST,
                new TreeMap<>(extras));
    }

    @Test
    void onlyColumnsThatSomeRowUsesAreWritten() throws IOException {
        StringBuilder out = new StringBuilder();
        CredenceCsv.writeFills(
                List.of(
                        fill(Costs.UNSTATED, Map.of()),
                        fill(
                                Costs.ofTotal(new BigDecimal("0.00")),
                                Map.of("execution_id", "7", "Note", "a\nb"))),
                out);
        assertEquals(
                """
                time,bot,account,symbol,side,quantity,price,commission,currency,execution_id,source,Note
                2026-01-05T10:00:00Z,"trend, ""v2\""",default,ETHUSDT,BUY,0.50,1000,,USD,,backtest,
                2026-01-05T10:00:00Z,"trend, ""v2\""",default,ETHUSDT,BUY,0.50,1000,0.00,USD,7,backtest,"a
                b"
                """,
                out.toString());
    }

    @Test
    void noRowsMakeAHeader() throws IOException {
        StringBuilder out = new StringBuilder();
        CredenceCsv.writePredictions(List.of(), out);
        assertEquals("time,bot,symbol,direction,confidence,source\n", out.toString());
    }

    @Test
    void barsAreWrittenPlainly() throws IOException {
        StringBuilder out = new StringBuilder();
        CredenceCsv.writeBars(
                List.of(
                        new Bar(
                                new RowKey("k"),
                                Symbol.of("X"),
                                Duration.ofHours(1),
                                Instant.parse("2026-01-05T10:00:00Z"),
                                1,
                                2.5e6,
                                1e-7,
                                0.1 + 0.2,
                                0)),
                out);
        assertEquals(
                "time,open,high,low,close,volume\n"
                        + "2026-01-05T10:00:00Z,1,2500000,0.0000001,0.30000000000000004,0\n",
                out.toString());
    }
}
