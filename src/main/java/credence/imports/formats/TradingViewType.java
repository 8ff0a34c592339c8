package credence.imports.formats;

import credence.core.value.Direction;

import java.util.Locale;
import java.util.Optional;

/// What a row of a list of trades is: the way in or the way out, of a long or a short.
///
/// @param entry whether it is the way in
record TradingViewType(boolean entry, Direction direction) {

    /// English in any case, and Chinese in both scripts.
    static Optional<TradingViewType> of(String text) {
        String s = text.strip().toLowerCase(Locale.ROOT);
        boolean in = s.startsWith("entry") || s.contains("进场") || s.contains("進場");
        boolean out = s.startsWith("exit") || s.contains("出场") || s.contains("出場");
        boolean up = s.endsWith("long") || s.contains("多");
        boolean down = s.endsWith("short") || s.contains("空");
        return in == out || up == down
                ? Optional.empty()
                : Optional.of(new TradingViewType(in, up ? Direction.LONG : Direction.SHORT));
    }
}
