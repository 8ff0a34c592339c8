package credence.imports;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/// What a row says about whose it is; empty texts where it says nothing.
///
/// @param bot an explicit name or id of the bot: magic number, strategy, order reference
/// @param account as the file names it
/// @param tag comment, order name or signal
/// @param symbol as the file spells it
/// @param time of the entry or the execution; null when the file has none
/// @param columns the row's cells by the names of their columns, for the trader's own rules, where the file has no rows of cells
/// @param line of the row, for rules about its cells; 0 for the row that is being read
public record Clues(
        String bot,
        String account,
        String tag,
        String symbol,
        @Nullable Instant time,
        Map<String, String> columns,
        int line) {

    public static final Clues NONE = new Clues("", "", "", "", null, Map.of(), 0);

    public Clues bot(String name) {
        return new Clues(name.strip(), account, tag, symbol, time, columns, line);
    }

    public Clues account(String name) {
        return new Clues(bot, name.strip(), tag, symbol, time, columns, line);
    }

    public Clues tag(String label) {
        return new Clues(bot, account, label.strip(), symbol, time, columns, line);
    }

    public Clues symbol(String name) {
        return new Clues(bot, account, tag, name.strip(), time, columns, line);
    }

    public Clues time(Instant when) {
        return new Clues(bot, account, tag, symbol, when, columns, line);
    }

    public Clues columns(Map<String, String> cells) {
        return new Clues(bot, account, tag, symbol, time, cells, line);
    }

    /// Line of the row, where its draft is made after others have been read.
    public Clues line(int number) {
        return new Clues(bot, account, tag, symbol, time, columns, number);
    }
}
