package credence.imports.formats;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What stands for "not closed yet" as the signal or the date of an exit row: see [TradingViewLanguage].
///
/// A signal counts as one of these only at the last moment of a list, where a closed trade would hardly be called so.
final class TradingViewOpen {

    private TradingViewOpen() {}

    static String[] inColumns() {
        return TradingViewLanguage.openWords();
    }

    static boolean says(String text) {
        return TradingViewLanguage.anySaysOpen(text);
    }

    /// What is to be said of a list whose word for open trades nobody knows, and in which none was found.
    ///
    /// @param latest the last moment of the list
    /// @param types what the list calls entries and exits
    static Optional<String> doubt(
            List<TradingViewTrade> trades, Instant latest, Set<String> types) {
        boolean foreign = types.stream().anyMatch(TradingViewOpen::ofDoubtfulLanguage);
        if (!foreign || trades.stream().anyMatch(TradingViewTrade::open)) {
            return Optional.empty();
        }
        String last =
                trades.stream()
                        .filter(t -> t.pair().exitTime().filter(latest::equals).isPresent())
                        .map(t -> t.pair().number() + " (signal “" + t.exitSignal() + "”)")
                        .collect(Collectors.joining(", "));
        return last.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Check whether trade "
                                + last
                                + " is still open: it ends at the last moment of the list, and the"
                                + " word for open trades in this language is not known for sure. It"
                                + " came in as closed. If it is open, undo the import, set"
                                + " TradingView to English and export the list again.");
    }

    private static boolean ofDoubtfulLanguage(String type) {
        return Arrays.stream(TradingViewLanguage.values())
                .filter(language -> language.type(type).isPresent())
                .findFirst()
                .filter(language -> !language.openForSure())
                .isPresent();
    }
}
