package credence.desktop.panel.importing;

import credence.desktop.theme.Figures;
import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.port.FileReport;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What is known about the files before anything is kept, and after.
///
/// @param headline what the files are, in one sentence
/// @param counts the rows in one sentence that adds up: read = new + known already + skipped + refused
/// @param asks what must be given before all files can be read
/// @param asksText the same in a sentence, empty when nothing is asked
/// @param keeps rows that confirming would keep
/// @param refusal why confirming is not possible, empty when it is
public record ImportProjection(
        String headline,
        String counts,
        Set<ImportAsk> asks,
        String asksText,
        long keeps,
        String refusal,
        List<FileLine> files,
        List<Problem> problems,
        List<Total> totals) {

    static final ImportProjection NOTHING =
            new ImportProjection("", "", Set.of(), "", 0, "", List.of(), List.of(), List.of());

    /// One file.
    ///
    /// @param state what will become of it, in two or three words
    /// @param why how its format was recognised, or why it cannot be read
    public record FileLine(
            String file,
            String state,
            String format,
            String bots,
            long read,
            long fresh,
            long known,
            long skipped,
            long refused,
            @Nullable Instant from,
            @Nullable Instant to,
            String why) {}

    /// Something that was skipped or refused, or worth knowing.
    ///
    /// @param kind Refused, Skipped, Note or File
    /// @param line of the file; 0 when the whole file is meant
    public record Problem(
            String file,
            String kind,
            long line,
            String column,
            String value,
            String reason,
            String remedy) {}

    /// One total the file itself states, held against what was read.
    public record Total(
            String file,
            String what,
            BigDecimal stated,
            BigDecimal computed,
            BigDecimal difference,
            String verdict) {}

    /// A remedy that asks to take an answer back, or that gives one beside other ways.
    private static final Pattern INSTEAD =
            Pattern.compile("\\bLeave --|\\bwithout --|undo-import|\\bor say --|\\bCheck --");

    /// Said of rows in dollars that name no currency.
    private static final String ASSUMED = "Currency assumed: ";

    /// The currency that was assumed; empty when the files name theirs or the trader did.
    String assumedCurrency() {
        return problems.stream()
                .map(Problem::reason)
                .filter(r -> r.startsWith(ASSUMED) && r.contains("."))
                .map(r -> r.substring(ASSUMED.length(), r.indexOf('.')))
                .findFirst()
                .orElse("");
    }

    /// @param titles names of formats by their ids
    static ImportProjection of(ImportPlan plan, Map<String, String> titles, Figures figures) {
        List<FileReport> files = plan.files();
        Set<ImportAsk> asks = EnumSet.noneOf(ImportAsk.class);
        for (FileReport file : files) {
            if (file.error() != null) {
                asks.addAll(ImportAsk.in(file.error().remedy()));
            }
            file.refused().forEach(refusal -> asks.addAll(ImportAsk.in(refusal.remedy())));
        }
        String refusal = "";
        if (!plan.bringsSomething()) {
            refusal =
                    plan.allOrNothing() && plan.hasRefusals()
                            ? "Something was refused, and all or nothing was asked for."
                            : "None of the files can be read yet: see the remarks.";
        } else if (plan.imported() == 0) {
            refusal = "Everything in these files is known already: there is nothing to import.";
        }
        return new ImportProjection(
                headline(files, titles, figures),
                counts(files, figures),
                asks,
                asksText(asks, files.size()),
                plan.imported(),
                refusal,
                lines(files, titles),
                problems(files),
                totals(files));
    }

    static ImportProjection of(ImportResult result, Map<String, String> titles, Figures figures) {
        List<FileReport> files = result.files();
        String headline =
                result.batch().isEmpty()
                        ? "Nothing was imported"
                        : "Imported "
                                + things(figures, imported(files), "row", "rows")
                                + " of "
                                + things(figures, result.bots().size(), "bot", "bots")
                                + ": "
                                + things(
                                        figures,
                                        result.closedTrades(),
                                        "closed trade",
                                        "closed trades")
                                + " and "
                                + figures.count(result.openTrades())
                                + " open";
        List<Problem> problems = new ArrayList<>(problems(files));
        result.remarks()
                .forEach(
                        r ->
                                problems.add(
                                        new Problem("", "Note", 0, "", "", WindowWords.of(r), "")));
        return new ImportProjection(
                headline,
                counts(files, figures),
                Set.of(),
                "",
                imported(files),
                "",
                lines(files, titles),
                problems,
                totals(files));
    }

    private static String headline(
            List<FileReport> files, Map<String, String> titles, Figures figures) {
        long unknown = files.stream().filter(ImportProjection::unknown).count();
        long waiting = files.stream().filter(ImportProjection::waits).count() - unknown;
        long failed = files.stream().filter(FileReport::failed).count() - waiting - unknown;
        List<String> formats =
                files.stream()
                        .map(FileReport::format)
                        .filter(f -> !f.isEmpty())
                        .distinct()
                        .map(id -> titles.getOrDefault(id, id))
                        .toList();
        long bots = files.stream().flatMap(f -> f.bots().stream()).distinct().count();
        StringBuilder text = new StringBuilder(things(figures, files.size(), "file", "files"));
        if (bots > 0) {
            text.append(" of ").append(things(figures, bots, "bot", "bots"));
        }
        if (!formats.isEmpty()) {
            text.append(": ").append(String.join(", ", formats));
        }
        if (unknown > 0) {
            text.append(
                    files.size() == 1
                            ? ": columns to be chosen"
                            : "; columns to be chosen for " + figures.count(unknown));
        }
        if (waiting > 0) {
            text.append("; ").append(figures.count(waiting));
            text.append(waiting == 1 ? " waits for an answer" : " wait for an answer");
        }
        if (failed > 0) {
            text.append("; ").append(figures.count(failed)).append(" cannot be read");
        }
        return text.toString();
    }

    /// Whether the file could be read if the trader said what it does not say itself.
    private static boolean waits(FileReport file) {
        FileReport.Refusal error = file.error();
        return error != null && !ImportAsk.in(error.remedy()).isEmpty();
    }

    /// Whether nobody knows its columns yet.
    private static boolean unknown(FileReport file) {
        FileReport.Refusal error = file.error();
        return error != null && ImportAsk.in(error.remedy()).contains(ImportAsk.COLUMNS);
    }

    private static String counts(List<FileReport> files, Figures figures) {
        long read = files.stream().mapToLong(FileReport::read).sum();
        long known = files.stream().mapToLong(FileReport::duplicates).sum();
        long skipped = files.stream().mapToLong(FileReport::skippedCount).sum();
        long refused = read - imported(files) - known - skipped;
        return things(figures, read, "row", "rows")
                + " read = "
                + figures.count(imported(files))
                + " new + "
                + figures.count(known)
                + " known already + "
                + figures.count(skipped)
                + " skipped + "
                + figures.count(refused)
                + " refused";
    }

    private static long imported(List<FileReport> files) {
        return files.stream().mapToLong(FileReport::imported).sum();
    }

    private static String asksText(Set<ImportAsk> asks, int files) {
        if (asks.isEmpty()) {
            return "";
        }
        if (asks.equals(Set.of(ImportAsk.COLUMNS))) {
            return (files == 1 ? "The file is" : "Some files are")
                    + " of no known format. Choose what the columns mean under “How it is read”.";
        }
        List<String> words =
                asks.stream().map(ask -> files == 1 ? ofOne(ask) : ask.words()).toList();
        return (files == 1 ? "The file does not say " : "Some files do not say ")
                + String.join(" and ", words)
                + ". Give it below"
                + (files == 1 ? "." : ", once for all.");
    }

    private static String ofOne(ImportAsk ask) {
        return ask.words().replace("their", "its").replace("they hold", "it holds");
    }

    private static List<FileLine> lines(List<FileReport> files, Map<String, String> titles) {
        return files.stream()
                .map(
                        f ->
                                new FileLine(
                                        f.file(),
                                        state(f),
                                        titles.getOrDefault(f.format(), f.format()),
                                        bots(f.bots()),
                                        f.read(),
                                        f.imported(),
                                        f.duplicates(),
                                        f.skippedCount(),
                                        f.refused().size(),
                                        f.from(),
                                        f.to(),
                                        f.error() == null ? f.why() : f.error().reason()))
                .toList();
    }

    private static String state(FileReport file) {
        if (file.failed()) {
            return unknown(file)
                    ? "Columns to be chosen"
                    : waits(file) ? "Needs an answer" : "Cannot be read";
        }
        if (!file.refused().isEmpty()) {
            return "In part";
        }
        return file.imported() == 0 ? "Known already" : "Ready";
    }

    private static String bots(List<String> bots) {
        return bots.size() <= 3
                ? String.join(", ", bots)
                : String.join(", ", bots.subList(0, 2)) + " and " + (bots.size() - 2) + " more";
    }

    private static List<Problem> problems(List<FileReport> files) {
        List<Problem> all = new ArrayList<>();
        for (FileReport file : files) {
            FileReport.Refusal error = file.error();
            if (error != null) {
                all.add(problem(file, waits(file) ? "Question" : "Cannot be read", error));
            }
            file.refused().forEach(refusal -> all.add(problem(file, "Refused", refusal)));
            for (FileReport.Skipped skipped : file.skipped()) {
                all.add(
                        new Problem(
                                file.file(),
                                "Skipped",
                                0,
                                "",
                                "",
                                skipped.reason() + " (" + skipped.count() + ")",
                                ""));
            }
            for (String note : file.notes()) {
                all.add(new Problem(file.file(), "Note", 0, "", "", WindowWords.of(note), ""));
            }
        }
        return all;
    }

    private static Problem problem(FileReport file, String kind, FileReport.Refusal refusal) {
        return new Problem(
                file.file(),
                kind,
                refusal.line(),
                refusal.column(),
                refusal.value(),
                WindowWords.of(refusal.reason()),
                remedy(refusal.remedy()));
    }

    /// A remedy in the words of the window: options of the command line are fields of the form here.
    static String remedy(String text) {
        Set<ImportAsk> asks = ImportAsk.in(text);
        boolean instead = INSTEAD.matcher(text).find();
        if (asks.isEmpty() || instead) {
            return WindowWords.of(text);
        }
        if (asks.contains(ImportAsk.COLUMNS)) {
            return "Choose what the columns mean under “How it is read”.";
        }
        return "Give "
                + String.join(" and ", asks.stream().map(ImportProjection::ofOne).toList())
                + " in the form above.";
    }

    private static List<Total> totals(List<FileReport> files) {
        List<Total> all = new ArrayList<>();
        for (FileReport file : files) {
            for (FileReport.Reconciled r : file.reconciliation()) {
                all.add(
                        new Total(
                                file.file(),
                                r.what(),
                                r.stated(),
                                r.computed(),
                                r.difference(),
                                verdict(r.verdict())));
            }
        }
        return all;
    }

    private static String verdict(String verdict) {
        return switch (verdict) {
            case "EQUAL" -> "Equal";
            case "ROUNDING" -> "Rounding of the file";
            case "DIFFERENT" -> "Different";
            default -> verdict.toLowerCase(Locale.ROOT);
        };
    }

    private static String things(Figures figures, long n, String one, String many) {
        return figures.count(n) + " " + (n == 1 ? one : many);
    }
}
