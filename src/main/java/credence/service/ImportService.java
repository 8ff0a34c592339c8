package credence.service;

import credence.core.brain.Configuration;
import credence.core.fact.Fill;
import credence.core.trust.BotTrust;
import credence.service.port.BatchSummary;
import credence.service.port.FileReport;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader;
import credence.service.port.JournalReader.BarOptions;
import credence.service.port.NewBatch;
import credence.service.port.NewBatch.NewFile;
import credence.service.port.NewBatch.NewRow;
import credence.service.port.NewBatch.Restatement;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;
import credence.service.port.RowChoice;
import credence.service.port.RowDecisions;
import credence.service.port.SourceLines;
import credence.service.port.StoreException;
import credence.service.port.StoredFacts;
import credence.service.port.StoredRows;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.ImportProfile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Brings files in, and takes them back.
public final class ImportService {

    private static final Logger LOG = LoggerFactory.getLogger(ImportService.class);

    /// How long after the present a bar may close.
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Desk desk;
    private final JournalReader reader;
    private final InstantSource clock;
    private final ProfileService profiles;
    private final BegunImports begun;

    ImportService(Desk desk, JournalReader reader, InstantSource clock, ProfileService profiles) {
        this.profiles = profiles;
        this.desk = desk;
        this.reader = reader;
        this.clock = clock;
        this.begun = new BegunImports(desk.store());
    }

    /// Imports that were broken off while they were being kept, the oldest first, until the same files are imported or [#seen] is said.
    public List<BrokenImport> broken() {
        return begun.broken();
    }

    /// Tells no more of the imports that were broken off.
    public void seen() {
        begun.seen(clock.instant());
    }

    /// Formats that can be read.
    public List<JournalReader.FormatDescription> formats() {
        return reader.formats();
    }

    /// Looks at a file without importing it: its format or a proposal of a mapping, and what must be said before it can be
    /// read.
    ///
    /// @throws ServiceException when the profile named in the options is not there
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    public FileSurvey survey(Path file, ImportOptions options, Progress progress) {
        return reader.survey(file, profiles.found(options), progress);
    }

    /// Begins to watch a folder: whoever calls [FolderWatch#look] now and then imports what has come to rest in it.
    ///
    /// @param profile name of a saved profile that has succeeded before
    /// @param rest how long a file must stay the same before it is read
    /// @param existing whether files that lie there already are imported too
    /// @throws ServiceException when there is no such profile, it has not succeeded yet, or the folder cannot be read
    public FolderWatch watch(Path folder, String profile, Duration rest, boolean existing) {
        return watch(folder, profile, rest, existing, FolderListing::opens);
    }

    /// @param opens whether a file can be read now
    FolderWatch watch(
            Path folder, String profile, Duration rest, boolean existing, Predicate<Path> opens) {
        ImportProfile by = profiles.get(profile);
        return new FolderWatch(this, clock, folder, by, rest, _ -> !existing, opens);
    }

    /// The same for a folder that was watched before: what came in between is imported too.
    ///
    /// @param handled files that were dealt with then, as [FolderWatch#handled] told them
    /// @throws ServiceException when there is no such profile, it has not succeeded yet, or the folder cannot be read
    public FolderWatch watch(Path folder, String profile, Duration rest, Set<String> handled) {
        ImportProfile by = profiles.get(profile);
        return new FolderWatch(
                this, clock, folder, by, rest, handled::contains, FolderListing::opens);
    }

    /// Reads the files and compares every row with the log. Writes nothing. Rows of more than a day from now are refused.
    ///
    /// A profile that is named or given is used for all of them; else saved ones for files that they know by their header.
    ///
    /// @throws ServiceException when the profile named in the options is not there
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    public ImportPlan plan(List<Path> files, ImportOptions options, Progress progress) {
        return plan(files, options, Map.of(), progress);
    }

