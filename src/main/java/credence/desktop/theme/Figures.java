package credence.desktop.theme;

import credence.core.value.CurrencyCode;
import credence.core.value.Estimate;
import credence.core.value.Money;
import credence.core.value.Price;
import credence.core.value.Status;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes figures and times for people, the same way on every screen.
///
/// Never an exponent, a real minus sign (U+2212), a no-break space before the unit, no minus before a zero, and a
/// word where a figure is undefined. Dates are year-month-day, times 24 hours, in the chosen zone. For machines
/// (copy, CSV) use [#machine].
public final class Figures {

    private static final char MINUS = '\u2212';
    private static final char SPACE = '\u202f';
    private static final int MONEY_PLACES = 2;
    private static final int COIN_PLACES = 8;

    /// Beyond twelve digits stands the noise of binary fractions, not precision.
    private static final MathContext NOISELESS = new MathContext(12);

    private static final Map<String, Integer> PLACES = usualPlaces();

    private final char point;
    private final char group;
    private final ZoneId zone;
    private final DateTimeFormatter date;
    private final DateTimeFormatter minute;
    private final DateTimeFormatter second;

    /// @param locale decides decimal sign and grouping
    /// @param zone in which times are shown
    public Figures(Locale locale, ZoneId zone) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        this.point = symbols.getDecimalSeparator();
        this.group = symbols.getGroupingSeparator();
        this.zone = zone;
        this.date = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(zone);
        this.minute = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(zone);
        this.second =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    public ZoneId zone() {
        return zone;
    }

    /// `38,329`
    public String count(long n) {
        return write(BigDecimal.valueOf(n), false);
    }

    /// `1,234.50`
    public String number(double value, int decimals) {
        return write(rounded(value, decimals), false);
    }

    /// `+0.21`, `−0.21`, `0.00`
    public String signed(double value, int decimals) {
        return write(rounded(value, decimals), true);
    }

    /// A share of one: `52.1 %`
    public String share(double share) {
        return value(share, Unit.SHARE);
    }

    /// `52.1 % (48.3–55.9)`, or a word when there is no value
    public String share(Estimate estimate) {
        return estimate(estimate, Unit.SHARE);
    }

    /// `+0.21 R`
    public String r(double r) {
        return value(r, Unit.R);
    }

    /// `+0.21 R (−0.05 to +0.47)`, or a word when there is no value
    public String r(Estimate estimate) {
        return estimate(estimate, Unit.R);
    }

    /// `51,255.31 USD`
    public String money(Money money) {
        return write(places(money.amount(), money.currency()), false) + SPACE + money.currency();
    }

    /// `+51,255.31 USD`
    public String signedMoney(Money money) {
        return write(places(money.amount(), money.currency()), true) + SPACE + money.currency();
    }

    /// The amount alone with its sign, for a column whose header names the currency.
    public String amount(BigDecimal amount, CurrencyCode currency) {
        return write(places(amount, currency), true);
    }

    /// An exact number as it is, such as a price, grouped; of a quotient without end the first digits.
    public String exact(BigDecimal number) {
        return exact(number, 0);
    }

    /// The same with at least so many decimals: `1,814.00` under `1,803.7255`.
    public String exact(BigDecimal number, int places) {
        BigDecimal bare = Price.readable(number).stripTrailingZeros();
        return write(bare.scale() < places ? bare.setScale(places) : bare, false);
    }

    /// An exact sum: to the cent when it has more places than that.
    public String sum(BigDecimal sum) {
        return sum.stripTrailingZeros().scale() <= 0
                ? exact(sum)
                : write(sum.setScale(MONEY_PLACES, RoundingMode.HALF_UP), false);
    }

    /// A value with its unit, as precise as makes sense to read.
    public String value(double value, Unit unit) {
        return bare(value, unit) + suffix(unit);
    }

    /// The same without its unit, for a column whose header names it.
    public String bare(double value, Unit unit) {
        return switch (unit.kind()) {
            case SHARE -> write(rounded(value * 100, 1), false);
            case R -> write(rounded(value, 2), true);
            case COUNT -> write(rounded(value, 0), false);
            case NUMBER -> write(meaningful(value), false);
            case MULTIPLE -> write(rounded(value, 2), false);
            case MONEY -> write(rounded(value, MONEY_PLACES), true);
            case RESULT -> result(value);
        };
    }

    /// A value with its interval, or a word when there is no value.
    public String estimate(Estimate estimate, Unit unit) {
        Double value = estimate.value();
        return value == null
                ? status(estimate.status())
                : value(value, unit) + mark(estimate) + interval(estimate, unit, " ");
    }

    /// The same without the unit.
    public String bareEstimate(Estimate estimate, Unit unit) {
        Double value = estimate.value();
        return value == null
                ? status(estimate.status())
                : bare(value, unit) + mark(estimate) + interval(estimate, unit, " ");
    }

    /// A star at a value that rests on fewer than ten wins or ten losses: its status must be seen where the value is.
    private static String mark(Estimate estimate) {
        return estimate.status() == Status.TAIL_UNSEEN ? "*" : "";
    }

    /// Everything there is to say about an estimate, for a tooltip.
    public String full(Estimate estimate, Unit unit) {
        Double value = estimate.value();
        StringBuilder text = new StringBuilder();
        if (value == null) {
            text.append("No value: ").append(status(estimate.status()));
        } else {
            text.append(full(value, unit));
            Double low = estimate.low();
            Double high = estimate.high();
            if (low != null && high != null) {
                text.append("\n90").append(SPACE).append("% interval ");
                text.append(full(low, unit)).append(" to ").append(full(high, unit));
            }
            if (estimate.status() != Status.OK) {
                text.append("\nStatus: ").append(status(estimate.status()));
            }
        }
        return text.append("\nn = ").append(count(estimate.n())).toString();
    }

