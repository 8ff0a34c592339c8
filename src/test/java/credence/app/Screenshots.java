package credence.app;

import credence.core.regime.Taxonomy;
import credence.core.trust.BotTrust;
import credence.core.value.BotId;
import credence.desktop.Window;
import credence.desktop.action.Screen;
import credence.desktop.desk.OpenDesk;
import credence.desktop.fx.BackgroundTasks;
import credence.desktop.fx.FxThread;
import credence.desktop.fx.SystemFileChoice;
import credence.desktop.panel.importing.ImportForm;
import credence.desktop.theme.ThemeChoice;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/// Opens a workspace at 1440×900 and writes pictures of the screens in both themes: `WORKSPACE OUT [JOURNALS]`.
///
/// With a folder of journals, empty screens and the preview of importing the journals into an empty workspace are drawn too. Needs a
/// display at least as large; see the profile `screenshots` of the build. Looks at a copy of the workspace; nothing is imported or changed.
final class Screenshots {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    private final Path out;

    private Screenshots(Path out) {
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        Path out = Files.createDirectories(Path.of(args[1]));
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.get();
        Platform.setImplicitExit(false);
        Screenshots screenshots = new Screenshots(out);
        screenshots.workspace(Path.of(args[0]));
        if (args.length > 2) {
            screenshots.preview(Path.of(args[2]));
        }
        Platform.exit();
    }

    private void workspace(Path original) throws Exception {
        // A copy: changing the theme is kept as a setting of the workspace.
        Path folder = home("trading");
        Files.copy(original.resolve("credence.mv.db"), folder.resolve("credence.mv.db"));
        try (Shown shown = new Shown(folder)) {
            for (String theme : List.of("light", "dark")) {
                shown.theme(theme);
                for (Screen screen :
                        List.of(
                                Screen.OVERVIEW,
                                Screen.BOT,
                                Screen.BELIEFS,
                                Screen.REGIMES,
                                Screen.JOURNAL,
                                Screen.SETTINGS)) {
                    shown.fx(
                            () -> {
                                shown.window.navigation().show(screen);
                                return null;
                            });
                    shown.settle();
                    write(shown, screen.name().toLowerCase(Locale.ROOT) + "-" + theme);
                }
                details(shown, theme);
            }
        } finally {
            Sweep.away(folder);
        }
    }

    /// An empty workspace folder in a home of its own, so that no picture tells where it was taken.
    static Path home(String name) throws IOException {
        Path home = Files.createTempDirectory("credence-home-").toRealPath();
        System.setProperty("user.home", home.toString());
        return Files.createDirectories(home.resolve(name).resolve("credence"));
    }

    /// What lies above the screens, and the tabs of the journal.
    private void details(Shown shown, String theme) throws Exception {
        for (String tab : List.of("fills", "imports", "trades")) {
            int chosen = List.of("trades", "fills", "imports").indexOf(tab);
            shown.fx(
                    () -> {
                        shown.window.navigation().show(Screen.JOURNAL);
                        TabPane tabs = (TabPane) shown.stage.getScene().lookup(".tab-pane");
                        tabs.getSelectionModel().select(chosen);
                        return null;
                    });
            shown.settle();
            write(shown, tab + "-" + theme);
        }
        regimes(shown, theme);
        for (String action : List.of("palette", "shortcuts", "selection.bots", "help")) {
            shown.fx(
                    () -> {
                        shown.window.navigation().show(Screen.OVERVIEW);
                        shown.window.actions().get(action).run();
                        return null;
                    });
            shown.settle();
            write(shown, action.replace("selection.", "choose-") + "-" + theme);
            shown.fx(
                    () -> {
                        shown.escape();
                        return null;
                    });
        }
    }

