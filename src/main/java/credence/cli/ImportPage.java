package credence.cli;

import credence.core.value.CurrencyCode;
import credence.service.BotChange;
import credence.service.ImportResult;
import credence.service.port.FileReport;
import credence.service.port.FileReport.Reconciled;
import credence.service.port.FileReport.Refusal;
import credence.service.port.FileReport.Skipped;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What an import did, for reading: refusals first, then counts that add up, then the files' own totals.
final class ImportPage {

    private static final int CHANGES = 20;

    private final ImportAnswer answer;

    ImportPage(ImportAnswer answer) {
        this.answer = answer;
    }

    /// @param documentWritten whether the answer went out as JSON already: then only messages are left to say
    void print(Console console, boolean documentWritten) {
        if (documentWritten) {
            answer.files().stream()
                    .filter(f -> !ImportAnswer.refusals(f).isEmpty())
                    .forEach(f -> console.message(Plain.visible(f.file()) + ": " + refused(f)));
        } else {
            answer.files().forEach(f -> refusals(console, f));
            table(console);
            reconciliation(console);
            decisions(console);
            notes(console);
            changes(console);
            answer.result().remarks().forEach(remark -> console.line(stopped(remark)));
        }
        conclusion(console, documentWritten);
    }

    private static String refused(FileReport file) {
        Refusal error = file.error();
        return error != null
                ? sentence(error)
                : Figures.count(file.refused().size(), "row", "rows") + " refused";
    }

    private static void refusals(Console console, FileReport file) {
        for (Refusal r : ImportAnswer.refusals(file)) {
            String place = r.line() > 0 ? file.file() + ":" + r.line() : file.file();
            console.message(place + ": " + sentence(r));
        }
    }

    private static String sentence(Refusal r) {
        StringBuilder text = new StringBuilder();
        if (!r.column().isEmpty()) {
            text.append("column '").append(r.column()).append("'");
            text.append(r.value().isEmpty() ? ": " : ", ");
        }
        if (!r.value().isEmpty()) {
            text.append("'").append(Cell.shorten(r.value(), 60)).append("': ");
        }
        text.append(stopped(r.reason()));
        return r.remedy().isEmpty() ? text.toString() : text + " " + stopped(r.remedy());
    }

