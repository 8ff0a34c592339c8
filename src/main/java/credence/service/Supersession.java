package credence.service;

import credence.core.fact.RowKey;
import credence.core.fact.TradeRecord;
import credence.service.RowSelection.Counting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the open rows that other exports close under other keys (`rules.md` 8): same stream, same entry, and either a closed row of the
/// same size or rows, at least one of them closed, that make up its size.
///
/// Rows of one file are different positions: they never close each other, and one closing row closes only one of them. Open rows
/// of several exports may be one position at several moments: the smallest is settled first, and what is superseded counts no more.
/// Marks of a superseded row go over to the rows that take its place.
final class Supersession {

    private final Set<RowKey> superseded = new HashSet<>();
    private final List<Settled> ofThisEntry = new ArrayList<>();
    private final Map<RowKey, List<TradeRecord>> inherited = new HashMap<>();

    /// An open row and the rows that take its place.
    private record Settled(Counting open, List<Counting> successors) {}

    /// Settles the rows of one entry.
    void settle(List<Counting> group) {
        Comparator<Counting> order =
                Comparator.comparing((Counting c) -> c.trade().quantity().value())
                        .thenComparing(c -> c.row().sequence())
                        .thenComparing(c -> c.row().key());
        ofThisEntry.clear();
        List<Counting> members = group.stream().sorted(order).toList();
        for (Counting open : members) {
            if (open.isOpen()) {
                closing(open, members).ifPresent(rows -> supersede(open, rows));
            }
        }
    }

    private Optional<List<Counting>> closing(Counting open, List<Counting> members) {
        BigDecimal size = open.trade().quantity().value();
        List<Counting> candidates = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        boolean anyClosed = false;
        for (Counting other : members) {
            if (key(other).equals(key(open))
                    || superseded(other)
                    || shareFile(open, other)
                    || closesNeighbour(other, open)) {
                continue;
            }
            BigDecimal part = other.trade().quantity().value();
            if (!other.isOpen() && part.compareTo(size) == 0) {
                return Optional.of(List.of(other));
            }
            if (other.isOpen() && part.compareTo(size) >= 0) {
                // An earlier moment of the same position, or another one: no part of this.
                continue;
            }
            candidates.add(other);
            sum = sum.add(part);
            anyClosed |= !other.isOpen();
        }
        return anyClosed && sum.compareTo(size) == 0 ? Optional.of(candidates) : Optional.empty();
    }

    /// Whether the row has closed another row of a file that states `open` too.
    private boolean closesNeighbour(Counting row, Counting open) {
        for (Settled s : ofThisEntry) {
            if (shareFile(s.open(), open)
                    && s.successors().stream().anyMatch(c -> key(c).equals(key(row)))) {
                return true;
            }
        }
        return false;
    }

    private static RowKey key(Counting c) {
        return c.row().key();
    }

    private static boolean shareFile(Counting a, Counting b) {
        for (Long file : a.files()) {
            if (b.files().contains(file)) {
                return true;
            }
        }
        return false;
    }

    private void supersede(Counting open, List<Counting> rows) {
        superseded.add(key(open));
        ofThisEntry.add(new Settled(open, rows));
        List<TradeRecord> marks = new ArrayList<>(marks(open));
        marks.add(open.trade());
        for (Counting row : rows) {
            for (TradeRecord mark : marks) {
                if (mark.mark().isPresent()) {
                    inherited
                            .computeIfAbsent(key(row), k -> new ArrayList<>())
                            .add(taken(mark, row.trade()));
                }
            }
        }
    }

    private List<TradeRecord> marks(Counting c) {
        List<TradeRecord> marks = new ArrayList<>(c.otherMarks());
        marks.addAll(inherited.getOrDefault(key(c), List.of()));
        return marks;
    }

    /// The mark as that of a part: same time and price, its share of the result.
    private static TradeRecord taken(TradeRecord from, TradeRecord to) {
        BigDecimal share = to.quantity().value();
        BigDecimal whole = from.quantity().value();
        Optional<TradeRecord.Mark> mark =
                from.mark()
                        .map(
                                m ->
                                        new TradeRecord.Mark(
                                                m.time(),
                                                m.price(),
                                                m.netPnl()
                                                        .map(
                                                                net ->
                                                                        share.compareTo(whole) == 0
                                                                                ? net
                                                                                : net.multiply(
                                                                                                share)
                                                                                        .divide(
                                                                                                whole,
                                                                                                MathContext
                                                                                                        .DECIMAL128))));
        return new TradeRecord(
                to.key(),
                to.sequence(),
                from.account(),
                from.bot(),
                from.symbol(),
                from.direction(),
                to.quantity(),
                from.entryTime(),
                from.entryPrice(),
                Optional.empty(),
                mark,
                from.multiplier(),
                from.currency(),
                from.stop(),
                from.takeProfit(),
                from.source(),
                from.call(),
                from.extras());
    }

    boolean superseded(Counting c) {
        return superseded.contains(key(c));
    }

    /// The row with the marks of what it superseded.
    Counting withMarks(Counting c) {
        return inherited.containsKey(key(c)) ? new Counting(c.row(), c.files(), marks(c)) : c;
    }
}
