package credence.service;

import credence.core.brain.Configuration;
import credence.core.fact.Extra;
import credence.core.fact.Fill;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.value.ContractCode;
import credence.core.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Map;

/// Who says what a point of a row is worth in money.
public enum MultiplierSource {
    FILE("file", "by the file"),
    TABLE("table", "by the table of common futures"),
    OPTION("option", "100: standard option contract"),
    USER("user", "by your setting"),
    UNIT("unit", "1: not a futures contract"),
    /// An import of a version that took every point for 1 where a file said nothing.
    UNSTATED("unstated", "1: nobody said; set it, or import the file again"),
    UNKNOWN("unknown", "nobody knows");

    private final String word;
    private final String sentence;

    MultiplierSource(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
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
