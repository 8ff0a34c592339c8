package credence.desktop.panel.importing;

import credence.desktop.desk.Desk;
import credence.desktop.desk.Job;
import credence.desktop.desk.Jobs;
import credence.service.BotChange;
import credence.service.ImportPlan;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What an import would change about each bot, and in the end what it changed.
public final class Forecast {

    /// Learning from more rows takes so long that it is done once, when they are imported.
    static final long MOST = 200_000;

    private static final String NOTHING_YET = "What would change is shown when the files are read.";
    private static final String NOTHING = "No bot's trades or results change.";

    /// @param note what to say while no line is there
    public record Projection(List<ChangeLine> lines, String note) {}

    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<Projection> shown =
            new ReadOnlyObjectWrapper<>(new Projection(List.of(), NOTHING_YET));
    private @Nullable Job job;
    private int asked;

    Forecast(Jobs jobs) {
        this.jobs = jobs;
    }

    public ReadOnlyObjectProperty<Projection> shown() {
        return shown.getReadOnlyProperty();
    }

    void forget() {
        asked++;
        if (job != null) {
            job.cancel();
            job = null;
        }
        shown.set(new Projection(List.of(), NOTHING_YET));
    }

    /// Reckons what keeping the plan would change.
    void of(Desk desk, ImportPlan plan) {
        int ask = ++asked;
        if (!plan.bringsSomething()) {
            shown.set(new Projection(List.of(), NOTHING));
            return;
        }
        if (plan.imported() > MOST) {
            shown.set(
                    new Projection(
                            List.of(),
                            "With so many rows, what changes is reckoned once: when they are"
                                    + " imported."));
            return;
        }
        shown.set(new Projection(List.of(), "Reckoning what would change."));
        job =
                jobs.start(
                        "Reckoning what would change",
                        _ -> desk.preview(plan).changes(),
                        changes -> {
                            if (ask == asked) {
                                done(changes);
                            }
                        },
                        _ -> {});
    }

    /// It is so now.
    void done(List<BotChange> changes) {
        asked++;
        shown.set(new Projection(ChangeLine.of(changes), NOTHING));
    }
}
