package credence.service;

import credence.core.fact.Bar;
import credence.core.fact.Fill;
import credence.core.fact.Prediction;
import credence.core.fact.Rate;
import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.packed.KeyTable;
import credence.core.value.Symbol;
import credence.service.RowSelection.Variant;
import credence.service.port.FileReport;
import credence.service.port.FileReport.Refusal;
import credence.service.port.NewBatch.NewFile;
import credence.service.port.NewBatch.NewRow;
import credence.service.port.ParsedFile;
import credence.service.port.ParsedFile.ParsedRow;
import credence.service.port.RowChoice;
import credence.service.port.RowDecisions;
import credence.service.port.StoredFacts;
import credence.service.port.StoredRows;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Holds rows that were read against rows that are known: new, duplicate, or changed (`rules.md` 8, 9).
final class Comparison {

    /// Stands for a file of this batch.
    private static final long THIS_BATCH = Long.MIN_VALUE;

    private final StoredRows held;
    private final Set<Long> withdrawn;
    private final boolean replace;
    private final EarlierDecisions earlier;
    private final KeyIndex heldKeys;
    private final FreshRows fresh;

    /// Held rows that counted no more, being the only content of their key, until this batch stated them again.
    private final BitSet revived = new BitSet();

    /// What is known of the keys of which more is known than one held or one new row.
    private final Map<RowKey, List<Known>> several = new HashMap<>();

    /// A content of a key.
    ///
    /// @param number its place among the held rows and, after them, the new ones of this batch
    private record Known(int number, Variant variant) {}

    /// A file with what was found of its rows.
    record Compared(NewFile file, ImportPlan.Found found) {}

    /// @param earlier what was decided about rows of earlier imports
    Comparison(StoredFacts known, boolean replace, EarlierDecisions earlier) {
        this.earlier = earlier;
        this.replace = replace;
        this.held = StoredRows.of(known.rows());
        this.withdrawn = known.withdrawn();
        this.heldKeys = new KeyIndex(held);
        this.fresh = new FreshRows(held.size());
    }

    /// Compares a file and remembers its rows, so that the next file of the batch is compared with them too.
    ///
    /// @param decisions the trader's word on single rows
    Compared compare(ParsedFile file, RowDecisions decisions) {
        NewRows rows = fresh.ofNextFile();
        ChosenRows chosen = new ChosenRows(file, decisions, earlier);
        BitSet changedLines = new BitSet();
        BitSet againLines = new BitSet();
        Restatements restatements = new Restatements(KnownRows.of(held, fresh));
        List<Refusal> refused = chosen.withoutLeftOut(file.refused());
        Set<String> bots = new LinkedHashSet<>();
        SortedMap<Symbol, BarsOfSymbol> bars = new TreeMap<>();
        long imported = 0;
        long duplicates = 0;
        Instant from = null;
        Instant to = null;
        for (ParsedRow parsed : file.rows()) {
            SourceRow row = parsed.row();
            if (chosen.leavesOut(parsed, this::counts)) {
                continue;
            }
            name(row, bots);
            Instant start = start(row);
            Instant end = end(row);
            from = from == null || start.isBefore(from) ? start : from;
            to = to == null || end.isAfter(to) ? end : to;
            List<Known> contents = known(row.key());
            List<Variant> counting =
                    contents.stream().map(Known::variant).filter(Variant::counts).toList();
            Known same =
                    contents.stream()
                            .filter(k -> SameRow.says(k.variant().row(), row))
                            .findFirst()
                            .orElse(null);
            Variant counts = counting.isEmpty() ? null : RowSelection.best(counting);
            boolean other =
                    counts != null
                            && !SameRow.says(counts.row(), row)
                            && !SameRow.agree(counts.row(), row);
            boolean replaces =
                    chosen.is(parsed, RowChoice.REPLACE)
                            || (replace && !chosen.is(parsed, RowChoice.KEEP_KNOWN));
            if (same != null && same.variant().counts() && !(other && replaces)) {
                SourceRow another = chosen.another(parsed, key -> known(key).isEmpty());
                if (another != null) {
                    fresh.add(new NewRow(another, parsed.line(), false));
                    imported += parsed.dataRows();
                    continue;
                }
                // Known, whether it counts or was replaced by another content.
                restatements.add(same.number(), parsed.line(), row.sequence(), false);
                duplicates += parsed.dataRows();
                if (row instanceof Bar bar) {
                    bars.merge(bar.symbol(), BarsOfSymbol.duplicate(bar), BarsOfSymbol::and);
                }
            } else if (counts != null && other && !replaces) {
                changedLines.set(parsed.line());
                if (chosen.keepsKnown(parsed)) {
                    continue;
                }
                for (int i = 0; i < parsed.dataRows(); i++) {
                    refused.add(changed(parsed, counts.row()));
                }
            } else {
                if (other) {
                    chosen.replaced(parsed);
                }
                if (same != null) {
                    againLines.set(parsed.line());
                    restatements.add(same.number(), parsed.line(), row.sequence(), other);
                    if (contents.size() == 1 && same.number() < held.size()) {
                        revived.set(same.number());
                    } else {
                        remember(contents, same, same.variant().row(), same.number(), other);
                    }
                } else {
                    int number = fresh.add(new NewRow(row, parsed.line(), other));
                    if (!contents.isEmpty()) {
                        remember(contents, null, row, number, other);
                    }
                }
                imported += parsed.dataRows();
                if (row instanceof Bar bar) {
                    bars.merge(bar.symbol(), BarsOfSymbol.imported(bar), BarsOfSymbol::and);
                }
            }
        }
        FileReport report =
                new FileReport(
                        file.name(),
                        file.sha256(),
                        file.format(),
                        file.why(),
                        file.read(),
                        imported,
                        duplicates,
                        chosen.with(file.skipped()),
                        refused,
                        file.reconciliation(),
                        List.copyOf(bots),
                        from,
                        to,
                        chosen.with(file.notes(), refused),
                        file.zones(),
                        file.error(),
                        chosen.decided());
        return new Compared(
                new NewFile(file.name(), file.sha256(), report, rows, restatements),
                new ImportPlan.Found(file.trail(), changedLines, againLines, bars));
    }

