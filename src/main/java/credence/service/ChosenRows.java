package credence.service;

import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.service.port.DecidedRows;
import credence.service.port.DecidedRows.ChosenRow;
import credence.service.port.FileReport.Refusal;
import credence.service.port.FileReport.Skipped;
import credence.service.port.ParsedFile;
import credence.service.port.ParsedFile.ParsedRow;
import credence.service.port.RowChoice;
import credence.service.port.RowDecisions;
import credence.service.port.RowTrail.OtherKeys;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Applies what the trader chose for single rows of a file, and keeps the record of it.
final class ChosenRows {

    static final String LEFT_OUT = "left out by the trader";
    private static final String KEPT = "known with other content, which the trader kept";

    private final ParsedFile file;
    private final RowDecisions decisions;
    private final EarlierDecisions earlier;
    private final boolean ignored;
    private final List<ChosenRow> choices = new ArrayList<>();
    private final Map<String, Long> skipped = new LinkedHashMap<>();
    private final Set<Integer> heeded = new TreeSet<>();

    ChosenRows(ParsedFile file, RowDecisions decisions, EarlierDecisions earlier) {
        this.file = file;
        this.decisions = file.trail().single() ? decisions : RowDecisions.NONE;
        this.ignored = !file.trail().single() && !decisions.choices().isEmpty();
        this.earlier = earlier;
    }

    /// Whether rows were skipped for this reason by the trader's choice.
    static boolean isChosen(String reason) {
        return reason.startsWith(LEFT_OUT) || reason.equals(KEPT);
    }

    /// Refused rows that the trader leaves out are no longer refused.
    List<Refusal> withoutLeftOut(List<Refusal> refused) {
        List<Refusal> left = new ArrayList<>();
        for (Refusal r : refused) {
            int line = (int) r.line();
            if (line > 0 && decisions.choices().get(line) == RowChoice.LEAVE_OUT) {
                skip(LEFT_OUT, 1);
                record(line, RowChoice.LEAVE_OUT, "", 1);
            } else {
                left.add(r);
            }
        }
        return left;
    }

    /// Whether a row stays out: by the trader's word now, or by that of an earlier import as long as nothing else is said.
    boolean leavesOut(ParsedRow row, Predicate<RowKey> counts) {
        RowChoice said = decisions.choices().get(row.line());
        String key = row.row().key().value();
        OptionalLong before = said == null ? earlier.leftOut(key) : OptionalLong.empty();
        if (before.isPresent() && counts.test(row.row().key())) {
            before = OptionalLong.empty(); // it came in after all
        }
        if (said != RowChoice.LEAVE_OUT && before.isEmpty()) {
            if (said == RowChoice.IMPORT && earlier.leftOut(key).isPresent()) {
                record(row.line(), RowChoice.IMPORT, key, row.dataRows());
            }
            return false;
        }
        skip(
                before.isPresent() ? LEFT_OUT + " in import " + before.getAsLong() : LEFT_OUT,
                row.dataRows());
        record(row.line(), RowChoice.LEAVE_OUT, key, row.dataRows());
        return true;
    }

    boolean is(ParsedRow row, RowChoice choice) {
        return decisions.choices().get(row.line()) == choice;
    }

    /// Whether a row that is known with other content leaves it so by the trader's word.
    boolean keepsKnown(ParsedRow row) {
        if (!is(row, RowChoice.KEEP_KNOWN)) {
            return false;
        }
        skip(KEPT, row.dataRows());
        record(row.line(), RowChoice.KEEP_KNOWN, row.row().key().value(), row.dataRows());
        return true;
    }

    /// Takes note that a row replaced a known one.
    void replaced(ParsedRow row) {
        if (is(row, RowChoice.REPLACE)) {
            record(row.line(), RowChoice.REPLACE, row.row().key().value(), row.dataRows());
        }
    }

    /// A row that looks like a known one as one of its own, if the trader says it is.
    ///
    /// @param free whether a key is not taken yet
    /// @return null when it is a duplicate
    @Nullable SourceRow another(ParsedRow row, Predicate<RowKey> free) {
        OtherKeys keys = file.trail().others().get(row.line());
        if (keys == null || !is(row, RowChoice.IMPORT)) {
            return null;
        }
        int number = keys.from();
        RowKey key = keys.key().apply(number);
        while (!free.test(key)) {
            key = keys.key().apply(++number);
        }
        record(row.line(), RowChoice.IMPORT, key.value(), row.dataRows());
        return row.row().placed(key, row.row().sequence());
    }

    private void skip(String reason, int dataRows) {
        skipped.merge(reason, (long) dataRows, Long::sum);
    }

    private void record(int line, RowChoice choice, String key, int dataRows) {
        heeded.add(line);
        choices.add(new ChosenRow(line, choice, key, dataRows));
    }

    /// The file's skipped rows with those that were chosen to be.
    List<Skipped> with(List<Skipped> ofFile) {
        List<Skipped> all = new ArrayList<>(ofFile);
        skipped.forEach((reason, count) -> all.add(new Skipped(reason, count)));
        return all;
    }

    /// The file's notes, and which choices had nothing to act upon.
    List<String> with(List<String> notes, List<Refusal> refused) {
        List<String> all = new ArrayList<>(notes);
        if (ignored) {
            all.add(
                    "Rows of an archive cannot be chosen one by one: unpack it and import the file"
                            + " itself.");
        }
        decisions
                .choices()
                .forEach(
                        (line, choice) -> {
                            if (!heeded.contains(line)) {
                                all.add(unheeded(line, choice, refused));
                            }
                        });
        return all;
    }

    private String unheeded(int line, RowChoice choice, List<Refusal> refused) {
        String why =
                refused.stream().anyMatch(r -> r.line() == line)
                        ? "the row is refused."
                        : file.rows().stream().noneMatch(r -> r.line() == line)
                                ? "no row that could come in begins there."
                                : switch (choice) {
                                    case KEEP_KNOWN, REPLACE ->
                                            "the row does not differ from a known one.";
                                    case LEAVE_OUT -> "the row is left out anyway.";
                                    case IMPORT ->
                                            file.trail().unnumbered().get(line)
                                                    ? "the row comes in anyway."
                                                    : "the row is new, or it is known by an id of"
                                                            + " its own and is the same row.";
                                };
        return "Line " + line + ": “" + choice.word() + "” changed nothing, since " + why;
    }

    DecidedRows decided() {
        return new DecidedRows(
                file.decided().correctedSha256(), file.decided().corrections(), choices);
    }
}
