package credence.imports.formats;

import credence.core.value.CurrencyCode;
import credence.core.value.Symbol;
import credence.imports.Multiplier;
import credence.imports.SymbolWorth;
import credence.imports.Tally;
import credence.imports.formats.TradingViewHeader.Column;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/// Money per point of price per contract, from the column that states the size in money: value ÷ (size × price).
///
/// Taken only when it is one and the same for every trade and price and P&L are in one currency; else by the table of common futures
/// where the symbol is one, else 1.
final class PointValue {

    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final BigDecimal TOLERANCE = new BigDecimal("0.001");

    private final TradingViewHeader columns;
    private final Tally tally;

    PointValue(TradingViewHeader columns, Tally tally) {
        this.columns = columns;
        this.tally = tally;
    }

    Multiplier of(Symbol symbol, CurrencyCode currency, List<TradingViewTrade> trades) {
        if (trades.isEmpty()) {
            return Multiplier.ONE;
        }
        return stated(trades)
                .map(Multiplier::ofFile)
                .orElseGet(
                        () -> {
                            SymbolWorth worth = new SymbolWorth();
                            Multiplier known =
                                    worth.of(
                                            symbol.name(),
                                            trades.getFirst().pair().entryTime(),
                                            Optional.of(currency));
                            worth.notes(tally);
                            return known;
                        });
    }

    /// By the size column; empty where it says nothing.
    private Optional<BigDecimal> stated(List<TradingViewTrade> trades) {
        Optional<CurrencyCode> price = columns.currency(Column.PRICE);
        Optional<CurrencyCode> pnl = columns.currency(Column.PNL);
        Optional<TradingViewTrade> largest =
                trades.stream()
                        .filter(t -> t.value().isPresent() && notional(t).signum() > 0)
                        .max((a, b) -> a.value().orElseThrow().compareTo(b.value().orElseThrow()));
        if (largest.isEmpty() || (price.isPresent() && pnl.isPresent() && !price.equals(pnl))) {
            return Optional.empty();
        }
        BigDecimal value = largest.get().value().orElseThrow();
        BigDecimal multiplier = value.divide(notional(largest.get()), FOUR_DIGITS);
        if (multiplier.signum() <= 0
                || multiplier.subtract(BigDecimal.ONE).abs().compareTo(TOLERANCE) <= 0) {
            return Optional.of(BigDecimal.ONE);
        }
        for (TradingViewTrade trade : trades) {
            if (trade.value().isPresent() && !fits(trade, multiplier)) {
                tally.note(
                        "The size in money does not follow from size and price; it does not say"
                                + " what a point is worth.");
                return Optional.empty();
            }
        }
        BigDecimal plain = new BigDecimal(multiplier.stripTrailingZeros().toPlainString());
        tally.note(
                "A point is worth " + plain.toPlainString() + " a contract, by the size column.");
        return Optional.of(plain);
    }

    private static boolean fits(TradingViewTrade trade, BigDecimal multiplier) {
        BigDecimal value = trade.value().orElseThrow();
        BigDecimal roundedOff = BigDecimal.ONE.movePointLeft(value.scale());
        return value.subtract(notional(trade).multiply(multiplier))
                        .abs()
                        .compareTo(value.abs().multiply(TOLERANCE).add(roundedOff))
                <= 0;
    }

    private static BigDecimal notional(TradingViewTrade trade) {
        return trade.quantity().multiply(trade.entryPrice());
    }
}
