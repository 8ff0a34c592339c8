package credence.cli;

import credence.core.trust.TrustBoard;
import credence.service.StatusReport;
import credence.service.Workspace;
import credence.service.port.WorkspaceStore.StoreHealth;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.time.Instant;
import java.util.concurrent.Callable;

/// `status`: the workspace's health.
@Command(
        name = "status",
        header =
                "Show the health of the workspace: what it holds, until when, and whether it is"
                        + " sound.",
        description = {
            "",
            "With --as-of, bots, outcomes, time and state hash are those of that moment; the store"
                    + " is as it is now."
        },
        footer = {"", "Example:", "  credence status"},
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private final Desk desk;
    @Mixin private final AsOfOption asOf = new AsOfOption();
    @Mixin private final JsonOption json = new JsonOption();

    StatusCommand(Desk desk) {
        this.desk = desk;
    }

    /// What depends on the moment that is asked for.
    private record Moment(int bots, long outcomes, @Nullable Instant dataUntil, String stateHash) {}

    @Override
    public Integer call() {
        return desk.read(
                workspace -> {
                    StatusReport report = workspace.health().status();
                    Moment moment = moment(workspace, report);
                    if (json.wanted()) {
                        Json.write(desk.console(), out -> document(out, report, moment));
                    } else {
                        print(report, moment);
                    }
                    return Exit.DONE;
                });
    }

    private Moment moment(Workspace workspace, StatusReport report) {
        if (asOf.moment().isEmpty()) {
            return new Moment(
                    report.bots(), report.outcomes(), report.dataUntil(), report.stateHash());
        }
        TrustBoard board = workspace.beliefs().trust(asOf.moment());
        return new Moment(
                board.bots().size(),
                board.summary().outcomes(),
                board.asOf(),
                workspace.beliefs().stateHash(asOf.moment()));
    }

    private static void document(Json out, StatusReport r, Moment m) {
        StoreHealth store = r.store();
        out.text("workspace", r.workspace());
        out.text("version", r.version());
        out.object(
                "store",
                s ->
                        s.text("engine", store.engine())
                                .count("schemaVersion", store.schemaVersion())
                                .count("databaseBytes", store.databaseBytes())
                                .count("archiveFiles", store.archiveFiles())
                                .count("archiveBytes", store.archiveBytes())
                                .flag("writable", store.writable()));
        out.object("rows", rows -> r.rows().forEach(rows::count));
        out.count("batches", r.batches());
        out.count("withdrawnBatches", r.withdrawnBatches());
        out.count("bots", m.bots());
        out.count("outcomes", m.outcomes());
        out.count("unmatchedCloses", r.unmatchedCloses());
        out.count("pendingPredictions", r.pendingPredictions());
        out.instant("dataUntil", m.dataUntil());
        out.object("quality", q -> QualityDocument.write(q, r.quality()));
        out.flag("auditIntact", r.auditIntact());
        out.text("stateHash", m.stateHash());
    }

    private void print(StatusReport r, Moment m) {
        StoreHealth store = r.store();
        Table table = new Table().left("what").left("is");
        table.row("workspace", r.workspace());
        table.row("program", "Credence " + r.version());
        table.row(
                "store",
                store.engine()
                        + ", schema "
                        + store.schemaVersion()
                        + ", "
                        + Figures.bytes(store.databaseBytes())
                        + (store.writable() ? ", writable" : ", read only"));
        table.row(
                "archive",
                Figures.count(store.archiveFiles(), "file", "files")
                        + ", "
                        + Figures.bytes(store.archiveBytes()));
        r.rows().forEach((kind, n) -> table.row("rows: " + kind, Figures.count(n)));
        table.row(
                "imports",
                Figures.count(r.batches() - r.withdrawnBatches())
                        + " in force, "
                        + Figures.count(r.withdrawnBatches())
                        + " undone");
        table.row("bots", Figures.count(m.bots()));
        table.row("outcomes learned", Figures.count(m.outcomes()));
        table.row("closes without opening", Figures.count(r.unmatchedCloses()));
        table.row("predictions pending", Figures.count(r.pendingPredictions()));
        table.row("data until", Figures.minute(m.dataUntil()) + " UTC");
        table.row("audit log", r.auditIntact() ? "intact" : "BROKEN: entries were changed");
        table.row("state hash", m.stateHash());
        table.print(desk.console());
        r.quality().remarks().forEach(desk.console()::line);
    }
}
