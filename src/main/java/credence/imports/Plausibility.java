package credence.imports;

import credence.core.fact.Extra;
import credence.core.fact.Fill;
import credence.core.fact.Prediction;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.value.ContractCode;
import credence.core.value.Price;
import credence.core.value.Symbol;
import credence.service.port.FileReport.Refusal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Refuses rows that say what cannot be, whatever their format: times of the future, prices below zero of what has none.
///
/// Futures and spreads can fall below zero, as crude oil did on 20 April 2020; shares, coins and currencies cannot.
final class Plausibility {

    private final Optional<Instant> latest;
    private final SortedSet<String> belowZero = new TreeSet<>();

    /// @param latest the last moment that a row may be of; empty for any
    Plausibility(Optional<Instant> latest) {
        this.latest = latest;
    }

    Optional<Refusal> refusal(SourceRow row, int line) {
        return switch (row) {
            case Fill f ->
                    future(f.time(), line)
                            .or(
                                    () ->
                                            price(
                                                    f.price(),
                                                    f.symbol(),
                                                    f.multiplier(),
                                                    f.extras(),
                                                    line));
            case TradeRecord t -> trade(t, line);
            case Prediction p -> future(p.time(), line);
            default -> Optional.empty();
        };
    }

    private Optional<Refusal> trade(TradeRecord t, int line) {
        Instant last = t.entryTime();
        Price lowest = t.entryPrice();
        if (t.exit().isPresent()) {
            TradeRecord.Exit exit = t.exit().get();
            last = exit.time();
            lowest = lower(lowest, exit.price());
        }
        if (t.mark().isPresent()) {
            TradeRecord.Mark mark = t.mark().get();
            last = mark.time().isAfter(last) ? mark.time() : last;
            lowest = lower(lowest, mark.price());
        }
        Price price = lowest;
        return future(last, line)
                .or(() -> price(price, t.symbol(), t.multiplier(), t.extras(), line));
    }

    private static Price lower(Price a, Price b) {
        return a.value().compareTo(b.value()) <= 0 ? a : b;
    }

    private Optional<Refusal> future(Instant time, int line) {
        return latest.isEmpty() || !time.isAfter(latest.get())
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                line,
                                "",
                                time.toString(),
                                "The row is of the future: more than a day after now.",
                                "Correct the time in the file, its zone or the order of day and"
                                        + " month; if the file is right, set this computer's"
                                        + " clock."));
    }

    private Optional<Refusal> price(
            Price price,
            Symbol symbol,
            BigDecimal multiplier,
            Map<String, String> extras,
            int line) {
        if (price.value().signum() >= 0) {
            return Optional.empty();
        }
        if (multiplier.compareTo(BigDecimal.ONE) != 0
                || extras.containsKey(Extra.MULTIPLIER_SOURCE)
                || isContract(symbol.name())) {
            belowZero.add(symbol.name());
            return Optional.empty();
        }
        return Optional.of(
                new Refusal(
                        line,
                        "",
                        price.value().toPlainString(),
                        "The price is below zero, which only futures and spreads can have.",
                        "Correct the price; if "
                                + symbol.name()
                                + " is a future or a spread, name its contract (CLM0) or add a"
                                + " column multiplier."));
    }

    /// A contract, or two of them against each other.
    private static boolean isContract(String symbol) {
        if (ContractCode.of(symbol).isPresent()) {
            return true;
        }
        for (int i = 3; i + 3 <= symbol.length(); i++) {
            if (ContractCode.of(symbol.substring(0, i)).isPresent()
                    && ContractCode.of(symbol.substring(i)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// What was let pass.
    Optional<String> note() {
        return belowZero.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Prices below zero were taken as they are, since futures and spreads can"
                                + " have them: "
                                + String.join(", ", belowZero)
                                + ".");
    }
}
