package credence.imports.formats.metatrader;

import credence.core.value.Direction;
import credence.imports.Tally;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Tells overnight interest (swap) apart in profits that hold it: what a profit is more than its prices make, if it is the same
/// money a lot and night for all trades of a side.
///
/// A night counts when the server's day changes; that from Wednesday to Thursday counts three times, for the settlement over the
/// weekend, and the weekend itself once, when Monday begins. This is MetaTrader's usual rule, not stated in a report: a rate counts only
/// where at least three trades of a side agree on it.
final class OvernightInterest {

    private static final int LEAST = 3;

    /// Prices at which the tester values profits in another currency are the tick's, not the printed ones.
    private static final BigDecimal VALUED = new BigDecimal("0.003");

    /// A closed trade that was held over at least one night that counts.
    ///
    /// @param more profit less what its prices make
    private record Held(BigDecimal lotNights, BigDecimal more, BigDecimal tolerance) {

        boolean fits(BigDecimal rate) {
            return more.subtract(rate.multiply(lotNights)).abs().compareTo(tolerance) <= 0;
        }
    }

    private final Map<Direction, List<Held>> held = new EnumMap<>(Direction.class);
    private final Map<Direction, BigDecimal> rates = new EnumMap<>(Direction.class);
    private final Map<Direction, Integer> found = new EnumMap<>(Direction.class);

    /// Nights that count from one day of the server to another.
    static int nights(LocalDate from, LocalDate to) {
        int nights = 0;
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            nights +=
                    switch (day.getDayOfWeek()) {
                        case WEDNESDAY -> 3;
                        case FRIDAY, SATURDAY -> 0;
                        default -> 1;
                    };
        }
        return nights;
    }

    /// Learns from one closed trade.
    ///
    /// @param ofPrices what its prices make
    void add(
            Direction direction,
            BigDecimal lots,
            LocalDate entry,
            LocalDate exit,
            BigDecimal profit,
            BigDecimal ofPrices) {
        Held trade = trade(lots, nights(entry, exit), profit, ofPrices);
        if (trade != null) {
            held.computeIfAbsent(direction, _ -> new ArrayList<>()).add(trade);
        }
    }

    private static @Nullable Held trade(
            BigDecimal lots, int nights, BigDecimal profit, BigDecimal ofPrices) {
        if (nights == 0) {
            return null;
        }
        // Price part and interest are each rounded to the profit's last place, and so is their sum.
        BigDecimal unit = BigDecimal.ONE.movePointLeft(Math.max(profit.scale(), 0));
        return new Held(
                lots.multiply(BigDecimal.valueOf(nights)),
                profit.subtract(ofPrices),
                unit.add(unit).add(ofPrices.abs().multiply(VALUED)));
    }

    /// To be called when all trades are known.
    void settle() {
        held.forEach(
                (direction, trades) -> {
                    List<BigDecimal> each =
                            trades.stream()
                                    .map(h -> h.more.divide(h.lotNights, MathContext.DECIMAL32))
                                    .sorted()
                                    .toList();
                    BigDecimal rate = each.get(each.size() / 2);
                    long fitting = trades.stream().filter(h -> h.fits(rate)).count();
                    if (rate.signum() != 0 && fitting >= LEAST && 2 * fitting > trades.size()) {
                        rates.put(direction, rate);
                    }
                });
    }

    /// The interest in one trade's profit, to its last place; negative is paid; null where it cannot be told.
    @Nullable BigDecimal of(
            Direction direction,
            BigDecimal lots,
            LocalDate entry,
            LocalDate exit,
            BigDecimal profit,
            BigDecimal ofPrices) {
        BigDecimal rate = rates.get(direction);
        Held trade = trade(lots, nights(entry, exit), profit, ofPrices);
        if (rate == null || trade == null || !trade.fits(rate)) {
            return null;
        }
        found.merge(direction, 1, Integer::sum);
        return trade.more.setScale(Math.max(profit.scale(), 0), RoundingMode.HALF_EVEN);
    }

    void note(Tally tally) {
        found.forEach(
                (direction, trades) ->
                        tally.note(
                                trades
                                        + (trades == 1 ? " profit" : " profits")
                                        + " of "
                                        + (direction == Direction.LONG ? "long" : "short")
                                        + " trades hold overnight interest, about "
                                        + rates.getOrDefault(direction, BigDecimal.ZERO)
                                                .setScale(2, RoundingMode.HALF_EVEN)
                                                .toPlainString()
                                                .replace('-', '−')
                                        + " a lot and night (Wednesday’s counts three times): what"
                                        + " they are more than their prices make. It stands as"
                                        + " their costs."));
    }
}
