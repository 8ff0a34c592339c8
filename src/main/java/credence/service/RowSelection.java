package credence.service;

import credence.core.brain.Configuration;
import credence.core.fact.Fact;
import credence.core.fact.Rate;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.ledger.Rates;
import credence.core.packed.IntColumn;
import credence.core.packed.RowKind;
import credence.core.value.Direction;
import credence.core.value.Symbol;
import credence.service.port.Statement;
import credence.service.port.StoredFacts;
import credence.service.port.StoredRow;
import credence.service.port.StoredRows;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which of the kept rows count, and the facts they state (`rules.md` 8, 9). Does not depend on the order of imports.
///
/// A row counts while one batch that stated it is not withdrawn. Of several contents under one key the latest chosen replacement counts;
/// an open trade gives way to its closing, under its own key or others (see [Supersession]), and keeps all of its marks: what was said of
/// it at a moment stays true of that moment.
final class RowSelection {

    /// What rows of one entry have in common.
    private record EntryGroup(
            String stream, Symbol symbol, Direction direction, Instant time, BigDecimal price) {

        static EntryGroup of(TradeRecord t) {
            BigDecimal price = t.entryPrice().value();
            return new EntryGroup(
                    TradeRecord.stream(t.account(), t.bot()),
                    t.symbol(),
                    t.direction(),
                    t.entryTime(),
                    price.signum() == 0 ? BigDecimal.ZERO : price.stripTrailingZeros());
        }
    }

    /// One content of a key with what is said for it.
    ///
    /// @param files that state it in batches not withdrawn; none means it does not count
    /// @param sequence smallest place they give it
    /// @param replacement latest batch in which the user chose it over another content, or −1
    record Variant(SourceRow row, Set<Long> files, long sequence, long replacement) {

        static Variant of(StoredRow stored, Set<Long> withdrawn) {
            Set<Long> files = new HashSet<>();
            long sequence = Long.MAX_VALUE;
            long replacement = -1;
            for (Statement s : stored.statements()) {
                if (!withdrawn.contains(s.batch())) {
                    files.add(s.file());
                    sequence = Math.min(sequence, s.sequence());
                    replacement = s.replaces() ? Math.max(replacement, s.batch()) : replacement;
                }
            }
            return new Variant(stored.row(), files, sequence, replacement);
        }

        boolean counts() {
            return !files.isEmpty();
        }

        boolean isOpen() {
            return row instanceof TradeRecord t && t.isOpen();
        }
    }

    /// A row that counts, with the files that state it.
    ///
    /// @param otherMarks the same trade while it was open, under the same key, once for each further mark of it
    record Counting(SourceRow row, Set<Long> files, List<TradeRecord> otherMarks) {

        TradeRecord trade() {
            return (TradeRecord) row;
        }

        boolean isOpen() {
            return row instanceof TradeRecord t && t.isOpen();
        }
    }

    private RowSelection() {}

    /// The rows that count, each once; made when asked for.
    static List<Counting> rows(StoredFacts stored) {
        return select(stored).rows();
    }

