package credence.service;

import credence.core.market.Situation;
import credence.core.market.Situations;
import credence.core.regime.FourReading;
import credence.core.regime.MarketReading;
import credence.core.value.Regime;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What was known of the market when a trade was entered, by candles closed until then.
///
/// @param regime of four, the name in force; absent without bars and while warming up
/// @param probability of that name, before hysteresis, 0…1; absent with it
/// @param situation fields without data are empty; its session is always known
public record EntryMarket(
        @Nullable Regime regime, @Nullable Double probability, Situation situation) {

    /// What a market without bars says of a moment.
    static EntryMarket unknown(Instant at) {
        return new EntryMarket(null, null, Situations.unknown(at));
    }

    static EntryMarket of(MarketReading reading) {
        FourReading four = reading.four().orElse(null);
        return four == null
                ? new EntryMarket(null, null, reading.situation())
                : new EntryMarket(
                        four.regime(), four.probabilities().of(four.regime()), reading.situation());
    }

    /// `TRENDING`, or `UNKNOWN` where none was read.
    public String name() {
        return regime == null ? "UNKNOWN" : regime.name();
    }
}