    /// The same under what the trader decided about single rows. Where nothing is decided about a line of a file that was imported before, what
    /// was decided then still holds.
    ///
    /// @param decisions by file
    /// @throws ServiceException when the profile named in the options is not there
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    public ImportPlan plan(
            List<Path> files,
            ImportOptions options,
            Map<Path, RowDecisions> decisions,
            Progress progress) {
        ImportOptions found = profiles.found(options).until(clock.instant().plus(AHEAD));
        List<BatchSummary> batches = desk.store().facts().batches();
        EarlierDecisions earlier = new EarlierDecisions(batches);
        Map<Path, RowDecisions> all = new ConcurrentHashMap<>(decisions);
        List<ParsedFile> parsed =
                ParallelReading.of(
                        files, file -> read(file, found, all, earlier, progress), progress);
        parsed =
                new RetoldTrades(
                                desk.moment().held(),
                                new ImportedFiles(desk.store().facts(), batches),
                                reader.formats())
                        .checked(parsed, found.account().isPresent());
        List<RowDecisions> ofFiles =
                files.stream().map(f -> all.getOrDefault(f, RowDecisions.NONE)).toList();
        return compare(
                        files,
                        parsed,
                        ofFiles,
                        earlier,
                        options.allOrNothing(),
                        options.replace(),
                        "import",
                        progress)
                .by(found.using().map(ImportProfile::name));
    }

    private ParsedFile read(
            Path file,
            ImportOptions options,
            Map<Path, RowDecisions> decisions,
            EarlierDecisions earlier,
            Progress progress) {
        RowDecisions said = decisions.getOrDefault(file, RowDecisions.NONE);
        ParsedFile parsed = reader.read(file, options, said, progress);
        EarlierDecisions.OfFile before = earlier.of(parsed.sha256());
        if (before.decisions().isEmpty()) {
            return parsed;
        }
        RowDecisions both = said.or(before.decisions());
        decisions.put(file, both);
        return both.texts().equals(said.texts())
                ? parsed
                : reader.read(file, options, both, progress)
                        .noting(
                                "The same file was corrected in import "
                                        + before.batch()
                                        + "; the corrections of then hold for it now.");
    }

    /// The lines of a file as they stand in it, to be closed.
    public SourceLines lines(Path file, ImportOptions options) {
        return reader.lines(file, options);
    }

    /// The same for bars of one symbol. Bars that close more than a day from now are refused: a bar still under way is not over, and
    /// clocks and zones differ, but nothing is known of the day after tomorrow.
    public ImportPlan planBars(List<Path> files, BarOptions options, Progress progress) {
        BarOptions byNow = options.closingBy(clock.instant().plus(AHEAD));
        List<ParsedFile> parsed =
                ParallelReading.of(files, file -> reader.readBars(file, byNow, progress), progress);
        ShiftedBars shifted = new ShiftedBars(desk.moment().held(), parsed);
        parsed = parsed.stream().map(file -> shifted.check(file, byNow)).toList();
        MissingBars missing = new MissingBars(desk.moment().held(), parsed);
        parsed = parsed.stream().map(missing::noted).toList();
        return compare(
                files,
                parsed,
                parsed.stream().map(_ -> RowDecisions.NONE).toList(),
                EarlierDecisions.NONE,
                false,
                options.replace(),
                "bars",
                progress);
    }

    private ImportPlan compare(
            List<Path> sources,
            List<ParsedFile> parsed,
            List<RowDecisions> decisions,
            EarlierDecisions earlier,
            boolean allOrNothing,
            boolean replace,
            String kind,
            Progress progress) {
        Desk.Moment moment = desk.moment();
        progress.update("Comparing with what is known", 0, 0);
        Comparison comparison = new Comparison(moment.held(), replace, earlier);
        List<NewFile> newFiles = new ArrayList<>();
        List<FileReport> reports = new ArrayList<>();
        List<ImportPlan.Found> found = new ArrayList<>();
        for (int i = 0; i < parsed.size(); i++) {
            progress.checkCancelled();
            Comparison.Compared compared = comparison.compare(parsed.get(i), decisions.get(i));
            NewFile file = compared.file();
            reports.add(file.report());
            found.add(compared.found());
            if (!file.report().failed()) {
                newFiles.add(file);
            }
        }
        return new ImportPlan(
                reports,
                sources,
                new NewBatch(clock.instant(), kind, newFiles),
                allOrNothing,
                Optional.empty(),
                found,
                moment.version());
    }

