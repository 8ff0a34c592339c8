package credence.service;

import credence.core.fact.Fill;
import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.value.Price;
import credence.core.value.SourceClass;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a row may say beside what happened: it moves a belief or its risk, and one export states it where another does not.
///
/// @param stated details in a fixed order, in one spelling, empty where the row says nothing
record Telling(SourceClass source, List<Optional<String>> stated) {

    /// Which of several tellings counts, whatever came first: the one that says most; among equals always the same one.
    static final Comparator<SourceRow> FULLEST =
            Comparator.comparingInt((SourceRow row) -> of(row).count())
                    .thenComparing(row -> row.withSequence(0).toString());

    static Telling of(SourceRow row) {
        return switch (row) {
            case TradeRecord t ->
                    new Telling(
                            t.source(),
                            List.of(
                                    number(t.knownMultiplier()),
                                    number(t.stop().map(Price::value)),
                                    number(t.exit().flatMap(TradeRecord.Exit::mae)),
                                    number(t.exit().flatMap(TradeRecord.Exit::mfe)),
                                    t.call().version()));
            case Fill f ->
                    new Telling(
                            f.source(),
                            List.of(
                                    number(f.knownMultiplier()),
                                    number(f.stop().map(Price::value))));
            default -> new Telling(SourceClass.LIVE, List.of());
        };
    }

    private static Optional<String> number(Optional<BigDecimal> x) {
        return x.map(RowKey::canonical);
    }

    /// Whether nothing that both say differs.
    boolean agrees(Telling other) {
        if (source != other.source) {
            return false;
        }
        for (int i = 0; i < stated.size(); i++) {
            Optional<String> mine = stated.get(i);
            Optional<String> yours = other.stated.get(i);
            if (mine.isPresent() && yours.isPresent() && !mine.equals(yours)) {
                return false;
            }
        }
        return true;
    }

    private int count() {
        return (int) stated.stream().filter(Optional::isPresent).count();
    }
}
