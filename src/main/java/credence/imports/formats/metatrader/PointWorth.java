package credence.imports.formats.metatrader;

import credence.core.value.Direction;
import credence.imports.Multiplier;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a point of price is worth a lot, in the account's currency, worked out from the profits that the broker states: no
/// MetaTrader file says it, and it differs between brokers and, for pairs quoted in a foreign currency, from day to day.
///
/// Of a symbol the worth is one figure if it fits all its trades; else one figure divided by the exit price if that fits (the account
/// is in the pair's first currency); else each trade's own, to the digits that its rounded profit carries; else unknown. A trade
/// whose profit has the other sign than its prices teaches nothing: it takes the worth of the others, so that it is seen to differ.
final class PointWorth {

    /// Digits that the profits must settle for one figure of a symbol, and for that of a single trade.
    private static final int LEAST_DIGITS = 3;

    private static final int LEAST_OWN_DIGITS = 2;

    private static final int MOST_DIGITS = 6;

    private record Sample(BigDecimal points, BigDecimal exitPrice, BigDecimal profit) {

        BigDecimal halfUnit() {
            return BigDecimal.ONE.movePointLeft(Math.max(profit.scale(), 0)).divide(BigDecimal.TWO);
        }

        /// Whether a gain by the prices is stated as a loss, or the other way round.
        boolean contradicts() {
            return points.signum() * profit.signum() < 0;
        }

        /// Digits of the worth that the profit settles.
        int digits() {
            BigDecimal ratio = profit.abs().divide(halfUnit(), MathContext.DECIMAL32);
            return Math.min(MOST_DIGITS, ratio.precision() - ratio.scale() - 1);
        }
    }

    private static final BigDecimal ONE_IN_FIVE = new BigDecimal("0.2");

    private final boolean swapInside;
    private final Map<String, List<Sample>> samples = new HashMap<>();
    private final Map<String, Optional<BigDecimal>> constant = new HashMap<>();
    private final Map<String, Optional<BigDecimal>> overPrice = new HashMap<>();

    /// @param swapInside whether the stated profits hold swaps too: then a figure that fits four trades in five is taken, and
    ///     a single trade's own is not
    PointWorth(boolean swapInside) {
        this.swapInside = swapInside;
    }

    /// Learns from one closed trade.
    ///
    /// @param profit before costs
    void add(
            String symbol,
            Direction direction,
            BigDecimal lots,
            BigDecimal entry,
            BigDecimal exit,
            BigDecimal profit) {
        Sample sample = sample(direction, lots, entry, exit, profit);
        samples.computeIfAbsent(symbol, _ -> new ArrayList<>()).add(sample);
    }

    /// To be asked when all trades are known.
    Multiplier of(
            String symbol,
            Direction direction,
            BigDecimal lots,
            BigDecimal entry,
            BigDecimal exit,
            BigDecimal profit) {
        List<Sample> all = consistent(symbol);
        Multiplier one = of(symbol);
        if (one.origin() == Multiplier.Origin.FILE) {
            return one;
        }
        Optional<BigDecimal> divided =
                overPrice.computeIfAbsent(symbol, _ -> Optional.ofNullable(fitting(all, true)));
        if (divided.isPresent() && exit.signum() > 0) {
            MathContext digits = new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN);
            return Multiplier.ofFile(plain(divided.get().divide(exit, digits)));
        }
        Sample own = sample(direction, lots, entry, exit, profit);
        if (swapInside && !own.contradicts()) {
            return Multiplier.UNKNOWN;
        }
        Sample other = own.contradicts() ? largest(all) : null;
        if (swapInside && other == null) {
            return Multiplier.UNKNOWN;
        }
        own = other == null ? own : other;
        BigDecimal worth = own.digits() < LEAST_OWN_DIGITS ? null : worth(own, false);
        return worth == null ? Multiplier.UNKNOWN : Multiplier.ofFile(worth);
    }

    /// The worth of a symbol for a trade that is still open, where it is one figure.
    Multiplier of(String symbol) {
        return constant.computeIfAbsent(
                        symbol, s -> Optional.ofNullable(fitting(consistent(s), false)))
                .map(Multiplier::ofFile)
                .orElse(Multiplier.UNKNOWN);
    }

    /// The trades of a symbol that teach what a point is worth.
    private List<Sample> consistent(String symbol) {
        return samples.getOrDefault(symbol, List.of()).stream()
                .filter(s -> !s.contradicts())
                .toList();
    }

    private static Sample sample(
            Direction direction,
            BigDecimal lots,
            BigDecimal entry,
            BigDecimal exit,
            BigDecimal profit) {
        BigDecimal points =
                exit.subtract(entry).multiply(lots).multiply(BigDecimal.valueOf(direction.sign()));
        return new Sample(points, exit, profit);
    }

    /// The one figure that explains all profits within their rounding, else null.
    private @Nullable BigDecimal fitting(List<Sample> all, boolean dividedByPrice) {
        Sample surest = swapInside ? median(all, dividedByPrice) : largest(all);
        if (surest == null || surest.digits() < LEAST_DIGITS) {
            return null;
        }
        BigDecimal worth = worth(surest, dividedByPrice);
        if (worth == null) {
            return null;
        }
        int misfits = 0;
        for (Sample s : all) {
            misfits += fits(s, worth, dividedByPrice, surest.digits()) ? 0 : 1;
        }
        BigDecimal allowed =
                swapInside ? ONE_IN_FIVE.multiply(BigDecimal.valueOf(all.size())) : BigDecimal.ZERO;
        return BigDecimal.valueOf(misfits).compareTo(allowed) <= 0 ? worth : null;
    }

    private static boolean fits(Sample s, BigDecimal worth, boolean dividedByPrice, int digits) {
        BigDecimal expected = s.points.multiply(worth);
        if (dividedByPrice) {
            if (s.exitPrice.signum() <= 0) {
                return false;
            }
            expected = expected.divide(s.exitPrice, MathContext.DECIMAL64);
        }
        BigDecimal allowed =
                s.halfUnit().multiply(BigDecimal.TWO).add(expected.abs().movePointLeft(digits - 1));
        return expected.subtract(s.profit).abs().compareTo(allowed) <= 0;
    }

    private static @Nullable Sample largest(List<Sample> all) {
        return all.stream().max(Comparator.comparing(s -> s.profit.abs())).orElse(null);
    }

    private static @Nullable Sample median(List<Sample> all, boolean timesPrice) {
        Map<Sample, BigDecimal> worths = new HashMap<>();
        for (Sample s : all) {
            BigDecimal worth = s.digits() < LEAST_DIGITS ? null : worth(s, timesPrice);
            if (worth != null) {
                worths.put(s, worth);
            }
        }
        List<Map.Entry<Sample, BigDecimal>> sorted =
                worths.entrySet().stream()
                        .sorted(
                                Map.Entry.<Sample, BigDecimal>comparingByValue()
                                        .thenComparing(e -> e.getKey().profit.abs()))
                        .toList();
        return sorted.isEmpty() ? null : sorted.get(sorted.size() / 2).getKey();
    }

    private static @Nullable BigDecimal worth(Sample s, boolean timesPrice) {
        if (s.points.signum() == 0 || s.points.signum() != s.profit.signum()) {
            return null;
        }
        BigDecimal profit = timesPrice ? s.profit.multiply(s.exitPrice) : s.profit;
        return plain(profit.divide(s.points, new MathContext(s.digits(), RoundingMode.HALF_EVEN)));
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
