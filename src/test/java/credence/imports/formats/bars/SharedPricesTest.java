package credence.imports.formats.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Bar;
import credence.core.value.Symbol;
import credence.imports.SharedFiles;
import credence.imports.formats.StandardFormats;
import credence.service.port.JournalReader.BarOptions;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Every price file beside the repository. Counts, times, gaps and sums were made apart from this program (Python, exact sums).
class SharedPricesTest {

    private static final String EXPECTED =
            """
            GOOG_daily.csv               |credence-bars |    |P1D  | 2148|2004-08-19T00:00:00Z|2013-03-01T00:00:00Z| 463|1021827.91|1032862.05|1009857.8|1021327.2|11856390000
            EURUSD_hourly.csv            |credence-bars |UTC |PT1H | 5000|2017-04-19T09:00:00Z|2018-02-07T15:00:00Z|  42|5827.20912|5830.99637|5823.66617|5827.3581|8734409
            ETHUSDT_perp_15m.csv         |credence-bars |    |PT15M|53929|2024-10-19T21:00:00Z|2026-05-04T15:00:00Z|   0|158322234.53|158716491.08|157913224.13|158321961.13|2742575548.319
            lean_SPY_daily.csv           |lean-bars     |    |P1D  | 5849|1998-01-02T00:00:00Z|2021-03-31T00:00:00Z|1267|958684.06|964713.5279|951866.801|958679.51|523995767985
            lean_EURUSD_daily_fxcm.csv   |lean-bars     |    |P1D  | 3487|2007-03-30T00:00:00Z|2018-07-04T00:00:00Z| 594|4501.969895|4520.22421|4483.163745|4501.78096|0
            lean_BTCUSD_daily_coinbase.csv|lean-bars    |    |P1D  | 1318|2014-12-01T00:00:00Z|2018-08-13T00:00:00Z|   8|3719527.73|3853873.68|3557788.44|3725052.03|13431456.04130809
            freqtrade_UNITTEST_BTC_1m.json|freqtrade-bars|   |PT1M |13681|2017-11-04T23:02:00Z|2017-11-14T22:59:00Z| 538|30.35941459|30.422535|30.29204969|30.35833041|8177281.90904203
            nautilus_6EH4_1min.csv.gz    |credence-bars |    |PT1M |29996|2024-01-01T23:01:00Z|2024-01-31T23:59:00Z| 375|32792.70895|32794.6977|32790.7442|32792.69775|4310578
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = EXPECTED)
    void isReadWhole(
            String name,
            String format,
            String zone,
            Duration interval,
            int count,
            Instant first,
            Instant last,
            int gaps,
            double open,
            double high,
            double low,
            double close,
            double volume) {
        ParsedFile file = read(name, zone, true);
        assertNull(file.error(), () -> "" + file.error());
        assertEquals(format, file.format());
        List<Bar> bars = bars(file);
        assertEquals(count, bars.size());
        assertEquals(count, file.read());
        assertEquals(first, bars.getFirst().time());
        assertEquals(last, bars.getLast().time());
        assertTrue(bars.stream().allMatch(b -> b.interval().equals(interval)));
        assertEquals(gaps, gaps(bars));
        sum(open, bars, Bar::open);
        sum(high, bars, Bar::high);
        sum(low, bars, Bar::low);
        sum(close, bars, Bar::close);
        sum(volume, bars, Bar::volume);
    }

    @Test
    void monthsHaveNoFixedLengthAndAreRefusedWithARemedy() {
        ParsedFile file = read("BTCUSD_monthly.csv", null, false);
        assertNotNull(file.error());
        assertTrue(file.error().reason().contains("bars of months"), file.error()::reason);
        assertTrue(file.error().remedy().contains("daily"), file.error()::remedy);
        assertEquals(0, file.rows().size());
    }

    @Test
    void theFlashCrashOfApril2017IsCutToOpenAndCloseAndNamed() {
        ParsedFile file = read("lean_BTCUSD_daily_coinbase.csv", null, false);
        Bar crash =
                bars(file).stream()
                        .filter(b -> b.time().equals(Instant.parse("2017-04-15T00:00:00Z")))
                        .findFirst()
                        .orElseThrow();
        assertEquals(1173.13, crash.low());
        assertEquals(1190.99, crash.high());
        String note =
                file.notes().stream().filter(n -> n.contains("wick")).findFirst().orElseThrow();
        assertTrue(
                note.startsWith(
                        "1 bar has a wick more than ten times away from open and close (line 833,"
                                + " low 0.06 beside open 1173.13 and close 1178.85)."),
                note);
        assertTrue(note.contains("--keep-spikes"), note);
    }

    @Test
    void pricesOfSharesAreTenThousandthsAndTheImportSaysSo() {
        ParsedFile file = read("lean_SPY_daily.csv", null, false);
        Bar first = bars(file).getFirst();
        assertEquals(97.31, first.open());
        assertEquals(97.53, first.high());
        assertEquals(96.53, first.low());
        assertEquals(97.36, first.close());
        assertTrue(
                file.notes().stream().anyMatch(n -> n.contains("the last close is 396.33")),
                () -> "" + file.notes());
    }

    @Test
    void quotesAreReadInTheMiddleOfBidAndAskAndTheImportSaysSo() {
        ParsedFile file = read("lean_EURUSD_daily_fxcm.csv", null, false);
        Bar first = bars(file).getFirst();
        assertEquals(1.33145, first.open());
        assertEquals(1.34005, first.high());
        assertEquals(1.3288, first.low());
        assertEquals(1.3358, first.close());
        assertTrue(
                file.notes().stream().anyMatch(n -> n.contains("middle of bid and ask")),
                () -> "" + file.notes());
    }

    private static ParsedFile read(String name, String zone, boolean keepSpikes) {
        return StandardFormats.reader()
                .readBars(
                        SharedFiles.data("prices/" + name),
                        new BarOptions(
                                Symbol.of("X"),
                                Optional.empty(),
                                Optional.ofNullable(zone).map(ZoneId::of),
                                false,
                                keepSpikes),
                        Progress.NONE);
    }

    private static List<Bar> bars(ParsedFile file) {
        return file.rows().stream().map(r -> (Bar) r.row()).toList();
    }

    private static int gaps(List<Bar> bars) {
        int gaps = 0;
        for (int i = 1; i < bars.size(); i++) {
            gaps += bars.get(i).time().equals(bars.get(i - 1).closeTime()) ? 0 : 1;
        }
        return gaps;
    }

    private static void sum(double expected, List<Bar> bars, ToDoubleFunction<Bar> figure) {
        double sum = bars.stream().mapToDouble(figure).sum();
        assertEquals(expected, sum, 1e-12 * Math.abs(expected));
    }
}
