package credence.cli;

import credence.service.BotChange;
import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.port.FileReport;
import credence.service.port.FileReport.Refusal;
import credence.service.port.FileReport.Skipped;

import java.util.ArrayList;
import java.util.List;

/// What an import did, or would do, with the counts as they stand in the end.
///
/// @param dryRun whether nothing was to be kept
record ImportAnswer(ImportPlan plan, ImportResult result, boolean dryRun) {

    private static final String HELD_BACK =
            "left out: another row or file was refused, and all or nothing was asked for";

    /// Whether all or nothing was asked for and one refusal held back the rest.
    boolean heldBack() {
        return plan.allOrNothing() && plan.hasRefusals();
    }

    int status() {
        if (heldBack() || (!cameIn() && plan.hasRefusals())) {
            return Exit.FAILED;
        }
        return plan.hasRefusals() ? Exit.PARTLY : Exit.DONE;
    }

    /// Whether anything is new or was known: a file that only repeats what is known is no failure.
    private boolean cameIn() {
        return plan.files().stream()
                .anyMatch(f -> !f.failed() && (f.imported() > 0 || f.duplicates() > 0));
    }

    /// The files' reports; rows held back are counted as left out, not as imported.
    List<FileReport> files() {
        List<FileReport> reports = result.files().isEmpty() ? plan.files() : result.files();
        return heldBack() ? reports.stream().map(ImportAnswer::heldBack).toList() : reports;
    }

    private static FileReport heldBack(FileReport f) {
        if (f.imported() == 0) {
            return f;
        }
        List<Skipped> skipped = new ArrayList<>(f.skipped());
        skipped.add(new Skipped(HELD_BACK, f.imported()));
        return f.importingNothing(skipped);
    }

    /// Everything that was refused in a file; a file refused as a whole is one refusal with line 0.
    static List<Refusal> refusals(FileReport file) {
        Refusal error = file.error();
        if (error == null) {
            return file.refused();
        }
        List<Refusal> all = new ArrayList<>();
        all.add(error);
        all.addAll(file.refused());
        return all;
    }

    void write(Json out) {
        writeImport(out);
        out.count("fills", result.fills());
        out.object(
                "trades",
                t -> t.count("closed", result.closedTrades()).count("open", result.openTrades()));
        out.count("bots", result.bots().size());
        out.texts("botNames", result.bots());
        out.array("changes", result.changes(), ImportAnswer::change);
        out.texts("remarks", result.remarks());
    }

    private static void change(Json out, BotChange c) {
        out.text("bot", c.bot());
        out.object(
                "trades",
                t -> t.count("before", c.trades().before()).count("after", c.trades().after()));
        out.object(
                "open", t -> t.count("before", c.open().before()).count("after", c.open().after()));
        out.object(
                "netBefore", t -> c.netBefore().forEach((cur, sum) -> t.decimal(cur.code(), sum)));
        out.object("netAfter", t -> c.netAfter().forEach((cur, sum) -> t.decimal(cur.code(), sum)));
    }

    /// What is said of every import, whatever it brings.
    void writeImport(Json out) {
        out.array("files", files(), ImportAnswer::file);
        if (result.batch().isPresent() && !dryRun) {
            out.count("batch", result.batch().getAsLong());
        } else {
            out.nothing("batch");
        }
        out.flag("dryRun", dryRun);
        out.text("stateHash", result.stateHash());
    }

    static void file(Json out, FileReport f) {
        out.text("file", f.file());
        out.text("sha256", f.sha256());
        out.text("format", f.format().isEmpty() ? null : f.format());
        out.text("why", f.why());
        out.count("read", f.read());
        out.count("imported", f.imported());
        out.count("duplicates", f.duplicates());
        out.array(
                "skipped",
                f.skipped(),
                (o, s) -> o.text("reason", s.reason()).count("count", s.count()));
        out.array("refused", refusals(f), ImportAnswer::refusal);
        out.array(
                "reconciliation",
                f.reconciliation(),
                (o, r) ->
                        o.text("what", r.what())
                                .decimal("stated", r.stated())
                                .decimal("computed", r.computed())
                                .decimal("difference", r.difference())
                                .text("verdict", r.verdict()));
        out.texts("bots", f.bots());
        out.instant("from", f.from());
        out.instant("to", f.to());
        out.texts("notes", f.notes());
        out.texts("zones", f.zones());
        out.text("correctedSha256", f.decided().correctedSha256());
        out.array(
                "corrections",
                f.decided().corrections(),
                (o, c) ->
                        o.count("line", c.line())
                                .text("before", c.before())
                                .text("after", c.after()));
        out.array(
                "choices",
                f.decided().choices(),
                (o, c) ->
                        o.count("line", c.line())
                                .text("choice", c.choice().word())
                                .count("rows", c.dataRows()));
        Refusal error = f.error();
        if (error == null) {
            out.nothing("error");
        } else {
            out.object("error", o -> refusal(o, error));
        }
    }

    private static void refusal(Json out, Refusal r) {
        out.count("line", r.line())
                .text("column", r.column().isEmpty() ? null : r.column())
                .text("value", r.value())
                .text("reason", r.reason())
                .text("remedy", r.remedy());
    }
}
