package credence.imports.formats;

import credence.core.value.Direction;

import java.util.Optional;

/// What a row of a list of trades is: the way in or the way out, of a long or a short.
///
/// @param entry whether it is the way in
record TradingViewType(boolean entry, Direction direction) {

    static TradingViewType of(boolean entry, boolean longs) {
        return new TradingViewType(entry, longs ? Direction.LONG : Direction.SHORT);
    }

    /// In whatever language it is told.
    static Optional<TradingViewType> of(String text) {
        for (TradingViewLanguage language : TradingViewLanguage.values()) {
            Optional<TradingViewType> type = language.type(text);
            if (type.isPresent()) {
                return type;
            }
        }
        return Optional.empty();
    }
}
