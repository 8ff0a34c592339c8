package credence.imports.formats.bars;

import credence.core.value.Symbol;
import credence.imports.Cells;
import credence.imports.Header;
import credence.imports.RefusedRow;
import credence.imports.UnreadableFile;
import credence.service.port.JournalReader.BarOptions;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The column of a table of bars that says what was traded. What it says and what the trader says must be one thing: a file of several
/// symbols read as one would be a series of prices that never was.
final class SymbolColumn {

    private static final String[] NAMES = {
        "symbol", "ticker", "tic", "pair", "instrument", "security", "asset", "name"
    };

    private final int column;
    private final @Nullable Symbol said;
    private final Map<String, Symbol> known = new HashMap<>();

    private SymbolColumn(int column, Optional<Symbol> said) {
        this.column = column;
        this.said = said.orElse(null);
    }

    /// @throws UnreadableFile when neither the file nor the trader names a symbol
    static SymbolColumn of(Header header, BarOptions options) throws UnreadableFile {
        int column = header.findAny(NAMES);
        if (column < 0) {
            SeriesBySymbol.said(options);
        }
        return new SymbolColumn(column, options.symbol());
    }

    /// What the bar of a row is of. An empty cell means what the trader said.
    ///
    /// @throws RefusedRow when the row names no symbol, and the trader named none
    /// @throws UnreadableFile when the row names another symbol than the trader
    Symbol read(Cells cells) throws RefusedRow, UnreadableFile {
        String text = cells.text(column);
        if (text.isEmpty()) {
            if (said == null) {
                throw cells.refuse(
                        column,
                        "The symbol is missing.",
                        "Fill in the cell; or say --symbol if all rows are of one symbol.");
            }
            return said;
        }
        Symbol symbol = known.get(text);
        if (symbol == null) {
            try {
                symbol = Symbol.of(text);
            } catch (IllegalArgumentException _) {
                throw cells.refuse(
                        column,
                        "No symbol is left of this text.",
                        "Write it with letters or digits, such as ETHUSDT.");
            }
            known.put(text, symbol);
        }
        if (said != null && !symbol.equals(said)) {
            throw new UnreadableFile(
                    cells.refuse(
                                    column,
                                    "The row is of "
                                            + symbol
                                            + ", and --symbol says "
                                            + said
                                            + ": bars of two symbols are two series.",
                                    "Leave --symbol out: the file names its symbols, and each"
                                            + " becomes a series of its own. If "
                                            + symbol
                                            + " is only another name of "
                                            + said
                                            + ", take the column out of the file.")
                            .refusal());
        }
        return symbol;
    }
}