    /// The tabs of the regimes, and the same market named by five.
    private void regimes(Shown shown, String theme) throws Exception {
        for (String tab : List.of("bots", "situations", "model")) {
            shown.fx(
                    () -> {
                        shown.window.navigation().show(Screen.REGIMES);
                        TabPane tabs = (TabPane) shown.stage.getScene().lookup(".tab-pane");
                        tabs.getSelectionModel()
                                .select(
                                        List.of("regimes", "bots", "situations", "model")
                                                .indexOf(tab));
                        return null;
                    });
            shown.settle();
            write(shown, "regimes-" + tab + "-" + theme);
        }
        for (Taxonomy taxonomy : List.of(Taxonomy.FIVE, Taxonomy.SEVEN, Taxonomy.FOUR)) {
            shown.fx(
                    () -> {
                        TabPane tabs = (TabPane) shown.stage.getScene().lookup(".tab-pane");
                        tabs.getSelectionModel().select(taxonomy == Taxonomy.FIVE ? 3 : 0);
                        ComboBox<?> chosen =
                                (ComboBox<?>) shown.stage.getScene().lookup("#taxonomies");
                        chosen.getSelectionModel().select(taxonomy.ordinal());
                        return null;
                    });
            shown.settle();
            if (taxonomy != Taxonomy.FOUR) {
                write(shown, "regimes-" + taxonomy.name().toLowerCase(Locale.ROOT) + "-" + theme);
            }
        }
    }

