package credence.service;

import credence.core.fact.Bar;
import credence.core.fact.Fill;
import credence.core.fact.Prediction;
import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Holds rows that were read against rows that are known: new, duplicate, or changed (`rules.md` 8, 9).
final class Comparison {

    private final Map<RowKey, List<Known>> known;
    private final boolean replace;

    /// @param counts whether a batch that is not withdrawn states it
    private record Known(SourceRow row, boolean counts) {}

    Comparison(StoredFacts held, boolean replace) {
        this.replace = replace;
        this.known = HashMap.newHashMap(held.rows().size());
        for (StoredRow stored : held.rows()) {
            boolean counts =
                    stored.statements().stream()
                            .anyMatch(s -> !held.withdrawn().contains(s.batch()));
            known.computeIfAbsent(stored.row().key(), k -> new ArrayList<>(1))
                    .add(new Known(stored.row(), counts));
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
            List<Known> variants = known.getOrDefault(row.key(), List.of());
            Known same =
                    variants.stream()
                            .filter(k -> SameRow.says(k.row(), row))
                            .findFirst()
                            .orElse(null);
            boolean anyCounts = variants.stream().anyMatch(Known::counts);
            if (same != null) {
                restatements.add(
                        new Restatement(
                                same.row(),
                                parsed.line(),
                                row.sequence(),
                                replace && !same.counts()));
                if (same.counts()) {
                    duplicates += parsed.dataRows();
                } else {
                    imported += parsed.dataRows();
                    remember(row.key(), same, new Known(same.row(), true));
                }
            } else if (!anyCounts
                    || replace
                    || variants.stream()
                            .allMatch(k -> !k.counts() || SameRow.differsByMark(k.row(), row))) {
                // A key whose other contents are all withdrawn starts anew; one of them may be
                // restated later, so the new one must win.
                boolean replaces =
                        !variants.isEmpty()
                                && variants.stream()
                                        .noneMatch(k -> SameRow.differsByMark(k.row(), row));
                rows.add(new NewRow(row, parsed.line(), replaces));
                remember(row.key(), null, new Known(row, true));
                imported += parsed.dataRows();
            } else {
                Known other = variants.stream().filter(Known::counts).findFirst().orElseThrow();
                for (int i = 0; i < parsed.dataRows(); i++) {
                    refused.add(changed(parsed, other.row()));
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

    private void remember(RowKey key, @Nullable Known former, Known now) {
        List<Known> variants = new ArrayList<>(known.getOrDefault(key, List.of()));
        if (former != null) {
            variants.remove(former);
        }
        variants.add(now);
        known.put(key, variants);
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
        };
    }

    private static void name(SourceRow row, Set<String> bots) {
        switch (row) {
            case TradeRecord t -> bots.add(t.bot().name());
            case Fill f -> bots.add(f.bot().name());
            case Prediction p -> bots.add(p.bot().name());
            case Bar _ -> {
                // Bars belong to no bot.
            }
        }
    }

    private static Instant start(SourceRow row) {
        return switch (row) {
            case TradeRecord t -> t.entryTime();
            case Fill f -> f.time();
            case Prediction p -> p.time();
            case Bar b -> b.time();
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
        };
    }
}
