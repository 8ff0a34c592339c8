package credence.desktop.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.value.CurrencyCode;
import credence.core.value.Estimate;
import credence.core.value.Money;
import credence.core.value.Status;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

class FiguresTest {

    private static final String NARROW = "\u202f";

    private final Figures figures = new Figures(Locale.ENGLISH, ZoneId.of("Asia/Shanghai"));

    @Test
    void sharesAreWrittenInPerCentWithTheirInterval() {
        assertEquals("52.1" + NARROW + "%", figures.share(0.5214));
        assertEquals(
                "52.1" + NARROW + "% (48.3–55.9)",
                figures.share(Estimate.of(0.5214, 0.4831, 0.5589, 143)));
    }

    @Test
    void undefinedEstimatesAreWords() {
        assertEquals("too few", figures.share(Estimate.none(Status.TOO_FEW, 3)));
        assertEquals("no losses", figures.r(Estimate.none(Status.NO_LOSSES, 30)));
    }

    @Test
    void resultsInRCarryARealMinusSignOrAPlus() {
        assertEquals("+0.21" + NARROW + "R", figures.r(0.214));
        assertEquals("\u22121.50" + NARROW + "R", figures.r(-1.5));
        assertEquals(
                "\u22120.05" + NARROW + "R (\u22120.20 to +0.10)",
                figures.r(Estimate.of(-0.05, -0.2, 0.1, 9)));
    }

    @Test
    void aRoundedZeroHasNoSign() {
        assertEquals("0.00" + NARROW + "R", figures.r(-0.001));
        assertEquals("0.0" + NARROW + "%", figures.share(-0.0001));
    }

    @Test
    void bigAndSmallNumbersNeverGetAnExponent() {
        assertEquals("100,000", figures.value(1.0e5, Unit.NUMBER));
        assertEquals("12,345,678,901", figures.value(1.2345678901e10, Unit.NUMBER));
        assertEquals("0.00001235", figures.value(1.2345e-5, Unit.NUMBER));
        assertEquals("0.0000123", Figures.machine(1.23e-5));
        assertEquals("100000", Figures.machine(1.0e5));
        assertEquals("0", Figures.machine(-0.0));
    }

    @Test
    void countsAreGrouped() {
        assertEquals("38,329", figures.count(38_329));
        assertEquals("999", figures.count(999));
        assertEquals("\u22121,000", figures.count(-1000));
    }

    @Test
    void moneyHasItsCurrencysPlaces() {
        assertEquals("51,255.31" + NARROW + "USD", figures.money(money("51255.309", "USD")));
        assertEquals("+12" + NARROW + "JPY", figures.signedMoney(money("12.4", "JPY")));
        assertEquals("\u22125.10" + NARROW + "USDT", figures.signedMoney(money("-5.1", "USDT")));
        assertEquals("0.00012345" + NARROW + "BTC", figures.money(money("0.000123450", "BTC")));
        assertEquals("2.00" + NARROW + "ETH", figures.money(money("2", "ETH")));
    }

    @Test
    void pricesAreWrittenAsTheyAre() {
        assertEquals("1,500", figures.exact(new BigDecimal("1.50E+3")));
        assertEquals("0.00000042", figures.exact(new BigDecimal("4.2E-7")));
        assertEquals("1,814.00", figures.exact(new BigDecimal("1814"), 2));
        assertEquals("1,803.7255", figures.exact(new BigDecimal("1803.72550"), 2));
    }

    @Test
    void ticksShowAsManyPlacesAsTheirDistanceNeeds() {
        assertEquals("50" + NARROW + "%", figures.tick(0.5, 0.1, Unit.SHARE));
        assertEquals("52.5" + NARROW + "%", figures.tick(0.525, 0.025, Unit.SHARE));
        assertEquals("100,000", figures.tick(1.0e5, 50_000, Unit.NUMBER));
        assertEquals("\u22120.5", figures.tick(-0.5, 0.5, Unit.R));
        assertEquals("won", figures.tick(1, 1, Unit.RESULT));
    }

    @Test
    void timesAreShownInTheChosenZone() {
        Instant time = Instant.parse("2024-03-05T20:02:07Z");
        assertEquals("2024-03-06", figures.date(time));
        assertEquals("2024-03-06 04:02", figures.time(time));
        assertEquals("2024-03-06 04:02:07 +08:00", figures.zonedTime(time));
    }

    @Test
    void anotherLocaleUsesItsOwnDecimalSign() {
        Figures german = new Figures(Locale.GERMANY, ZoneId.of("UTC"));
        assertEquals("51.255,31" + NARROW + "EUR", german.money(money("51255.31", "EUR")));
    }

    @Test
    void theTooltipHasFullPrecisionAndN() {
        assertEquals(
                "52.1437"
                        + NARROW
                        + "%\n90"
                        + NARROW
                        + "% interval 48.3"
                        + NARROW
                        + "% to 55.9"
                        + NARROW
                        + "%\nn = 143",
                figures.full(Estimate.of(0.521437, 0.483, 0.559, 143), Unit.SHARE));
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), new CurrencyCode(currency));
    }
}
