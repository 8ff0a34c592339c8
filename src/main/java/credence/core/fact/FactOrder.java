package credence.core.fact;

import java.time.Instant;

/// Place of a fact in the fold: `(knownAt, rank, stream, sequence, key)` (`rules.md` 1).
///
/// @param knownAt when the world could first know the fact
/// @param stream account and bot as the source names them; empty for facts of no bot
/// @param sequence trade number or numeric execution id, else the ordinal among rows of equal time
/// @param key identity of the row, the last tie-break, so that the order is total
public record FactOrder(Instant knownAt, Rank rank, String stream, long sequence, String key)
        implements Comparable<FactOrder> {

    @Override
    public int compareTo(FactOrder o) {
        int c = knownAt.compareTo(o.knownAt);
        if (c == 0) {
            c = rank.compareTo(o.rank);
        }
        if (c == 0) {
            c = stream.compareTo(o.stream);
        }
        if (c == 0) {
            c = Long.compare(sequence, o.sequence);
        }
        return c == 0 ? key.compareTo(o.key) : c;
    }
}
