package credence.core.regime;

import credence.core.market.Situation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// All that is known of a symbol's market at one moment, by candles closed at or before it. Readings still warming up are empty.
///
/// @param four on the decision interval (one hour, or the imported interval if coarser)
/// @param five daily
/// @param seven on the decision interval
/// @param situation fingerprint of the moment; its session is always known
/// @param atr ATR(14) in price on the interval R is measured by (15 minutes, or the finest held)
/// @param silentSince close of the last bar, where bars have stopped for so long that four, five or seven are not known any more
public record MarketReading(
        Optional<FourReading> four,
        Optional<FiveReading> five,
        Optional<SevenReading> seven,
        Situation situation,
        OptionalDouble atr,
        Optional<Instant> silentSince) {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// Such as "no bars since 2015-01-08 00:00 UTC".
    public static String silence(Instant last) {
        return "no bars since " + MINUTES.format(last) + " UTC";
    }
}