    /// Keeps what the plan brings, as one batch, and learns from it. Cancelling leaves no trace.
    ///
    /// @throws ServiceException when the workspace has changed since the plan was made; make a new one
    public ImportResult commit(ImportPlan plan, Progress progress) {
        if (!plan.bringsSomething()) {
            return result(plan, OptionalLong.empty(), desk.moment(), desk.moment());
        }
        return desk.change(() -> keep(plan, progress));
    }

    private ImportResult keep(ImportPlan plan, Progress progress) {
        Desk.Moment moment = desk.moment();
        if (moment.version() != plan.basis()) {
            throw new ServiceException(
                    "The workspace has changed since these files were compared with it."
                            + " Nothing was imported; import them again.");
        }
        progress.checkCancelled();
        String note = begun.begin(plan, clock.instant());
        ArchivedFiles archived = new ArchivedFiles(desk.store().archive());
        try {
            archived.put(plan, progress);
            progress.checkCancelled();
        } catch (RuntimeException | Error e) {
            archived.takeBack();
            begun.givenUp(note, clock.instant());
            throw e;
        }
        progress.update("Keeping the rows and learning from them", 0, 0);
        try {
            return append(plan, moment, progress, archived, note);
        } catch (CancellationException e) {
            // Only this says for sure that nothing was kept.
            archived.takeBack();
            begun.givenUp(note, clock.instant());
            throw e;
        } catch (RuntimeException | Error e) {
            // Whoever asked hears of it now. Had it been kept after all, the note would be gone
            // with it.
            begun.givenUp(note, clock.instant());
            throw e;
        }
    }

    private ImportResult append(
            ImportPlan plan,
            Desk.Moment moment,
            Progress progress,
            ArchivedFiles archived,
            String note) {
        if (touchesKnownRows(plan, moment.held())) {
            // A snapshot knows rows by their keys; it cannot tell one content from another.
            desk.store().snapshots().clear();
        }
        // Storing waits for the medium, learning for the processor: side by side.
        long likely = nextBatch(moment.held());
        StoredFacts expected = HeldRows.with(moment.held(), likely, plan.batch());
        FoldAhead folding = desk.foldAhead(expected, moment.configuration());
        long batch;
        try {
            batch =
                    desk.store()
                            .together(
                                    "The import was not kept", () -> append(plan, note, progress));
        } catch (RuntimeException | Error e) {
            folding.giveUp();
            throw e;
        }
        // From here on the import is done, whatever else happens.
        archived.kept();
        begun.kept(plan);
        desk.adopt(
                folding.finished(),
                batch == likely ? expected : HeldRows.with(moment.held(), batch, plan.batch()));
        rememberSuccess(plan);
        return result(plan, OptionalLong.of(batch), moment, desk.moment());
    }

    /// A folder may only be watched by a profile that has proved itself.
    private void rememberSuccess(ImportPlan plan) {
        if (plan.profile().isEmpty() || plan.hasRefusals()) {
            return;
        }
        try {
            desk.store()
                    .profiles()
                    .find(plan.profile().get())
                    .ifPresent(
                            p ->
                                    desk.store()
                                            .profiles()
                                            .save(p.succeeded(Optional.of(clock.instant()))));
        } catch (StoreException e) {
            // The import is done and kept; only the note about the profile is missing.
            LOG.warn("The success of profile {} was not noted", plan.profile().get(), e);
        }
    }

