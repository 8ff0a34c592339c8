package credence.service;

import credence.core.brain.Configuration;
import credence.core.fact.BeliefReset;
import credence.core.fact.Fact;
import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeMarked;
import credence.core.fact.TradeRecord;
import credence.core.value.Direction;
import credence.core.value.Symbol;
import credence.service.port.Statement;
import credence.service.port.StoredFacts;
import credence.service.port.StoredRow;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which of the kept rows count, and the facts they state (`rules.md` 8, 9). Does not depend on the order of imports.
///
/// A row counts while one batch that stated it is not withdrawn. Of several contents under one key the latest chosen replacement counts;
/// open trades differ by their marks only and keep all of them. An open row gives way to the rows of a later export that close it.
final class RowSelection {

    private record EntryGroup(
            String stream, Symbol symbol, Direction direction, Instant time, BigDecimal price) {}

    /// A row that counts, with the files that state it.
    record Counting(SourceRow row, Set<Long> files, List<TradeRecord> otherMarks) {}

    private RowSelection() {}

    /// The rows that count, each once.
    static List<Counting> rows(StoredFacts stored) {
        Map<RowKey, List<StoredRow>> byKey = LinkedHashMap.newLinkedHashMap(stored.rows().size());
        List<Counting> counting = new ArrayList<>(stored.rows().size());
        for (StoredRow row : stored.rows()) {
            byKey.computeIfAbsent(row.row().key(), k -> new ArrayList<>(1)).add(row);
        }
        for (List<StoredRow> variants : byKey.values()) {
            Counting chosen = choose(variants, stored.withdrawn());
            if (chosen != null) {
                counting.add(chosen);
            }
        }
        return withoutSuperseded(counting);
    }

    /// The facts that count under a configuration, in no particular order.
    static List<Fact> facts(StoredFacts stored, Configuration configuration) {
        List<Fact> facts = new ArrayList<>(stored.rows().size() * 2);
        for (Counting c : rows(stored)) {
            facts.addAll(configuration.read(c.row()).facts());
            for (TradeRecord marked : c.otherMarks()) {
                for (Fact fact : configuration.read(marked).facts()) {
                    if (fact instanceof TradeMarked) {
                        facts.add(fact);
                    }
                }
            }
        }
        for (BeliefReset reset : stored.resets()) {
            facts.add(reset);
        }
        facts.addAll(stored.timeMarks());
        return facts;
    }

    private static @org.jspecify.annotations.Nullable Counting choose(
            List<StoredRow> variants, Set<Long> withdrawn) {
        StoredRow chosen = null;
        long chosenReplacement = -1;
        long sequence = Long.MAX_VALUE;
        Set<Long> files = new HashSet<>();
        List<TradeRecord> marks = new ArrayList<>(0);
        for (StoredRow variant : variants) {
            long replacement = -1;
            boolean counts = false;
            for (Statement s : variant.statements()) {
                if (!withdrawn.contains(s.batch())) {
                    counts = true;
                    sequence = Math.min(sequence, s.sequence());
                    files.add(s.file());
                    replacement = s.replaces() ? Math.max(replacement, s.batch()) : replacement;
                }
            }
            if (!counts) {
                continue;
            }
            if (chosen != null && openTrade(chosen) && openTrade(variant)) {
                marks.add((TradeRecord) variant.row());
            }
            if (chosen == null || replacement > chosenReplacement) {
                chosen = variant;
                chosenReplacement = replacement;
            }
        }
        if (chosen == null) {
            return null;
        }
        SourceRow row = chosen.row();
        return new Counting(
                row.sequence() == sequence ? row : row.withSequence(sequence), files, marks);
    }

    private static boolean openTrade(StoredRow row) {
        return row.row() instanceof TradeRecord t && t.isOpen();
    }

    private static List<Counting> withoutSuperseded(List<Counting> counting) {
        Map<EntryGroup, List<Counting>> groups = new HashMap<>();
        Set<EntryGroup> withOpen = new HashSet<>();
        for (Counting c : counting) {
            if (c.row() instanceof TradeRecord t && t.isOpen()) {
                withOpen.add(group(t));
            }
        }
        if (withOpen.isEmpty()) {
            return counting;
        }
        for (Counting c : counting) {
            if (c.row() instanceof TradeRecord t) {
                EntryGroup g = group(t);
                if (withOpen.contains(g)) {
                    groups.computeIfAbsent(g, k -> new ArrayList<>()).add(c);
                }
            }
        }
        Set<RowKey> superseded = new HashSet<>();
        for (List<Counting> members : groups.values()) {
            for (Counting open : members) {
                if (((TradeRecord) open.row()).isOpen() && isSuperseded(open, members)) {
                    superseded.add(open.row().key());
                }
            }
        }
        return counting.stream().filter(c -> !superseded.contains(c.row().key())).toList();
    }

    /// Whether rows of other files close the open row: one of its size, or several that make up its size.
    private static boolean isSuperseded(Counting open, Collection<Counting> group) {
        BigDecimal size = ((TradeRecord) open.row()).quantity().value();
        BigDecimal others = BigDecimal.ZERO;
        boolean anyClosed = false;
        for (Counting other : group) {
            if (other.row().key().equals(open.row().key()) || sharesFile(open, other)) {
                continue;
            }
            TradeRecord t = (TradeRecord) other.row();
            if (!t.isOpen() && t.quantity().value().compareTo(size) == 0) {
                return true;
            }
            anyClosed |= !t.isOpen();
            others = others.add(t.quantity().value());
        }
        return anyClosed && others.compareTo(size) == 0;
    }

    private static boolean sharesFile(Counting a, Counting b) {
        return a.files().stream().anyMatch(b.files()::contains);
    }

    private static EntryGroup group(TradeRecord t) {
        BigDecimal price = t.entryPrice().value();
        return new EntryGroup(
                TradeRecord.stream(t.account(), t.bot()),
                t.symbol(),
                t.direction(),
                t.entryTime(),
                price.signum() == 0 ? BigDecimal.ZERO : price.stripTrailingZeros());
    }

    /// Order in which rows of one kind are listed.
    static Comparator<Counting> byOrder() {
        return Comparator.comparing(c -> c.row().facts().getFirst().order());
    }
}
