package credence.service;

import credence.core.fact.Bar;
import credence.core.fact.Fill;
import credence.core.fact.Prediction;
import credence.core.fact.Rate;
import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.service.RowSelection.Variant;
import credence.service.port.FileReport;
import credence.service.port.FileReport.Refusal;
import credence.service.port.NewBatch.NewFile;
import credence.service.port.NewBatch.NewRow;
import credence.service.port.NewBatch.Restatement;
import credence.service.port.ParsedFile;
import credence.service.port.ParsedFile.ParsedRow;
import credence.service.port.StoredFacts;
import credence.service.port.StoredRow;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Holds rows that were read against rows that are known: new, duplicate, or changed (`rules.md` 8, 9).
final class Comparison {

    /// Stands for a file of this batch.
    private static final long THIS_BATCH = Long.MIN_VALUE;

    private final Map<RowKey, List<Variant>> known;
    private final boolean replace;

    Comparison(StoredFacts held, boolean replace) {
        this.replace = replace;
        this.known = HashMap.newHashMap(held.rows().size());
        for (StoredRow stored : held.rows()) {
            known.computeIfAbsent(stored.row().key(), k -> new ArrayList<>(1))
                    .add(Variant.of(stored, held.withdrawn()));
        }
    }

    /// Compares a file and remembers its rows, so that the next file of the batch is compared with them too.
    NewFile compare(ParsedFile file) {
        List<NewRow> rows = new ArrayList<>();
        List<Restatement> restatements = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>(file.refused());
        Set<String> bots = new LinkedHashSet<>();
        long imported = 0;
        long duplicates = 0;
        Instant from = null;
        Instant to = null;
        for (ParsedRow parsed : file.rows()) {
            SourceRow row = parsed.row();
            name(row, bots);
            Instant start = start(row);
            Instant end = end(row);
            from = from == null || start.isBefore(from) ? start : from;
            to = to == null || end.isAfter(to) ? end : to;
            List<Variant> variants = known.getOrDefault(row.key(), List.of());
            List<Variant> counting = variants.stream().filter(Variant::counts).toList();
            Variant same =
                    variants.stream()
                            .filter(v -> SameRow.says(v.row(), row))
                            .findFirst()
                            .orElse(null);
            Variant counts = counting.isEmpty() ? null : RowSelection.best(counting);
            boolean other =
                    counts != null
                            && !SameRow.says(counts.row(), row)
                            && !SameRow.agree(counts.row(), row);
            if (same != null && same.counts() && !(other && replace)) {
                // Known, whether it counts or was replaced by another content.
                restatements.add(restatement(same, parsed, false));
                duplicates += parsed.dataRows();
            } else if (counts != null && other && !replace) {
                for (int i = 0; i < parsed.dataRows(); i++) {
                    refused.add(changed(parsed, counts.row()));
                }
            } else {
                if (same != null) {
                    restatements.add(restatement(same, parsed, other));
                } else {
                    rows.add(new NewRow(row, parsed.line(), other));
                }
                remember(same, same == null ? row : same.row(), other);
                imported += parsed.dataRows();
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
                        file.skipped(),
                        refused,
                        file.reconciliation(),
                        List.copyOf(bots),
                        from,
                        to,
                        file.notes(),
                        file.error());
        return new NewFile(file.name(), file.sha256(), report, rows, restatements);
    }

    private static Restatement restatement(Variant held, ParsedRow said, boolean replaces) {
        return new Restatement(held.row(), said.line(), said.row().sequence(), replaces);
    }

    private void remember(@Nullable Variant former, SourceRow row, boolean replaces) {
        List<Variant> variants = new ArrayList<>(known.getOrDefault(row.key(), List.of()));
        if (former != null) {
            variants.remove(former);
        }
        variants.add(
                new Variant(
                        row, Set.of(THIS_BATCH), row.sequence(), replaces ? Long.MAX_VALUE : -1));
        known.put(row.key(), variants);
    }

    private static Refusal changed(ParsedRow parsed, SourceRow other) {
        return new Refusal(
                parsed.line(),
                "",
                described(parsed.row()),
                "This row is known with other content: " + described(other) + ".",
                "If the file is right and the known row is wrong, import it again with “replace”.");
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