    private long append(ImportPlan plan, String note, Progress progress) {
        long batch = desk.store().facts().append(plan.batch(), progress);
        begun.over(note, plan, clock.instant());
        desk.store()
                .audit()
                .append(
                        clock.instant(),
                        "trader",
                        plan.batch().kind(),
                        "batch " + batch,
                        names(plan) + decided(plan));
        return batch;
    }

    private static boolean touchesKnownRows(ImportPlan plan, StoredFacts held) {
        List<NewFile> files = plan.batch().files();
        if (files.stream()
                .anyMatch(f -> f.restatements().stream().anyMatch(Restatement::replaces))) {
            return true;
        }
        if (held.rows().isEmpty() || files.stream().allMatch(f -> f.rows().isEmpty())) {
            // No index of a million keys for nothing.
            return files.stream().anyMatch(f -> f.rows().stream().anyMatch(NewRow::replaces));
        }
        KeyIndex keys = new KeyIndex(StoredRows.of(held.rows()));
        return files.stream()
                .flatMap(f -> f.rows().stream())
                .anyMatch(row -> row.replaces() || keys.contains(row.row().key()));
    }

    /// The number the next batch will most likely get; which rows count does not depend on it, as long as it is not withdrawn.
    private static long nextBatch(StoredFacts held) {
        long last = held.withdrawn().stream().mapToLong(b -> b).max().orElse(0);
        return Math.max(last, StoredRows.of(held.rows()).latestBatch()) + 1;
    }

    private static String names(ImportPlan plan) {
        List<FileReport> files = plan.files();
        String first = files.isEmpty() ? "" : files.getFirst().file();
        return files.size() == 1 ? first : files.size() + " files, first " + first;
    }

    /// How many rows the trader decided about, for the audit log; the batch itself keeps which.
    private static String decided(ImportPlan plan) {
        long corrected = 0;
        Map<RowChoice, Long> chosen = new EnumMap<>(RowChoice.class);
        for (FileReport f : plan.files()) {
            corrected += f.decided().corrections().size();
            f.decided().choices().forEach(c -> chosen.merge(c.choice(), 1L, Long::sum));
        }
        StringBuilder text = new StringBuilder();
        if (corrected > 0) {
            text.append("; lines corrected: ").append(corrected);
        }
        chosen.forEach(
                (choice, n) ->
                        text.append("; rows with the choice ")
                                .append(choice.word())
                                .append(": ")
                                .append(n));
        return text.toString();
    }

    /// The result a commit would have, nothing written.
    public ImportResult dryRun(ImportPlan plan) {
        Desk.Moment moment = desk.moment();
        if (!plan.bringsSomething()) {
            return result(plan, OptionalLong.empty(), moment, moment);
        }
        StoredFacts held = HeldRows.with(moment.held(), nextBatch(moment.held()), plan.batch());
        return result(
                plan, OptionalLong.empty(), moment, desk.imagine(held, moment.configuration()));
    }

    private static ImportResult result(
            ImportPlan plan, OptionalLong batch, Desk.Moment before, Desk.Moment after) {
        Set<String> bots = new TreeSet<>();
        plan.files().forEach(f -> bots.addAll(f.bots()));
        long fills =
                plan.batch().files().stream()
                        .flatMap(f -> f.rows().stream())
                        .filter(r -> r.row() instanceof Fill)
                        .count();
        long closed = 0;
        long open = 0;
        for (BotTrust b : after.state().board().bots()) {
            if (bots.contains(b.bot().name())
                    || bots.stream().anyMatch(n -> renamed(after.configuration(), n, b))) {
                closed += b.trades();
                open += b.openTrades();
            }
        }
        return new ImportResult(
                plan.files(),
                batch,
                fills,
                closed,
                open,
                List.copyOf(bots),
                after.state().stateHash(),
                plan.hasRefusals(),
                remarks(before.state(), after.state()),
                BotChange.between(before.state().board(), after.state().board()));
    }

