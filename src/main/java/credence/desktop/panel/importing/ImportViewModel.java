package credence.desktop.panel.importing;

import credence.desktop.action.Action;
import credence.desktop.action.Action.Group;
import credence.desktop.action.Actions;
import credence.desktop.action.Navigation;
import credence.desktop.action.Screen;
import credence.desktop.desk.Desk;
import credence.desktop.desk.Job;
import credence.desktop.desk.Jobs;
import credence.desktop.desk.Notice;
import credence.desktop.desk.Notices;
import credence.desktop.desk.OpenDesk;
import credence.desktop.desk.Preferences;
import credence.desktop.desk.Session;
import credence.desktop.theme.Figures;
import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.ServiceException;
import credence.service.port.JournalReader.FormatDescription;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The way of files into the workspace: given → read and compared → confirmed → kept, with a way back.
public final class ImportViewModel {

    /// Where the import stands.
    public enum Step {
        /// No files were given.
        WAITING,
        /// They are being read and compared; nothing is written.
        READING,
        /// What would become of them is shown; nothing is written.
        CHECKING,
        /// They are being kept.
        KEEPING,
        /// It is done.
        DONE
    }

    private final Session session;
    private final Jobs jobs;
    private final Notices notices;
    private final Preferences preferences;
    private final Navigation navigation;
    private final Supplier<List<Path>> chooser;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.WAITING);
    private final ReadOnlyObjectWrapper<ImportProjection> shown =
            new ReadOnlyObjectWrapper<>(ImportProjection.NOTHING);
    private final ReadOnlyStringWrapper formTrouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNotKeep = new ReadOnlyStringWrapper(NO_FILES);
    private final ReadOnlyStringWrapper whyNotUndo = new ReadOnlyStringWrapper(NOTHING_DONE);
    private final ObjectProperty<ImportForm> form = new SimpleObjectProperty<>(ImportForm.EMPTY);
    private List<Path> files = List.of();
    private @Nullable ImportPlan plan;
    private @Nullable Job job;
    private OptionalLong lastBatch = OptionalLong.empty();
    private int asked;

    private static final String NO_FILES = "Give files first";
    private static final String NOTHING_DONE = "Nothing was imported here yet";

    /// @param chooser asks the trader for files; empty when they changed their mind
    public ImportViewModel(
            Session session,
            Jobs jobs,
            Notices notices,
            Preferences preferences,
            Navigation navigation,
            Supplier<List<Path>> chooser) {
        this.session = session;
        this.jobs = jobs;
        this.notices = notices;
        this.preferences = preferences;
        this.navigation = navigation;
        this.chooser = chooser;
        form.subscribe((_, _) -> readAgain());
        step.subscribe(_ -> sayWhyNot());
    }

    /// The actions of this screen.
    public void addActions(Actions actions) {
        actions.add(
                Action.of(
                                "import.keep",
                                Group.IMPORT,
                                "Import these files",
                                Feather.CHECK,
                                this::keep)
                        .unless(whyNotKeep));
        actions.add(
                Action.of(
                                "import.stop",
                                Group.IMPORT,
                                "Cancel this import",
                                Feather.X,
                                this::discard)
                        .unless(
                                step.map(
                                        now ->
                                                now == Step.WAITING || now == Step.DONE
                                                        ? "No import is under way"
                                                        : "")));
        actions.add(
                Action.of(
                                "import.undo",
                                Group.IMPORT,
                                "Undo this import",
                                Feather.CORNER_UP_LEFT,
                                this::undo)
                        .unless(whyNotUndo));
    }

    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ImportProjection> shown() {
        return shown.getReadOnlyProperty();
    }

    /// What was said about the files; changing it reads them again.
    public ObjectProperty<ImportForm> form() {
        return form;
    }

    /// Why the form cannot be read, empty when it can.
    public ReadOnlyStringProperty formTrouble() {
        return formTrouble.getReadOnlyProperty();
    }

    /// Why no other files can be taken now, empty when they can.
    public ObservableValue<String> whyBusy() {
        return step.map(now -> now == Step.KEEPING ? "An import is being kept" : "");
    }

    /// Figures and times as preferred.
    public ObservableValue<Figures> figures() {
        return preferences.figures();
    }

    /// Lets the trader choose files.
    public void chooseFiles() {
        List<Path> chosen = chooser.get();
        if (!chosen.isEmpty()) {
            take(chosen);
        }
    }

    /// Takes files, given by whatever means, all of them as one import. Opens the trader's own workspace when the sample is open.
    public void take(List<Path> given) {
        if (step.get() == Step.KEEPING) {
            notices.say(
                    Notice.trouble(
                            "An import is being kept. Drop the files again when it is done."));
            return;
        }
        discard();
        form.set(ImportForm.EMPTY);
        files = List.copyOf(given);
        navigation.show(Screen.IMPORT);
        session.openOwn(this::read);
    }

    /// Gives the import up. Nothing was written; cancelling while it is being kept leaves no trace either.
    public void discard() {
        if (step.get() == Step.KEEPING && job != null) {
            job.cancel();
        } else {
            stopReading();
            files = List.of();
            plan = null;
            shown.set(ImportProjection.NOTHING);
            step.set(Step.WAITING);
        }
    }

    private void readAgain() {
        if (!files.isEmpty() && step.get() != Step.KEEPING && step.get() != Step.DONE) {
            stopReading();
            read();
        }
    }

    private void read() {
        OpenDesk at = session.open().get();
        if (at == null || files.isEmpty()) {
            return;
        }
        plan = null;
        Planner planner;
        try {
            planner = planner(form.get());
            formTrouble.set("");
        } catch (ServiceException unreadable) {
            formTrouble.set(String.valueOf(unreadable.getMessage()));
            step.set(Step.CHECKING);
            sayWhyNot();
            return;
        }
        int ask = ++asked;
        step.set(Step.READING);
        List<Path> all = files;
        job =
                jobs.start(
                        all.size() == 1 ? "Reading the file" : "Reading " + all.size() + " files",
                        progress -> planner.plan(at.desk(), DroppedFiles.of(all), progress),
                        latest(ask, this::read),
                        latest(ask, _ -> discard()));
    }

    private void read(ImportPlan made) {
        plan = made;
        ImportProjection projection =
                ImportProjection.of(made, titles(), preferences.figures().getValue());
        shown.set(projection);
        step.set(Step.CHECKING);
        if (projection.asks().equals(Set.of(ImportAsk.BARS)) && !form.get().bars()) {
            form.set(form.get().asBars(true));
        }
    }

    private void keep() {
        OpenDesk at = session.open().get();
        ImportPlan made = plan;
        if (at == null || made == null) {
            return;
        }
        int ask = ++asked;
        step.set(Step.KEEPING);
        job =
                jobs.start(
                        "Importing",
                        progress -> at.desk().commit(made, progress),
                        latest(ask, this::kept),
                        latest(ask, _ -> step.set(Step.CHECKING)));
    }

    private void kept(ImportResult result) {
        lastBatch = result.batch();
        files = List.of();
        plan = null;
        ImportProjection done =
                ImportProjection.of(result, titles(), preferences.figures().getValue());
        shown.set(done);
        step.set(Step.DONE);
        notices.say(
                lastBatch.isPresent()
                        ? Notice.plain(done.headline() + ".")
                                .offering("Undo this import", this::undo)
                        : Notice.plain("Nothing new was in the files. Nothing was changed."));
    }

    private void undo() {
        OpenDesk at = session.open().get();
        if (at == null || lastBatch.isEmpty()) {
            return;
        }
        long batch = lastBatch.getAsLong();
        lastBatch = OptionalLong.empty();
        sayWhyNot();
        var unused =
                jobs.startWhole(
                        "Undoing the import",
                        _ -> {
                            at.desk().undo(batch);
                            return batch;
                        },
                        _ -> {
                            shown.set(ImportProjection.NOTHING);
                            step.set(Step.WAITING);
                            notices.say(
                                    Notice.plain(
                                            "Import "
                                                    + batch
                                                    + " was undone. Beliefs are as if it had never"
                                                    + " been."));
                        },
                        _ -> {
                            lastBatch = OptionalLong.of(batch);
                            sayWhyNot();
                        });
    }

    private void stopReading() {
        asked++;
        if (job != null && step.get() == Step.READING) {
            job.cancel();
        }
        job = null;
    }

    private void sayWhyNot() {
        whyNotKeep.set(
                switch (step.get()) {
                    case WAITING, DONE -> NO_FILES;
                    case READING -> "The files are still being read";
                    case KEEPING -> "They are being imported";
                    case CHECKING ->
                            formTrouble.get().isEmpty() ? shown.get().refusal() : formTrouble.get();
                });
        whyNotUndo.set(step.get() == Step.DONE && lastBatch.isPresent() ? "" : NOTHING_DONE);
    }

    private Map<String, String> titles() {
        OpenDesk at = session.open().get();
        return at == null
                ? Map.of()
                : at.desk().formats().stream()
                        .collect(Collectors.toMap(FormatDescription::id, FormatDescription::title));
    }

    private static Planner planner(ImportForm form) {
        if (form.bars()) {
            var options = form.barOptions();
            return (desk, paths, progress) -> desk.planBars(paths, options, progress);
        }
        var options = form.options();
        return (desk, paths, progress) -> desk.plan(paths, options, progress);
    }

    /// An answer to a question that is no longer asked is not heard.
    private <T> Consumer<T> latest(int ask, Consumer<? super T> then) {
        return answer -> {
            if (ask == asked) {
                then.accept(answer);
            }
        };
    }

    private interface Planner {
        ImportPlan plan(Desk desk, List<Path> files, Job progress);
    }
}