    private void preview(Path journals) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(journals)) {
            files = all.sorted().toList();
        }
        Path empty = home("trading");
        try (Shown shown = new Shown(empty)) {
            for (String theme : List.of("light", "dark")) {
                shown.theme(theme);
                for (Screen screen : Screen.values()) {
                    shown.fx(
                            () -> {
                                shown.window.imports().discard();
                                shown.window.navigation().show(screen);
                                return null;
                            });
                    shown.settle();
                    write(shown, "empty-" + screen.name().toLowerCase(Locale.ROOT) + "-" + theme);
                }
                shown.fx(
                        () -> {
                            shown.window.imports().take(files);
                            return null;
                        });
                shown.settle();
                write(shown, "import-asks-" + theme);
                shown.fx(
                        () -> {
                            shown.window
                                    .imports()
                                    .form()
                                    .set(
                                            new ImportForm(
                                                    false, "+08:00", "ETHUSDT", "", "", "", "",
                                                    false, false));
                            return null;
                        });
                shown.settle();
                write(shown, "import-" + theme);
                tabs(shown, theme, "import");
                Path unknown = unknown(empty.getParent());
                shown.fx(
                        () -> {
                            shown.window.imports().take(List.of(unknown));
                            return null;
                        });
                shown.settle();
                tabs(shown, theme, "mapping");
            }
        } finally {
            Sweep.away(empty);
        }
    }

    /// How the files are read, and what becomes of their rows.
    private void tabs(Shown shown, String theme, String name) throws Exception {
        for (int tab = 1; tab <= 2; tab++) {
            int chosen = tab;
            shown.fx(
                    () -> {
                        TabPane tabs = (TabPane) shown.stage.getScene().lookup(".tab-pane");
                        tabs.getSelectionModel().select(chosen);
                        return null;
                    });
            shown.settle();
            write(shown, name + (tab == 1 ? "-columns-" : "-rows-") + theme);
        }
    }

    /// A journal of no known format, as a trader's own spreadsheet has it.
    private static Path unknown(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("my desk 2026.csv"),
                """
                Ausführung;Instrument;Kauf/Verkauf;Stück;Kurs;Gebühr;Strategie;Notiz
                2026-03-02 09:31:05;ETHUSDT;Kauf;1,5;2310,25;0,75;Alpha;open range
                2026-03-02 11:02:17;ETHUSDT;Verkauf;1,5;2331,75;0,76;Alpha;target
                2026-03-03 10:15:40;BTCUSDT;Verkauf;0,02;88120,5;1,10;Beta;fade
                2026-03-03 10:55:12;BTCUSDT;Kauf;0,02;87800;1,10;Beta;
                2026-03-04 gestern;BTCUSDT;Kauf;0,02;87800;1,10;Beta;a slip
                """);
    }

    private void write(Shown shown, String name) throws Exception {
        BufferedImage picture = shown.fx(shown::picture);
        Path file = out.resolve(name + ".png");
        if (!ImageIO.write(picture, "png", file.toFile())) {
            throw new IOException("no writer for " + file);
        }
        System.out.println(file);
    }

    /// A window that shows a workspace.
    static final class Shown implements AutoCloseable {

        private final BackgroundTasks tasks = new BackgroundTasks(new FxThread(), 3);
        final Window window;
        final Stage stage;

        Shown(Path folder) throws Exception {
            Logs logs = new Logs();
            Folders folders = new Folders(folder, folder.resolveSibling("credence-none"));
            WorkspaceDesks desks =
                    new WorkspaceDesks(
                            new StoredWorkspaces(folders, logs),
                            new Samples(List.of(folder)),
                            folder,
                            folders.sampleWorkspace(),
                            false);
            // A fresh memory, so that no one's own window decides what the pictures look like.
            MemoryFile memory = new MemoryFile(Files.createTempDirectory("credence-memory-"));
            window =
                    fx(
                            () ->
                                    new Window(
                                            desks,
                                            tasks,
                                            memory,
                                            new Faults(logs),
                                            new SystemFileChoice()));
            stage =
                    fx(
                            () -> {
                                Stage shown = new Stage();
                                window.showOn(shown);
                                shown.setX(0);
                                shown.setY(0);
                                shown.setWidth(WIDTH);
                                shown.setHeight(HEIGHT);
                                return shown;
                            });
            while (fx(() -> window.session().open().get() == null)) {
                Thread.sleep(100);
            }
            settle();
            chooseFirst();
        }

        private void chooseFirst() throws Exception {
            fx(
                    () -> {
                        OpenDesk at = Objects.requireNonNull(window.session().open().get());
                        List<BotId> bots =
                                at.state().board().bots().stream().map(BotTrust::bot).toList();
                        if (bots.size() > 1) {
                            window.session()
                                    .selection()
                                    .set(
                                            window.session()
                                                    .selection()
                                                    .get()
                                                    .withBots(bots.subList(1, 2)));
                        }
                        return null;
                    });
            settle();
        }

        void theme(String name) throws Exception {
            fx(
                    () -> {
                        window.preferences()
                                .theme()
                                .set(ThemeChoice.valueOf(name.toUpperCase(Locale.ROOT)));
                        return null;
                    });
            settle();
        }

        void escape() {
            Node at = stage.getScene().getFocusOwner();
            Event.fireEvent(
                    at == null ? stage.getScene().getRoot() : at,
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.ESCAPE,
                            false,
                            false,
                            false,
                            false));
        }

        /// Waits until nothing has been computed or drawn anew for a while; not for ever, since a cursor may blink.
        void settle() throws Exception {
            int calm = 0;
            int[] before = {};
            for (int looks = 0; calm < 3 && looks < 60; looks++) {
                Thread.sleep(150);
                int[] now = fx(this::pixels);
                calm = java.util.Arrays.equals(now, before) ? calm + 1 : 0;
                before = now;
            }
        }

        BufferedImage picture() {
            BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            picture.setRGB(0, 0, WIDTH, HEIGHT, pixels(), 0, WIDTH);
            return picture;
        }

        private int[] pixels() {
            WritableImage image = stage.getScene().snapshot(new WritableImage(WIDTH, HEIGHT));
            int[] pixels = new int[WIDTH * HEIGHT];
            image.getPixelReader()
                    .getPixels(
                            0,
                            0,
                            WIDTH,
                            HEIGHT,
                            PixelFormat.getIntArgbInstance(),
                            pixels,
                            0,
                            WIDTH);
            return pixels;
        }

        <T> T fx(Callable<T> work) throws Exception {
            CompletableFuture<T> result = new CompletableFuture<>();
            new FxThread()
                    .execute(
                            () -> {
                                try {
                                    result.complete(work.call());
                                } catch (Exception | Error failure) {
                                    result.completeExceptionally(failure);
                                }
                            });
            return result.get();
        }

        @Override
        public void close() throws Exception {
            fx(
                    () -> {
                        stage.hide();
                        return window.leave();
                    });
            tasks.close();
        }
    }
}