    private static String stopped(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private void table(Console console) {
        Table table =
                new Table()
                        .name("file")
                        .left("format")
                        .right("read")
                        .right("imported")
                        .right("duplicate")
                        .right("skipped")
                        .right("refused")
                        .left("from")
                        .left("to");
        long[] sums = new long[5];
        for (FileReport f : answer.files()) {
            long[] counts = {
                f.read(), f.imported(), f.duplicates(), f.skippedCount(), f.refused().size()
            };
            for (int i = 0; i < sums.length; i++) {
                sums[i] += counts[i];
            }
            String format = f.failed() ? "refused" : f.format();
            row(table, f.file(), format, counts, Figures.date(f.from()), Figures.date(f.to()));
        }
        if (answer.files().size() > 1) {
            row(table, Figures.count(answer.files().size()) + " files", "", sums, "", "");
        }
        table.print(console);
        console.line();
    }

    private static void row(
            Table table, String name, String format, long[] counts, String from, String to) {
        table.row(
                name,
                format,
                Figures.count(counts[0]),
                Figures.count(counts[1]),
                Figures.count(counts[2]),
                Figures.count(counts[3]),
                Figures.count(counts[4]),
                from,
                to);
    }

    private void reconciliation(Console console) {
        List<Reconciled> all =
                answer.files().stream().flatMap(f -> f.reconciliation().stream()).toList();
        if (all.isEmpty()) {
            return;
        }
        Map<String, Integer> verdicts = new TreeMap<>();
        all.forEach(r -> verdicts.merge(r.verdict(), 1, Integer::sum));
        console.line(
                "The files' own totals: "
                        + verdicts.getOrDefault("EQUAL", 0)
                        + " equal, "
                        + verdicts.getOrDefault("ROUNDING", 0)
                        + " within rounding, "
                        + verdicts.getOrDefault("DIFFERENT", 0)
                        + " different.");
        for (FileReport f : answer.files()) {
            for (Reconciled r : f.reconciliation()) {
                if (r.verdict().equals("DIFFERENT")) {
                    console.line(
                            "  "
                                    + f.file()
                                    + ": "
                                    + r.what()
                                    + " is stated as "
                                    + Figures.exact(r.stated())
                                    + ", read as "
                                    + Figures.exact(r.computed())
                                    + ": a difference of "
                                    + Figures.exact(r.difference())
                                    + ".");
                }
            }
        }
    }

    private void decisions(Console console) {
        for (FileReport f : answer.files()) {
            f.decided()
                    .corrections()
                    .forEach(
                            c ->
                                    console.line(
                                            f.file()
                                                    + ":"
                                                    + c.line()
                                                    + ": read as '"
                                                    + Cell.shorten(c.after(), 60)
                                                    + "' instead of '"
                                                    + Cell.shorten(c.before(), 60)
                                                    + "'."));
        }
    }

    /// What the import does to each bot, or would do.
    private void changes(Console console) {
        List<BotChange> changes = answer.heldBack() ? List.of() : answer.result().changes();
        if (changes.isEmpty()) {
            return;
        }
        console.line();
        Table table =
                new Table()
                        .name("bot")
                        .right("trades before")
                        .right("after")
                        .right("net before")
                        .right("after");
        for (BotChange c : changes.subList(0, Math.min(changes.size(), CHANGES))) {
            table.row(
                    c.bot(),
                    trades(c.trades().before(), c.open().before()),
                    trades(c.trades().after(), c.open().after()),
                    net(c.netBefore()),
                    net(c.netAfter()));
        }
        table.print(console);
        if (changes.size() > CHANGES) {
            console.line(
                    "and " + Figures.count(changes.size() - CHANGES, "bot", "bots") + " more.");
        }
        console.line();
    }

    private static String trades(int closed, int open) {
        return Figures.count(closed) + (open == 0 ? "" : " + " + Figures.count(open) + " open");
    }

    private static String net(SortedMap<CurrencyCode, BigDecimal> sums) {
        return sums.isEmpty()
                ? "–"
                : sums.entrySet().stream()
                        .map(s -> Figures.amount(s.getValue(), 2) + " " + s.getKey().code())
                        .collect(Collectors.joining(", "));
    }

    private void notes(Console console) {
        Map<String, Long> skipped = new TreeMap<>();
        for (FileReport f : answer.files()) {
            for (Skipped s : f.skipped()) {
                skipped.merge(s.reason(), s.count(), Long::sum);
            }
        }
        skipped.forEach(
                (reason, n) -> console.line("Skipped " + Figures.count(n) + ": " + reason + "."));
        Map<String, Integer> notes = new TreeMap<>();
        answer.files().forEach(f -> f.notes().forEach(n -> notes.merge(n, 1, Integer::sum)));
        notes.forEach(
                (note, n) ->
                        console.line(
                                stopped(note)
                                        + (n > 1 ? " (" + Figures.count(n) + " files)" : "")));
    }

    private void conclusion(Console console, boolean documentWritten) {
        ImportResult result = answer.result();
        String text;
        if (answer.status() == Exit.FAILED) {
            text =
                    answer.heldBack()
                            ? "Nothing was imported: some rows or files were refused, and all or"
                                    + " nothing was asked for."
                            : "Nothing was imported: no row could be read.";
        } else if (answer.dryRun()) {
            text = "A dry run: nothing was kept. Leave out --dry-run to import.";
        } else if (answer.files().stream()
                .allMatch(f -> f.imported() == 0 && f.duplicates() == 0)) {
            text = "Nothing to import: these files hold no trades.";
        } else if (answer.files().stream().allMatch(f -> f.imported() == 0)) {
            text =
                    "Nothing new: every row is known already."
                            + (result.batch().isPresent()
                                    ? " Batch "
                                            + result.batch().getAsLong()
                                            + " records that these files state them too."
                                    : "");
        } else {
            long batch = result.batch().getAsLong();
            text =
                    "Imported as batch "
                            + batch
                            + contents(result)
                            + ". To take it back: credence undo-import "
                            + batch;
        }
        if (documentWritten || answer.status() == Exit.FAILED) {
            console.message(text);
        } else {
            console.line(text);
        }
    }

    /// Bots and trades of what was imported; bars have neither.
    private static String contents(ImportResult result) {
        return result.bots().isEmpty()
                ? ""
                : ": "
                        + Figures.count(result.bots().size(), "bot", "bots")
                        + " with "
                        + Figures.count(result.closedTrades(), "closed trade", "closed trades")
                        + " and "
                        + Figures.count(result.openTrades(), "open one", "open ones");
    }
}