    /// What the money figures leave out of what came in, and what stands without an opening.
    private static List<String> remarks(DeskState before, DeskState after) {
        List<String> remarks =
                new ArrayList<>(after.board().quality().since(before.board().quality()).remarks());
        long closes = after.unmatchedCloses() - before.unmatchedCloses();
        if (closes > 0) {
            remarks.add(
                    (closes == 1 ? "1 close has" : closes + " closes have")
                            + " no opening in these files or earlier ones: the exports begin after"
                            + " the position was opened. What "
                            + (closes == 1 ? "it" : "they")
                            + " brought "
                            + said(before, after)
                            + " and counts in no sum and no belief; import an export that begins"
                            + " earlier.");
        } else if (closes < 0) {
            remarks.add(
                    (closes == -1 ? "1 close" : -closes + " closes")
                            + " of earlier imports had no opening, and "
                            + (closes == -1 ? "has" : "have")
                            + " one now.");
        }
        return remarks;
    }

    /// What closes without an opening brought, by their files' own word.
    private static String said(DeskState before, DeskState after) {
        SortedMap<String, BigDecimal> sums = new TreeMap<>();
        after.unmatchedResults().forEach((c, sum) -> sums.merge(c.code(), sum, BigDecimal::add));
        before.unmatchedResults()
                .forEach((c, sum) -> sums.merge(c.code(), sum.negate(), BigDecimal::add));
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums.isEmpty()
                ? "is not known"
                : "is by the files' own word "
                        + sums.entrySet().stream()
                                .map(
                                        e ->
                                                e.getValue()
                                                                .stripTrailingZeros()
                                                                .toPlainString()
                                                                .replace('-', '−')
                                                        + " "
                                                        + e.getKey())
                                .collect(Collectors.joining(", "));
    }

    private static boolean renamed(Configuration configuration, String name, BotTrust b) {
        return configuration
                        .botNames()
                        .getOrDefault(new credence.core.value.BotId(name), b.bot())
                        .equals(b.bot())
                && configuration.botNames().containsKey(new credence.core.value.BotId(name));
    }

    private boolean withdraw(long batch, Instant now) {
        desk.store().facts().withdraw(batch, now);
        desk.store().audit().append(now, "trader", "undo import", "batch " + batch, "");
        return true;
    }

    /// All batches, oldest first, withdrawn ones marked.
    public List<BatchSummary> list() {
        return desk.store().facts().batches();
    }

    /// Withdraws a whole batch: beliefs are as if it had never been.
    ///
    /// @return hash of the state after it
    /// @throws ServiceException when there is no such batch or it is withdrawn already
    public String undo(long batch) {
        return desk.change(
                () -> {
                    BatchSummary found =
                            desk.store().facts().batches().stream()
                                    .filter(b -> b.batch() == batch)
                                    .findFirst()
                                    .orElseThrow(
                                            () ->
                                                    new ServiceException(
                                                            "There is no import number "
                                                                    + batch
                                                                    + "; “imports” lists all."));
                    if (found.withdrawnAt() != null) {
                        throw new ServiceException(
                                "Import "
                                        + batch
                                        + " was undone before, at "
                                        + found.withdrawnAt()
                                        + ".");
                    }
                    Instant now = clock.instant();
                    desk.store()
                            .together(
                                    "Import " + batch + " was not undone",
                                    () -> withdraw(batch, now));
                    desk.store().snapshots().clear();
                    StoredFacts held = desk.moment().held();
                    Set<Long> withdrawn = new HashSet<>(held.withdrawn());
                    withdrawn.add(batch);
                    desk.refold(
                            new StoredFacts(
                                    held.rows(), withdrawn, held.resets(), held.timeMarks()),
                            desk.moment().configuration());
                    return desk.moment().state().stateHash();
                });
    }
}
