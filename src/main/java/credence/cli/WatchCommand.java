package credence.cli;

import credence.service.FolderWatch;
import credence.service.FolderWatch.Notice;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/// `watch`: imports what comes to rest in a folder.
@Command(
        name = "watch",
        header = "Import files as they come into a folder, by a profile.",
        description = {
            "",
            "Needs a profile that has imported a file without refusals before. A file is read when"
                + " its size and time of change have stayed the same for a while, and becomes a"
                + " batch of its own, which `undo-import` takes back. Files that lie in the folder"
                + " already are left alone unless --existing is given. Runs until it is stopped"
                + " (Ctrl+C); meanwhile it holds the workspace."
        },
        footer = {
            "",
            "Examples:",
            "  credence watch ~/exports --profile depot",
            "  credence watch ~/exports --profile depot --existing --for 1m --json"
        },
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {

    private static final Duration PACE = Duration.ofMillis(500);

    private final Desk desk;

    @Parameters(paramLabel = "FOLDER", description = "The folder to watch.")
    private @Nullable Path folder;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            required = true,
            description = "Read files as this profile says.")
    private @Nullable String profile;

    @Option(
            names = "--rest",
            paramLabel = "TIME",
            defaultValue = "5s",
            description = "How long a file must stay the same. Default: 5s.")
    private @Nullable Duration rest;

    @Option(names = "--existing", description = "Import files that lie there already, too.")
    private boolean existing;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "Stop after this time, such as 10m. Default: never.")
    private Optional<Duration> span = Optional.empty();

    @Mixin private final JsonOption json = new JsonOption();

    WatchCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.changeExisting(
                workspace -> {
                    FolderWatch watch =
                            workspace
                                    .imports()
                                    .watch(
                                            Objects.requireNonNull(folder),
                                            Objects.requireNonNull(profile),
                                            Objects.requireNonNull(rest),
                                            existing);
                    desk.console()
                            .message(
                                    "Watching "
                                            + watch.folder()
                                            + " by the profile “"
                                            + watch.profile()
                                            + "”. Stop with Ctrl+C.");
                    List<Notice> all = watch(watch);
                    if (desk.stopped()) {
                        desk.endsAsTold();
                        desk.console().message("Stopped watching. What came in is kept.");
                    }
                    return desk.tell(
                            all.stream().anyMatch(Notice::failed) ? Exit.PARTLY : Exit.DONE,
                            () -> {
                                if (json.wanted()) {
                                    Json.write(
                                            desk.console(),
                                            out -> out.array("files", all, WatchCommand::document));
                                }
                            });
                });
    }

    private List<Notice> watch(FolderWatch watch) {
        InstantSource clock = InstantSource.system();
        Instant end = span.map(s -> clock.instant().plus(s)).orElse(Instant.MAX);
        List<Notice> all = new ArrayList<>();
        while (clock.instant().isBefore(end) && !desk.stopped()) {
            try (ProgressLine progress = desk.progress()) {
                List<Notice> notices = watch.look(progress);
                progress.close();
                notices.forEach(this::say);
                if (span.isPresent()) {
                    all.addAll(notices);
                }
            } catch (CancellationException _) {
                desk.console().message("Nothing was kept of the file that was coming in just now.");
            }
            try {
                Thread.sleep(PACE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return all;
    }

    private void say(Notice n) {
        String undo =
                n.batch().isPresent()
                        ? " To take it back: credence undo-import " + n.batch().getAsLong()
                        : "";
        if (json.wanted() || n.failed()) {
            desk.console().message(n.text() + undo);
        } else {
            desk.console().line(n.text() + undo);
            desk.console().flush();
        }
    }

    private static void document(Json out, Notice n) {
        out.text("file", String.valueOf(n.file().getFileName()));
        if (n.batch().isPresent()) {
            out.count("batch", n.batch().getAsLong());
        } else {
            out.nothing("batch");
        }
        out.flag("refused", n.failed()).text("text", n.text());
    }
}