    /// The rates that count. They state no facts: they apply to the whole fold.
    static Rates rates(StoredFacts stored) {
        StoredRows rows = StoredRows.of(stored.rows());
        List<StoredRow> rates = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.kind(i) == RowKind.RATE) {
                rates.add(rows.get(i));
            }
        }
        if (rates.isEmpty()) {
            return Rates.NONE;
        }
        StoredFacts only =
                new StoredFacts(rates, stored.withdrawn(), stored.resets(), stored.timeMarks());
        return Rates.of(rows(only).stream().map(c -> (Rate) c.row()).toList());
    }

    /// The facts that count under a configuration, in no particular order; made when asked for.
    static List<Fact> facts(StoredFacts stored, Configuration configuration) {
        return select(stored).facts(configuration);
    }

    private static Selection select(StoredFacts stored) {
        StoredRows rows = StoredRows.of(stored.rows());
        KeyIndex keys = new KeyIndex(rows);
        IntColumn alone = new IntColumn();
        List<Counting> chosen = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!keys.isFirst(i, rows.key(i))) {
                continue;
            }
            List<Integer> contents = keys.withFirst(i);
            if (contents.size() > 1) {
                Counting best =
                        choose(contents.stream().map(rows::get).toList(), stored.withdrawn());
                if (best != null) {
                    chosen.add(best);
                }
            } else if (rows.statements(i).stream()
                    .anyMatch(s -> !stored.withdrawn().contains(s.batch()))) {
                alone.add(i);
            }
        }
        return withoutSuperseded(new Selection(stored, rows, alone, chosen));
    }

    private static @Nullable Counting choose(List<StoredRow> variants, Set<Long> withdrawn) {
        List<Variant> counting = new ArrayList<>(variants.size());
        for (StoredRow stored : variants) {
            Variant variant = Variant.of(stored, withdrawn);
            if (variant.counts()) {
                counting.add(variant);
            }
        }
        if (counting.isEmpty()) {
            return null;
        }
        if (counting.size() == 1) {
            Variant only = counting.getFirst();
            return new Counting(placed(only.row(), only.sequence()), only.files(), List.of());
        }
        Variant chosen = best(counting);
        long sequence = Long.MAX_VALUE;
        Set<Long> files = new HashSet<>();
        List<TradeRecord> marks = new ArrayList<>(0);
        for (Variant v : counting) {
            sequence = Math.min(sequence, v.sequence());
            files.addAll(v.files());
        }
        SourceRow row = placed(chosen.row(), sequence);
        for (Variant v : counting) {
            if (!v.equals(chosen) && v.isOpen() && SameRow.agree(v.row(), row)) {
                marks.add((TradeRecord) placed(v.row(), sequence));
            }
        }
        return new Counting(row, files, marks);
    }

    /// The latest chosen replacement, or where nothing was replaced the fullest telling of the one content there is; a closing ends what is
    /// open.
    ///
    /// @param counting not empty
    static Variant best(List<Variant> counting) {
        Variant best = counting.getFirst();
        for (Variant v : counting.subList(1, counting.size())) {
            best = order(v, best) > 0 ? v : best;
        }
        Variant chosen = best;
        if (chosen.isOpen()) {
            for (Variant v : counting) {
                if (!v.isOpen()
                        && SameRow.agree(v.row(), best.row())
                        && (chosen.isOpen() || order(v, chosen) > 0)) {
                    chosen = v;
                }
            }
        }
        return chosen;
    }

    private static int order(Variant a, Variant b) {
        int c = Long.compare(a.replacement(), b.replacement());
        return c == 0 ? Telling.FULLEST.compare(a.row(), b.row()) : c;
    }

    static SourceRow placed(SourceRow row, long sequence) {
        return row.sequence() == sequence ? row : row.withSequence(sequence);
    }

    /// Trades of entries that have an open row are settled against each other; all other rows stay as they are.
    private static Selection withoutSuperseded(Selection all) {
        Set<EntryGroup> withOpen = new HashSet<>();
        for (Counting c : all.chosen()) {
            if (c.isOpen()) {
                withOpen.add(EntryGroup.of(c.trade()));
            }
        }
        for (int i = 0; i < all.alone().size(); i++) {
            if (all.kind(i).isOpenTrade()) {
                withOpen.add(EntryGroup.of(all.counting(i).trade()));
            }
        }
        if (withOpen.isEmpty()) {
            return all;
        }
        Map<EntryGroup, List<Counting>> groups = new HashMap<>();
        List<Counting> chosen = new ArrayList<>(all.chosen());
        IntColumn alone = new IntColumn();
        for (Counting c : all.chosen()) {
            if (c.row() instanceof TradeRecord t && withOpen.contains(EntryGroup.of(t))) {
                groups.computeIfAbsent(EntryGroup.of(t), k -> new ArrayList<>()).add(c);
            }
        }
        for (int i = 0; i < all.alone().size(); i++) {
            Counting c = all.kind(i).isTrade() ? all.counting(i) : null;
            EntryGroup group = c == null ? null : EntryGroup.of(c.trade());
            if (c != null && group != null && withOpen.contains(group)) {
                groups.computeIfAbsent(group, k -> new ArrayList<>()).add(c);
                chosen.add(c);
            } else {
                alone.add(all.alone().get(i));
            }
        }
        Supersession supersession = new Supersession();
        groups.values().forEach(supersession::settle);
        return new Selection(
                all.stored(),
                all.held(),
                alone,
                chosen.stream()
                        .filter(c -> !supersession.superseded(c))
                        .map(supersession::withMarks)
                        .toList());
    }

    /// Order in which rows of one kind are listed.
    static Comparator<Counting> byOrder() {
        return Comparator.comparing(c -> c.row().facts().getFirst().order());
    }
}
