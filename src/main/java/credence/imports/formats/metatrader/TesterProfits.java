package credence.imports.formats.metatrader;

import credence.core.fact.ResultBasis;
import credence.imports.Multiplier;
import credence.imports.Tally;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/// What the profits of a MetaTrader 4 test hold: what the prices make, and overnight interest.
final class TesterProfits {

    private final ZoneId zone;
    private final PointWorth worth = new PointWorth(true);
    private final OvernightInterest interest = new OvernightInterest();

    /// @param zone of the server, whose days count
    TesterProfits(ZoneId zone) {
        this.zone = zone;
    }

    /// Learns from all trades together.
    void learn(List<MtTrade> trades) {
        for (MtTrade t : trades) {
            worth.add(
                    t.symbol(),
                    t.direction(),
                    t.lots(),
                    t.entryPrice(),
                    Objects.requireNonNull(t.exitPrice()),
                    t.profit());
        }
        trades.forEach(this::learnInterest);
        interest.settle();
    }

    Multiplier worthOf(String symbol) {
        return worth.of(symbol);
    }

    void note(Tally tally) {
        interest.note(tally);
    }

    /// Nothing but its prices makes the profit of a trade that was not held over a night: the worth of a point is only known where such
    /// profits follow from their prices, so no commission is in them.
    ResultBasis basis(MtTrade t) {
        return OvernightInterest.nights(day(t.entryTime()), exitDay(t)) == 0
                ? ResultBasis.BEFORE_COSTS
                : ResultBasis.AFTER_COSTS;
    }

    /// What a point is worth in a trade.
    Multiplier worthOf(MtTrade t, BigDecimal exit) {
        return worth.of(t.symbol(), t.direction(), t.lots(), t.entryPrice(), exit, t.profit());
    }

    /// What the prices of a trade make; null when the worth of a point is not known.
    private @Nullable BigDecimal ofPrices(MtTrade t) {
        BigDecimal exit = Objects.requireNonNull(t.exitPrice());
        Multiplier m = worthOf(t, exit);
        return m.origin() == Multiplier.Origin.UNKNOWN
                ? null
                : exit.subtract(t.entryPrice())
                        .multiply(t.lots())
                        .multiply(m.value())
                        .multiply(BigDecimal.valueOf(t.direction().sign()));
    }

    private void learnInterest(MtTrade t) {
        BigDecimal made = ofPrices(t);
        if (made != null) {
            interest.add(t.direction(), t.lots(), day(t.entryTime()), exitDay(t), t.profit(), made);
        }
    }

    /// The interest in a trade's profit, negative is paid; null where it cannot be told.
    @Nullable BigDecimal overnight(MtTrade t) {
        BigDecimal made = ofPrices(t);
        return made == null
                ? null
                : interest.of(
                        t.direction(), t.lots(), day(t.entryTime()), exitDay(t), t.profit(), made);
    }

    private LocalDate exitDay(MtTrade t) {
        return day(Objects.requireNonNull(t.exitTime()));
    }

    /// The server's day.
    private LocalDate day(Instant time) {
        return time.atZone(zone).toLocalDate();
    }
}
