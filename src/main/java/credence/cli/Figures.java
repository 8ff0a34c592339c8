package credence.cli;

import credence.core.regime.NameInForce;
import credence.core.trust.RegimeFit;
import credence.core.value.Estimate;
import credence.core.value.Price;
import credence.core.value.Status;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers as a trader reads them: real minus sign, a precision that means something, never a number where there is none.
final class Figures {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Figures() {}

    static String count(long n) {
        return minus(String.format(Locale.ROOT, "%,d", n));
    }

    /// A count with its noun: `1 file`, `61 files`.
    static String count(long n, String one, String many) {
        return count(n) + " " + (n == 1 ? one : many);
    }

    /// A share of one in percent.
    static String percent(double share, int digits) {
        return fixed(100 * share, digits) + " %";
    }

    static String fixed(double value, int digits) {
        String text =
                BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
        return minus(text);
    }

    static String signed(double value, int digits) {
        String text = fixed(value, digits);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("−", "") : value > 0 ? "+" + text : text;
    }

    /// An exact amount, rounded to `digits` for reading.
    static String amount(@Nullable BigDecimal value, int digits) {
        return value == null
                ? "–"
                : minus(
                        String.format(
                                Locale.ROOT,
                                "%,." + digits + "f",
                                value.setScale(digits, RoundingMode.HALF_UP)));
    }

    /// A price as it is; of one that is a quotient without end the first digits.
    static String price(@Nullable BigDecimal price) {
        return exact(price == null ? null : Price.readable(price));
    }

    /// An exact decimal as it is.
    static String exact(@Nullable BigDecimal value) {
        if (value == null) {
            return "–";
        }
        BigDecimal bare = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return minus(bare.toPlainString());
    }

    static String minute(@Nullable Instant time) {
        return time == null ? "–" : MINUTE.format(time);
    }

    static String date(@Nullable Instant time) {
        return time == null ? "–" : MINUTE.format(time).substring(0, 10);
    }

    /// `52.3 % (49.1–55.4)`, or why there is no number.
    static String share(Estimate estimate, int digits) {
        Double value = estimate.value();
        if (value == null) {
            return reason(estimate.status());
        }
        Double low = estimate.low();
        Double high = estimate.high();
        String middle = percent(value, digits);
        return low == null || high == null
                ? middle
                : middle + " (" + fixed(100 * low, digits) + "–" + fixed(100 * high, digits) + ")";
    }

    /// `+0.12 (−0.05…+0.30)`, or why there is no number.
    static String change(Estimate estimate, int digits) {
        Double value = estimate.value();
        if (value == null) {
            return reason(estimate.status());
        }
        Double low = estimate.low();
        Double high = estimate.high();
        String middle = signed(value, digits);
        return low == null || high == null
                ? middle
                : middle + " (" + signed(low, digits) + "…" + signed(high, digits) + ")";
    }

    /// A probability with two digits, never rounded to certainty; a star where fewer than ten wins or ten losses are behind it.
    static String probability(Estimate estimate) {
        Double value = estimate.value();
        if (value == null) {
            return reason(estimate.status());
        }
        return certain(value) + (estimate.status() == Status.TAIL_UNSEEN ? "*" : "");
    }

    private static String certain(double value) {
        if (value < 0.005 && value > 0) {
            return "<0.01";
        }
        if (value >= 0.995 && value < 1) {
            return ">0.99";
        }
        return fixed(value, 2);
    }

    /// Why there is no number, in words.
    static String reason(Status status) {
        return switch (status) {
            case OK -> "–";
            case NO_DATA -> "no data";
            case TOO_FEW -> "too few";
            case ZERO_VARIANCE -> "all equal";
            case NO_LOSSES -> "no losses";
            case NO_WINS -> "no wins";
            case NO_DRAWDOWN -> "no drawdown";
            case TAIL_UNSEEN -> "tail unseen";
            case RUIN -> "ruin";
            case NOT_READY -> "not ready";
        };
    }

    /// The regime a bot is in now with its own probability, such as "trending 62 %"; marked where another one is more probable.
    static String regime(RegimeFit fit) {
        return fit.name()
                .map(
                        name ->
                                RegimesPage.words(name.regime())
                                        + " "
                                        + percent(name.probability(), 0)
                                        + (name.rival().isPresent() ? "‡" : ""))
                .orElse("–");
    }

    /// In full, such as "ranging holds, 31 %; trending now 54 %, 2 of 3 candles seen".
    static String regime(String measure, NameInForce name) {
        return name.words(measure, RegimesPage::words, p -> percent(p, 0));
    }

    /// The day of a daily candle, by its close: the day its middle lies in, whose midnight the file's zone decides.
    static String dayClosed(Instant close) {
        return date(close.minus(Duration.ofHours(12)));
    }

    static String bytes(long bytes) {
        if (bytes < 1024) {
            return count(bytes, "byte", "bytes");
        }
        double value = bytes / 1024.0;
        String unit = "KiB";
        for (String next : new String[] {"MiB", "GiB", "TiB"}) {
            if (value < 1024) {
                break;
            }
            value /= 1024;
            unit = next;
        }
        return fixed(value, 1) + " " + unit;
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }
}
