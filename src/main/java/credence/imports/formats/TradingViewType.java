package credence.imports.formats;

import credence.core.value.Direction;

import java.util.Locale;
import java.util.Optional;

/// What a row of a list of trades is: the way in or the way out, of a long or a short.
///
/// @param entry whether it is the way in
record TradingViewType(boolean entry, Direction direction) {

    /// English in any case, Chinese in both scripts, German (`Long-Einstieg`, `Short-Ausstieg`) and Japanese (`ロングエントリー`, `ショート決済`).
    static Optional<TradingViewType> of(String text) {
        String s = text.strip().toLowerCase(Locale.ROOT);
        boolean in =
                s.startsWith("entry")
                        || s.contains("进场")
                        || s.contains("進場")
                        || s.endsWith("-einstieg")
                        || s.endsWith("エントリー");
        boolean out =
                s.startsWith("exit")
                        || s.contains("出场")
                        || s.contains("出場")
                        || s.endsWith("-ausstieg")
                        || s.endsWith("決済");
        boolean up =
                s.endsWith("long")
                        || s.contains("多")
                        || s.startsWith("long-")
                        || s.startsWith("ロング");
        boolean down =
                s.endsWith("short")
                        || s.contains("空")
                        || s.startsWith("short-")
                        || s.startsWith("ショート");
        return in == out || up == down
                ? Optional.empty()
                : Optional.of(new TradingViewType(in, up ? Direction.LONG : Direction.SHORT));
    }
}
