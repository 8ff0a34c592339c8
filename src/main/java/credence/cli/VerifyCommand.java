package credence.cli;

import credence.service.VerifyReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/// `verify`: proof by rebuilding.
@Command(
        name = "verify",
        header = "Rebuild everything from what was imported, and compare.",
        description = {
            "",
            "Folds every fact from zero and holds the result against the state as it stands;"
                    + " checks that every imported file is in the archive and that the audit log"
                    + " is whole. Exit status 1 when something differs."
        },
        footer = {"", "Example:", "  credence verify --json"},
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private final Desk desk;
    @Mixin private final AsOfOption asOf = new AsOfOption();
    @Mixin private final JsonOption json = new JsonOption();

    VerifyCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.read(
                workspace -> {
                    VerifyReport report;
                    try (ProgressLine progress = desk.progress()) {
                        report = workspace.health().verify(asOf.moment(), progress);
                    }
                    if (json.wanted()) {
                        Json.write(desk.console(), out -> document(out, report));
                    } else {
                        print(report);
                    }
                    return sound(report) ? Exit.DONE : Exit.FAILED;
                });
    }

    private static boolean sound(VerifyReport r) {
        return r.equal() && r.archiveComplete() && r.auditIntact();
    }

    private static void document(Json out, VerifyReport r) {
        out.text("stateHash", r.stateHash())
                .text("rebuilt", r.rebuilt())
                .flag("equal", r.equal())
                .flag("archiveComplete", r.archiveComplete())
                .flag("auditIntact", r.auditIntact())
                .count("facts", r.facts());
    }

    private void print(VerifyReport r) {
        Console console = desk.console();
        console.line(
                r.equal()
                        ? "The state equals the one rebuilt from "
                                + Figures.count(r.facts(), "fact", "facts")
                                + "."
                        : "The state DIFFERS from the one rebuilt from "
                                + Figures.count(r.facts(), "fact", "facts")
                                + ". Please report this; the facts are kept as they are.");
        console.line("  state    " + r.stateHash());
        console.line("  rebuilt  " + r.rebuilt());
        console.line(
                r.archiveComplete()
                        ? "Every imported file is in the archive as it was."
                        : "The archive LACKS an imported file, or holds it changed.");
        console.line(
                r.auditIntact()
                        ? "The audit log is whole."
                        : "The audit log was CHANGED after it was written.");
    }
}
