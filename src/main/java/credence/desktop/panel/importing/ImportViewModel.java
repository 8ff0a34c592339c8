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
import credence.service.port.FileReport;
import credence.service.port.JournalReader.FormatDescription;
import credence.service.port.RowDecisions;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.MappingProposal;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final ReadOnlyObjectWrapper<Optional<FileSurvey>> survey =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper formTrouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNotKeep = new ReadOnlyStringWrapper(NO_FILES);
    private final ReadOnlyStringWrapper whyNotUndo = new ReadOnlyStringWrapper(NOTHING_DONE);
    private final ObjectProperty<ImportForm> form = new SimpleObjectProperty<>(ImportForm.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<Finished>> finished =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final HowRead reading;
    private final Assigning assigning;
    private List<Path> files = List.of();
    private @Nullable ImportPlan plan;
    private Optional<MappingProposal> proposal = Optional.empty();
    private @Nullable Job job;
    private OptionalLong lastBatch = OptionalLong.empty();
    private final Checking checking;
    private final Forecast forecast;
    private int asked;

    /// What was said of the last import.
    private @Nullable Notice told;

    /// Name of what was said about files and not kept.
    static final String UNNAMED = "these files";

    private static final long LARGE = 8 << 20;

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
        this.reading = new HowRead(form, survey, this::known, preferences.figures());
        this.assigning = new Assigning(form, survey);
        this.checking = new Checking(jobs, notices, preferences.figures(), this::readAgain);
        this.forecast = new Forecast(jobs);
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

    /// The import that is done, until it is undone or others follow.
    ReadOnlyObjectProperty<Optional<Finished>> finished() {
        return finished.getReadOnlyProperty();
    }

    /// How the first file that needs a look is written and read.
    public ReadOnlyObjectProperty<Optional<FileSurvey>> survey() {
        return survey.getReadOnlyProperty();
    }

    /// How the file that was looked at is read, and the trader's word on it.
    public HowRead reading() {
        return reading;
    }

    /// Whose the rows are, and the trader's rules about it.
    public Assigning assigning() {
        return assigning;
    }

    /// The rows one by one, and the trader's word on single ones.
    public Checking checking() {
        return checking;
    }

    /// What the import changes about each bot.
    public Forecast forecast() {
        return forecast;
    }

    /// Whether there is a file to look at.
    public boolean surveyed() {
        return survey.get().isPresent();
    }

    /// Whether no format knows the file, so that its columns must be mapped.
    public boolean maps() {
        return proposal.isPresent();
    }

    /// Whether the answers can be kept for the next files of these columns.
    public boolean keepsProfiles() {
        return survey.get().filter(s -> !s.header().isEmpty()).isPresent();
    }

    /// What the columns of a file of no known format probably mean; empty for known formats.
    public Optional<MappingProposal> proposal() {
        return proposal;
    }

    /// Name of a format for people.
    public String title(String format) {
        return titles().getOrDefault(format, "");
    }

    /// Ids of the formats that can be read.
    public List<String> formats() {
        return known().stream().map(FormatDescription::id).sorted().toList();
    }

    /// Says what the columns of a file of no known format mean, and reads it so.
    public void map(Mapping columns) {
        survey.get()
                .ifPresent(
                        s ->
                                form.set(
                                        form.get()
                                                .mapped(
                                                        Optional.of(
                                                                form.get()
                                                                        .mapping()
                                                                        .map(
                                                                                p ->
                                                                                        p.mapping(
                                                                                                columns))
                                                                        .orElseGet(
                                                                                () ->
                                                                                        ImportProfile
                                                                                                .mapped(
                                                                                                        UNNAMED,
                                                                                                        s
                                                                                                                .header(),
                                                                                                        columns))))));
    }

    /// Reads the files by a saved profile that is offered for them. Its rules become the trader's own words: they are seen and may be changed.
    public void useProfile(String name) {
        survey.get().stream()
                .flatMap(s -> s.offered().stream())
                .filter(p -> p.name().equals(name))
                .findFirst()
                .ifPresent(this::use);
    }

    private void use(ImportProfile profile) {
        form.set(
                form.get()
                        .mapped(Optional.of(profile.rules(List.of(), List.of())))
                        .owners(form.get().owners().or(profile.owners())));
    }

    /// Keeps what was said about these files by name, for the next ones of their kind, and reads them by it.
    ///
    /// @param name of the profile
    public void keepProfile(String name) {
        OpenDesk at = session.open().get();
        Optional<FileSurvey> seen = survey.get();
        if (at == null || seen.isEmpty()) {
            return;
        }
        ImportProfile profile;
        try {
            profile = profile(name, seen.get());
            formTrouble.set("");
        } catch (IllegalArgumentException | ServiceException unfit) {
            formTrouble.set(String.valueOf(unfit.getMessage()));
            return;
        }
        var unused =
                jobs.start(
                        "Keeping the profile",
                        _ -> {
                            at.desk().profiles().keep(profile, Optional.empty());
                            return profile;
                        },
                        kept -> {
                            notices.say(
                                    Notice.plain(
                                            "Files of these columns will be read as “"
                                                    + kept.name()
                                                    + "” says."));
                            form.set(
                                    form.get()
                                            .mapped(Optional.of(kept.rules(List.of(), List.of())))
                                            .owners(kept.owners()));
                        },
                        _ -> {});
    }

    private ImportProfile profile(String name, FileSurvey seen) {
        Optional<ImportProfile> mapped = form.get().mapping();
        ImportProfile base =
                mapped.isPresent()
                        ? mapped.get().named(name)
                        : ImportProfile.known(name, seen.format(), seen.header());
        return base.saying(form.get().mapped(Optional.empty()).options()).automatic(true);
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
        if (told != null && told.equals(notices.current().get())) {
            notices.dismiss(); // its "Undo this import" would be taken for one of these files
        }
        form.set(ImportForm.EMPTY);
        assigning.clear();
        checking.clear();
        finished.set(Optional.empty());
        proposal = Optional.empty();
        survey.set(Optional.empty());
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
            survey.set(Optional.empty());
            checking.clear();
            forecast.forget();
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
        forecast.forget();
        Planner planner;
        try {
            planner = planner(form.get(), checking.decisions());
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
        ImportForm said = form.get();
        job =
                jobs.start(
                        all.size() == 1 ? "Reading the file" : "Reading " + all.size() + " files",
                        progress -> {
                            List<Path> found = DroppedFiles.of(all);
                            ImportPlan made = planner.plan(at.desk(), found, progress);
                            return new Look(
                                    at.desk(),
                                    made,
                                    look(at.desk(), made, said, progress),
                                    checking.list(at.desk(), made, said.rawOptions()),
                                    OwnerLine.of(made));
                        },
                        latest(ask, this::read),
                        latest(ask, _ -> discard()));
    }

    /// A plan, and how the file that needs a look most is written.
    private record Look(
            Desk at,
            ImportPlan plan,
            Optional<FileSurvey> survey,
            Checking.Listing rows,
            List<OwnerLine> owners) {}

    /// The first file of no known format, else the first file, if it is not too big to be read once more.
    private static Optional<FileSurvey> look(
            Desk desk, ImportPlan plan, ImportForm said, Job progress) {
        if (said.bars() || plan.files().isEmpty()) {
            return Optional.empty();
        }
        int chosen = 0;
        for (int i = plan.files().size() - 1; i >= 0; i--) {
            if (plan.files().get(i).failed() && plan.files().get(i).format().isEmpty()) {
                chosen = i;
            }
        }
        Path file = plan.sources().get(chosen);
        return size(file) > LARGE
                ? Optional.empty()
                : Optional.of(desk.survey(file, said.options(), progress));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return 0; // the reader says what is wrong with it
        }
    }

    private void read(Look look) {
        ImportPlan made = look.plan();
        plan = made;
        look.survey().ifPresent(this::seen);
        survey.set(look.survey());
        assigning.preview(look.owners());
        Optional<ImportProfile> unasked =
                look.survey().flatMap(FileSurvey::profile).filter(_ -> files.size() == 1);
        if (unasked.isPresent()
                && form.get().mapping().isEmpty()
                && form.get().unsettled().format().isEmpty()) {
            use(unasked.get()); // so that its rules are seen, and may be changed
            return;
        }
        Optional<Mapping> guessed =
                look.survey()
                        .flatMap(FileSurvey::proposal)
                        .filter(p -> p.unsettled(p.mapping()).isEmpty())
                        .map(MappingProposal::mapping);
        if (guessed.isPresent()
                && form.get().mapping().isEmpty()
                && guessed.get().missing().isEmpty()
                && look.survey().filter(s -> s.offered().isEmpty()).isPresent()) {
            map(guessed.get()); // shown as a proposal; nothing is kept before it is confirmed
            return;
        }
        ImportProjection projection =
                ImportProjection.of(made, titles(), preferences.figures().getValue());
        checking.show(look.rows());
        forecast.of(look.at(), made);
        shown.set(projection);
        step.set(Step.CHECKING);
        if (projection.asks().equals(Set.of(ImportAsk.BARS)) && !form.get().bars()) {
            form.set(form.get().asBars(true));
        }
    }

    /// The proposal stays while its columns are read by it; a known format needs none.
    private void seen(FileSurvey now) {
        if (now.proposal().isPresent() || !now.format().equals(ImportProfile.MAPPED)) {
            proposal = now.proposal();
        }
    }

    private List<FormatDescription> known() {
        OpenDesk at = session.open().get();
        return at == null ? List.of() : at.desk().formats();
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
        finished.set(lastBatch.isEmpty() ? Optional.empty() : Optional.of(finish(result)));
        files = List.of();
        plan = null;
        ImportProjection done =
                ImportProjection.of(result, titles(), preferences.figures().getValue());
        checking.done();
        forecast.done(result.changes());
        shown.set(done);
        step.set(Step.DONE);
        long batch = lastBatch.orElse(0);
        Notice notice =
                lastBatch.isPresent()
                        ? Notice.plain(done.headline() + ".")
                                .offering("Undo import " + batch, () -> undo(batch))
                        : Notice.plain("Nothing new was in the files. Nothing was changed.");
        told = notice;
        notices.say(notice);
    }

    private Finished finish(ImportResult result) {
        Optional<FileSurvey> seen = survey.get();
        boolean alike = result.files().stream().map(FileReport::format).distinct().count() == 1;
        return new Finished(
                result,
                plan == null ? files : plan.sources(),
                seen.flatMap(FileSurvey::profile)
                        .map(ImportProfile::name)
                        .filter(name -> !name.equals(UNNAMED)),
                alike && keepsProfiles(),
                name -> profile(name, seen.orElseThrow()));
    }

    /// The notice of an import undoes that import and no later one.
    private void undo(long batch) {
        if (lastBatch.equals(OptionalLong.of(batch))) {
            undo();
        }
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
                            finished.set(Optional.empty());
                            checking.forget();
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
            job.supersede();
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
                            !formTrouble.get().isEmpty()
                                    ? formTrouble.get()
                                    : shown.get().refusal().isEmpty()
                                            ? unsettled()
                                            : shown.get().refusal();
                });
        whyNotUndo.set(step.get() == Step.DONE && lastBatch.isPresent() ? "" : NOTHING_DONE);
    }

    /// What is still asked about the columns as they are mapped now; empty where nothing is.
    private String unsettled() {
        return form.get()
                .mapping()
                .flatMap(ImportProfile::mapping)
                .flatMap(m -> proposal.map(p -> String.join(" ", p.unsettled(m))))
                .map(WindowWords::of)
                .orElse("");
    }

    private Map<String, String> titles() {
        Map<String, String> titles =
                known().stream()
                        .collect(Collectors.toMap(FormatDescription::id, FormatDescription::title));
        titles.put(ImportProfile.MAPPED, "columns as mapped");
        return titles;
    }

    private static Planner planner(ImportForm form, Map<Path, RowDecisions> decisions) {
        if (form.bars()) {
            var options = form.barOptions();
            return (desk, paths, progress) -> desk.planBars(paths, options, progress);
        }
        var options = form.options();
        return (desk, paths, progress) -> desk.plan(paths, options, decisions, progress);
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