    private boolean counts(RowKey key) {
        return known(key).stream().anyMatch(k -> k.variant().counts());
    }

    private List<Known> known(RowKey key) {
        List<Known> listed = several.isEmpty() ? null : several.get(key);
        if (listed != null) {
            return listed;
        }
        List<Integer> ofHeld = heldKeys.of(key);
        if (!ofHeld.isEmpty()) {
            return ofHeld.stream().map(i -> new Known(i, variant(i))).toList();
        }
        int number = fresh.number(key);
        if (number == KeyTable.NONE) {
            return List.of();
        }
        NewRow row = fresh.get(number);
        return List.of(new Known(number, ofThisBatch(row.row(), row.replaces())));
    }

    private Variant variant(int heldRow) {
        return revived.get(heldRow)
                ? ofThisBatch(held.row(heldRow), false)
                : Variant.of(held.get(heldRow), withdrawn);
    }

    /// @param contents what was known of the row's key
    private void remember(
            List<Known> contents,
            @Nullable Known former,
            SourceRow row,
            int number,
            boolean replaces) {
        List<Known> now = new ArrayList<>(contents);
        if (former != null) {
            now.remove(former);
        }
        now.add(new Known(number, ofThisBatch(row, replaces)));
        several.put(row.key(), now);
    }

    private static Variant ofThisBatch(SourceRow row, boolean replaces) {
        return new Variant(row, Set.of(THIS_BATCH), row.sequence(), replaces ? Long.MAX_VALUE : -1);
    }

    private static Refusal changed(ParsedRow parsed, SourceRow other) {
        return new Refusal(
                parsed.line(),
                "",
                described(parsed.row()),
                "This row is known with other content: " + described(other) + ".",
                "If the file is right and the known row is wrong, replace the known one; else keep"
                        + " it.");
    }

    private static String described(SourceRow row) {
        return switch (row) {
            case TradeRecord t ->
                    t.direction()
                            + " "
                            + t.quantity()
                            + " "
                            + t.symbol()
                            + " at "
                            + t.entryPrice()
                            + t.exit()
                                    .map(
                                            e ->
                                                    ", out at "
                                                            + e.price()
                                                            + e.netPnl()
                                                                    .map(
                                                                            n ->
                                                                                    ", net "
                                                                                            + n
                                                                                                    .toPlainString())
                                                                    .orElse(""))
                                    .orElse(", open");
            case Fill f ->
                    f.side()
                            + " "
                            + f.quantity()
                            + " "
                            + f.symbol()
                            + " at "
                            + f.price()
                            + " on "
                            + f.time();
            case Prediction p -> p.direction() + " " + p.symbol() + " on " + p.time();
            case Bar b -> b.symbol() + " bar of " + b.time() + ", close " + b.close();
            case Rate r ->
                    r.date()
                            + ": one "
                            + r.from()
                            + " is "
                            + r.rate().toPlainString()
                            + " "
                            + r.to();
        };
    }

    private static void name(SourceRow row, Set<String> bots) {
        switch (row) {
            case TradeRecord t -> bots.add(t.bot().name());
            case Fill f -> bots.add(f.bot().name());
            case Prediction p -> bots.add(p.bot().name());
            case Bar _, Rate _ -> {
                // They belong to no bot.
            }
        }
    }

    private static Instant start(SourceRow row) {
        return switch (row) {
            case TradeRecord t -> t.entryTime();
            case Fill f -> f.time();
            case Prediction p -> p.time();
            case Bar b -> b.time();
            case Rate r -> r.date().atStartOfDay(ZoneOffset.UTC).toInstant();
        };
    }

    private static Instant end(SourceRow row) {
        return switch (row) {
            case TradeRecord t ->
                    t.exit()
                            .map(TradeRecord.Exit::time)
                            .or(() -> t.mark().map(TradeRecord.Mark::time))
                            .orElse(t.entryTime());
            case Fill f -> f.time();
            case Prediction p -> p.time();
            case Bar b -> b.closeTime();
            case Rate r -> r.date().atStartOfDay(ZoneOffset.UTC).toInstant();
        };
    }
}