    /// Full precision with the unit, for a tooltip.
    public String full(double value, Unit unit) {
        boolean share = unit.kind() == Unit.Kind.SHARE;
        BigDecimal scaled = BigDecimal.valueOf(value).movePointRight(share ? 2 : 0);
        return exact(scaled.round(NOISELESS)) + suffix(unit);
    }

    /// A label on an axis whose ticks are `step` apart.
    public String tick(double value, double step, Unit unit) {
        double scale = unit.kind() == Unit.Kind.SHARE ? 100 : 1;
        return switch (unit.kind()) {
            case RESULT -> result(value);
            case R, MONEY -> write(rounded(value, decimalsOf(step)), true);
            default ->
                    write(rounded(value * scale, decimalsOf(step * scale)), false)
                            + (unit.kind() == Unit.Kind.MONEY ? "" : suffix(unit));
        };
    }

    /// Why there is no figure, or what is to be said about it, in a word or two.
    public String status(Status status) {
        return switch (status) {
            case OK -> "ok";
            case NO_DATA -> "no data";
            case TOO_FEW -> "too few";
            case ZERO_VARIANCE -> "no spread";
            case NO_LOSSES -> "no losses";
            case NO_WINS -> "no wins";
            case NO_DRAWDOWN -> "no drawdown";
            case TAIL_UNSEEN -> "tail not seen";
            case RUIN -> "ruin";
            case NOT_READY -> "not ready";
        };
    }

    /// `2024-03-05`
    public String date(Instant time) {
        return date.format(time);
    }

    /// `2024-03-05 14:02`
    public String time(Instant time) {
        return minute.format(time);
    }

    /// `2024-03-05 14:02 +08:00`, or `2024-03-05 14:02 UTC`
    public String offsetTime(Instant time) {
        ZoneOffset offset = zone.getRules().getOffset(time);
        return time(time) + " " + (offset.equals(ZoneOffset.UTC) ? "UTC" : offset);
    }

    /// `2024-03-05 14:02:07`
    public String fullTime(Instant time) {
        return second.format(time);
    }

    /// `2024-03-05 14:02:07 +08:00`
    public String zonedTime(Instant time) {
        return second.format(time) + " " + zone.getRules().getOffset(time);
    }

    /// For copies and files: point, no grouping, no exponent, plain minus, full precision.
    public static String machine(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.signum() == 0 ? "0" : exact.toPlainString();
    }

    private String interval(Estimate estimate, Unit unit, String before) {
        Double low = estimate.low();
        Double high = estimate.high();
        if (low == null || high == null) {
            return "";
        }
        boolean signs = unit.kind() == Unit.Kind.R || unit.kind() == Unit.Kind.MONEY || low < 0;
        return before + "(" + bare(low, unit) + (signs ? " to " : "–") + bare(high, unit) + ")";
    }

    private static String suffix(Unit unit) {
        String symbol = unit.symbol();
        return symbol.isEmpty() || unit.kind() == Unit.Kind.MULTIPLE ? symbol : SPACE + symbol;
    }

    private static String result(double value) {
        if (value > 0.5) {
            return "won";
        }
        return value < -0.5 ? "lost" : "even";
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    // Four figures that count, but never fewer than the whole part has.
    private static BigDecimal meaningful(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        if (exact.signum() == 0) {
            return BigDecimal.ZERO;
        }
        int whole = exact.precision() - exact.scale();
        BigDecimal rounded = exact.setScale(Math.clamp(4 - whole, 0, 12), RoundingMode.HALF_UP);
        BigDecimal bare = rounded.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    private static BigDecimal places(BigDecimal amount, CurrencyCode currency) {
        int usual = usualPlaces(currency);
        if (usual >= 0) {
            return amount.setScale(usual, RoundingMode.HALF_UP);
        }
        BigDecimal coin = amount.setScale(COIN_PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
        return coin.scale() < MONEY_PLACES ? coin.setScale(MONEY_PLACES) : coin;
    }

    // Coins have no official places, and are then written as far as they go.
    private static int usualPlaces(CurrencyCode currency) {
        return PLACES.getOrDefault(currency.code(), -1);
    }

    private static Map<String, Integer> usualPlaces() {
        Map<String, Integer> places = new HashMap<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            places.put(currency.getCurrencyCode(), currency.getDefaultFractionDigits());
        }
        for (String peggedToTheDollar : List.of("USDT", "USDC", "BUSD", "FDUSD", "TUSD", "DAI")) {
            places.put(peggedToTheDollar, MONEY_PLACES);
        }
        return Map.copyOf(places);
    }

    private static int decimalsOf(double step) {
        return Math.max(0, BigDecimal.valueOf(step).stripTrailingZeros().scale());
    }

    private String write(BigDecimal value, boolean plus) {
        String digits = value.abs().toPlainString();
        int dot = digits.indexOf('.');
        String whole = dot < 0 ? digits : digits.substring(0, dot);
        StringBuilder text = new StringBuilder();
        if (value.signum() < 0) {
            text.append(MINUS);
        } else if (plus && value.signum() > 0) {
            text.append('+');
        }
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                text.append(group);
            }
            text.append(whole.charAt(i));
        }
        return dot < 0
                ? text.toString()
                : text.append(point).append(digits, dot + 1, digits.length()).toString();
    }
}
