package credence.imports.formats;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What stands for "not closed yet" as the signal or the date of an exit row.
///
/// English and German words are those of real lists. Of Chinese and Japanese lists with an open trade none was at hand: the words for it
/// that TradingView may use are taken too, and where none of them stands the trader is told which trade may be open.
final class TradingViewOpen {

    private static final List<String> KNOWN = List.of("Open", "open", "OPEN", "Offen");

    /// An exit's signal counts as one of these only at the last moment of a list, where a closed trade would hardly be called so.
    private static final List<String> LIKELY =
            List.of("未平仓", "未平倉", "持仓", "持倉", "持仓中", "持倉中", "オープン", "未決済", "保有中", "ポジション保有中");

    private static final Set<String> WORDS = words();

    private TradingViewOpen() {}

    private static Set<String> words() {
        Set<String> all = new TreeSet<>(KNOWN);
        all.addAll(LIKELY);
        return Set.copyOf(all);
    }

    static String[] inColumns() {
        return WORDS.toArray(String[]::new);
    }

    static boolean says(String text) {
        return WORDS.contains(text) || KNOWN.stream().anyMatch(text::equalsIgnoreCase);
    }

    /// What is to be said of a list whose word for open trades nobody knows, and in which none was found.
    ///
    /// @param latest the last moment of the list
    /// @param types what the list calls entries and exits
    static Optional<String> doubt(
            List<TradingViewTrade> trades, Instant latest, Set<String> types) {
        boolean foreign = types.stream().anyMatch(TradingViewOpen::isChineseOrJapanese);
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

    private static boolean isChineseOrJapanese(String text) {
        return text.codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .anyMatch(
                        s ->
                                s == Character.UnicodeScript.HAN
                                        || s == Character.UnicodeScript.HIRAGANA
                                        || s == Character.UnicodeScript.KATAKANA);
    }
}
