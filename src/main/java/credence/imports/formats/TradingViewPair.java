package credence.imports.formats;

import credence.core.value.Direction;
import credence.imports.Row;

import java.time.Instant;
import java.util.Optional;

/// The two rows of one trade.
///
/// @param exitTime absent when the file says it is still open, or states no time
record TradingViewPair(
        long number,
        Direction direction,
        Row entry,
        Row exit,
        Instant entryTime,
        Optional<Instant> exitTime) {

    int firstLine() {
        return Math.min(entry.line(), exit.line());
    }
}
