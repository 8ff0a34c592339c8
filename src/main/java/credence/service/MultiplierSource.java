package credence.service;

import credence.core.brain.Configuration;
import credence.core.fact.Extra;
import credence.core.fact.Fill;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.value.ContractCode;
import credence.core.value.OptionCode;
import credence.core.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Map;

/// Who says what a point of a row is worth in money.
public enum MultiplierSource {
    FILE("file", "by the file", "the file"),
    TABLE("table", "by the table of common futures", "table of common futures"),
    OPTION("option", "100: standard option contract", "standard option"),
    USER("user", "by your setting", "yours"),
    UNIT("unit", "1: not a futures contract", "not a futures contract"),
    /// An import of a version that took every point for 1 where a file said nothing.
    UNSTATED("unstated", "1: nobody said; set it, or import the file again", "nobody said"),
    UNKNOWN("unknown", "nobody knows", "nobody knows");

    private final String word;
    private final String sentence;
    private final String who;

    MultiplierSource(String word, String sentence, String who) {
        this.word = word;
        this.sentence = sentence;
        this.who = who;
    }

    /// The number with who says so: `×50 — table of common futures`; `nobody knows` without a number.
    ///
    /// @param multiplier null where nobody knows it
    public String with(@Nullable BigDecimal multiplier) {
        return multiplier == null
                ? who
                : "×" + multiplier.stripTrailingZeros().toPlainString() + " — " + who;
    }

    /// @param row as it is stored or as the configuration reads it
    /// @return null for a row that has no multiplier
    public static @Nullable MultiplierSource of(SourceRow row, Configuration configuration) {
        return switch (row) {
            case TradeRecord t -> of(t.symbol(), t.multiplier(), t.extras(), configuration);
            case Fill f -> of(f.symbol(), f.multiplier(), f.extras(), configuration);
            default -> null;
        };
    }

    /// Of a fill as the configuration reads it: it bears the user's word.
    public static MultiplierSource of(Fill fill) {
        return of(fill.symbol(), fill.multiplier(), fill.extras(), Configuration.DEFAULT);
    }

    /// Without knowing the row: whether there is but one answer, and which.
    ///
    /// @param multiplier null where nobody knows it
    /// @return null where only the row tells
    static @Nullable MultiplierSource plain(
            Symbol symbol, @Nullable BigDecimal multiplier, Configuration configuration) {
        if (configuration.multiplier(symbol).isPresent()) {
            return USER;
        }
        if (multiplier == null) {
            return UNKNOWN;
        }
        boolean contract =
                ContractCode.of(symbol.name()).isPresent()
                        || OptionCode.of(symbol.name()).isPresent();
        return multiplier.compareTo(BigDecimal.ONE) == 0 && !contract ? UNIT : null;
    }

    private static MultiplierSource of(
            Symbol symbol,
            BigDecimal multiplier,
            Map<String, String> extras,
            Configuration configuration) {
        if (configuration.multiplier(symbol).isPresent()) {
            return USER;
        }
        String kept = extras.getOrDefault(Extra.MULTIPLIER_SOURCE, "");
        for (MultiplierSource source : values()) {
            if (source.word.equals(kept)) {
                return source;
            }
        }
        if (multiplier.compareTo(BigDecimal.ONE) != 0) {
            return FILE;
        }
        return ContractCode.of(symbol.name())
                        .filter(c -> c.spelling() != ContractCode.Spelling.DIGITS)
                        .isPresent()
                ? UNSTATED
                : UNIT;
    }

    /// One word for machines.
    public String word() {
        return word;
    }

    /// For a reader.
    public String sentence() {
        return sentence;
    }
}
