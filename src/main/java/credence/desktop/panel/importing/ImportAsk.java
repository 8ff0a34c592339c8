package credence.desktop.panel.importing;

import java.util.EnumSet;
import java.util.Set;

/// Something that files do not state themselves and the trader gives once for all of them.
public enum ImportAsk {
    ZONE("--zone", "the time zone of their times"),
    SYMBOL("--symbol", "the symbol that was traded"),
    CURRENCY("--currency", "the currency"),
    BOT("--bot", "the name of the bot"),
    DATE_ORDER("--date-order", "whether the day or the month comes first"),
    DECIMAL("--decimal", "whether point or comma stands before the decimals"),
    DATE("--date ", "the day, since they hold only the time of day"),
    FORMAT("--format ", "which of the formats it is"),
    COLUMNS("--map", "what their columns mean"),
    BARS("import-bars", "that they hold price bars, and of which symbol");

    private final String option;
    private final String words;

    ImportAsk(String option, String words) {
        this.option = option;
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// What a refusal asks for, known by the option of the command line that its remedy names.
    static Set<ImportAsk> in(String remedy) {
        Set<ImportAsk> asks = EnumSet.noneOf(ImportAsk.class);
        for (ImportAsk ask : values()) {
            if ((remedy + " ").contains(ask.option)) {
                asks.add(ask);
            }
        }
        if (asks.contains(COLUMNS)) {
            return EnumSet.of(COLUMNS);
        }
        if (asks.contains(BARS)) {
            return EnumSet.of(BARS);
        }
        return asks;
    }
}
