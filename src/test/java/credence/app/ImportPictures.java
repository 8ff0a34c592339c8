package credence.app;

import credence.app.Screenshots.Shown;
import credence.desktop.action.Screen;
import credence.desktop.panel.importing.Assigning;
import credence.desktop.panel.importing.ImportViewModel.Step;
import credence.desktop.panel.importing.RowLine;
import credence.desktop.panel.importing.RuleDraft;
import credence.desktop.table.SortFilterTable;
import credence.service.port.RowChoice;
import credence.service.port.mapping.Condition.Of;

import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.imageio.ImageIO;

/// Draws every step of bringing a journal in, in both themes at 1440×900, into the folder that is named: `OUT`. Works in a workspace of
/// its own, which is thrown away.
final class ImportPictures {

    private static final List<String> TABS =
            List.of("files", "read", "whose", "rows", "changes", "remarks", "totals");

    /// A journal of no known format, as a trader's own spreadsheet has it.
    private static final String UNKNOWN =
            """
            Ausführung;Instrument;Kauf/Verkauf;Stück;Kurs;Gebühr;Notiz;Ticket
            02.03.2026 09:31:05;ETHUSDT;Kauf;1,5;2.310,25;0,75;alpha open range;88001
            02.03.2026 11:02:17;ETHUSDT;Verkauf;1,5;2.331,75;0,76;alpha target;88002
            03.03.2026 10:15:40;BTCUSDT;Verkauf;0,02;88.120,50;1,10;beta fade;88003
            03.03.2026 10:55:12;BTCUSDT;Kauf;0,02;87.800,00;1,10;beta;88004
            16.03.2026 14:05:30;SOLUSDT;Kauf;12;141,20;0,40;gamma;88005
            16.03.2026 15:44:02;SOLUSDT;Verkauf;12;143,05;0,41;gamma;88006
            04.03.2026 gestern;BTCUSDT;Kauf;0,02;87.800,00;1,10;beta a slip;88007
            """;

    /// Lots of currencies: nobody can tell whether the profit is before or after costs, and what a swap is.
    private static final String UNDECIDED =
            """
            Opened,Closed,Pair,Side,Lots,Entry,Exit,Commission,Profit,Comment
            2026-01-05 10:00,2026-01-05 14:30,EURUSD,Long,0.50,1.08000,1.08400,3.50,196.50,london open
            2026-01-06 10:00,2026-01-07 09:15,EURUSD,Short,1.00,1.08400,1.08600,7.00,-207.00,fade
            """;

    /// A journal of a known format that does not say whose its trades are.
    private static final String KNOWN =
            """
            symbol,side,quantity,entry_time,entry_price,exit_time,exit_price
            ETHUSDT,long,1.5,2026-03-27 21:30:00,2310.25,2026-03-29 04:15:00,2331.75
            BTCUSDT,short,0.02,2026-03-30 10:15:40,88120.5,2026-03-30 10:55:12,87800
            """;

    /// What is known before; the last row has no id.
    private static final String KNOWN_FILLS =
            """
            time,symbol,side,quantity,price,bot,execution_id,commission
            2026-03-02T09:31:05Z,ETHUSDT,BUY,1.5,2310.25,alpha,88001,0.75
            2026-03-02T11:02:17Z,ETHUSDT,SELL,1.5,2331.75,alpha,88002,0.76
            2026-03-03T10:15:40Z,BTCUSDT,SELL,0.02,88120.5,beta,,1.10
            """;

    /// The next export of the same: a slip, a cut row, a row that differs, a blank one, a known one.
    private static final String BROKEN_FILLS =
            """
            time,symbol,side,quantity,price,bot,execution_id,commission
            2026-03-02T09:31:05Z,ETHUSDT,BUY,1.5,2310.25,alpha,88001,0.75
            2026-03-02T11:02:17Z,ETHUSDT,SELL,1.5,2333.75,alpha,88002,0.76
            2026-03-03T10:15:40Z,BTCUSDT,SELL,0.02,88120.5,beta,,1.10
            2026-03-03T10:55:12Z,BTCUSDT,BUY,0.02,87.8OO,beta,88004,1.10
            ,,,,,,,
            2026-03-16T14:05:30Z,SOLUSDT,BUY,12,141.20,gamma,88005,0.40
            2026-03-16T15:44:02Z,SOLUSDT,SELL,12,143.05,gamma
            2026-03-16T16:10:00Z,SOLUSDT,BUY,8,142.00,gamma,88007,0.30
            2026-03-16T17:20:45Z,SOLUSDT,SELL,8,142.60,gamma,88008,0.30
            """;

    private final Path out;

    private ImportPictures(Path out) {
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.get();
        Platform.setImplicitExit(false);
        ImportPictures pictures = new ImportPictures(Files.createDirectories(Path.of(args[0])));
        for (String theme : List.of("light", "dark")) {
            pictures.draw(theme);
            pictures.check(theme);
        }
        Platform.exit();
    }

    private void draw(String theme) throws Exception {
        Path folder = Screenshots.home("trading");
        Path exports = Files.createDirectories(folder.resolveSibling("exports"));
        Path unknown = Files.writeString(exports.resolve("my desk 2026.csv"), UNKNOWN);
        Path known = Files.writeString(exports.resolve("closed.csv"), KNOWN);
        Path undecided = Files.writeString(exports.resolve("lots 2026.csv"), UNDECIDED);
        try (Shown shown = new Shown(folder)) {
            shown.theme(theme);
            var imports = shown.window.imports();
            take(shown, known);
            say(shown, () -> imports.form().set(imports.form().get().zone("Europe/Berlin")));
            write(shown, "known-read", theme, "read");
            write(shown, "known-whose", theme, "whose");
            take(shown, undecided);
            write(shown, "undecided-asks", theme, "read");
            shown.fx(
                    () -> {
                        ((Button) shown.stage.getScene().lookup("#answer-after-costs")).fire();
                        return null;
                    });
            until(shown, Step.CHECKING);
            write(shown, "undecided-answered", theme, "read");
            take(shown, unknown);
            write(shown, "unknown-asks", theme, "read");
            say(shown, () -> imports.form().set(imports.form().get().zone("Europe/Berlin")));
            write(shown, "unknown-read", theme, "read");
            write(shown, "unknown-whose", theme, "whose");
            say(
                    shown,
                    () -> {
                        Assigning whose = imports.assigning();
                        whose.add(Assigning.Whose.BOT);
                        whose.change(
                                Assigning.Whose.BOT,
                                0,
                                new RuleDraft(
                                        List.of(
                                                new RuleDraft.Part(Of.COLUMN, "Notiz", "alpha*"),
                                                new RuleDraft.Part(
                                                        Of.TIME_OF_DAY,
                                                        "",
                                                        "09:00-11:00 Europe/Berlin")),
                                        "Opening"));
                        whose.add(Assigning.Whose.BOT);
                        whose.change(
                                Assigning.Whose.BOT,
                                1,
                                RuleDraft.each(Of.COLUMN, "Notiz").owner("$0"));
                        whose.add(Assigning.Whose.ACCOUNT);
                    });
            write(shown, "unknown-rules", theme, "whose");
            write(shown, "unknown-rows", theme, "rows");
            shown.fx(
                    () -> {
                        shown.window.actions().get("import.keep").run();
                        return null;
                    });
            until(shown, Step.DONE);
            write(shown, "result", theme, "files");
            shown.fx(
                    () -> {
                        ((TextField) shown.stage.getScene().lookup("#result-profile"))
                                .setText("My desk");
                        ((Button) shown.stage.getScene().lookup("#result-save")).fire();
                        return null;
                    });
            shown.settle();
            write(shown, "result-profile", theme, "files");
            shown.fx(
                    () -> {
                        shown.window.actions().get("import.undo").run();
                        return null;
                    });
            until(shown, Step.WAITING);
            write(shown, "kept", theme, "files");
        } finally {
            Sweep.away(folder);
            Sweep.away(exports);
        }
    }

    /// The rows one by one, before and after the trader has decided about some.
    private void check(String theme) throws Exception {
        Path folder = Screenshots.home("trading");
        Path exports = Files.createDirectories(folder.resolveSibling("exports"));
        Path known = Files.writeString(exports.resolve("fills March 1.csv"), KNOWN_FILLS);
        Path broken = Files.writeString(exports.resolve("fills March 2.csv"), BROKEN_FILLS);
        try (Shown shown = new Shown(folder)) {
            shown.theme(theme);
            var imports = shown.window.imports();
            take(shown, known);
            shown.fx(
                    () -> {
                        shown.window.actions().get("import.keep").run();
                        return null;
                    });
            until(shown, Step.DONE);
            take(shown, broken);
            write(shown, "check-refused", theme, "rows");
            look(shown, 3);
            write(shown, "check-differs", theme, "rows");
            say(shown, () -> imports.checking().choose(RowChoice.REPLACE));
            look(shown, 5);
            say(
                    shown,
                    () ->
                            imports.checking()
                                    .readAs(
                                            "2026-03-03T10:55:12Z,BTCUSDT,BUY,0.02,87800,beta,88004,1.10"));
            look(shown, 8);
            say(shown, () -> imports.checking().choose(RowChoice.LEAVE_OUT));
            look(shown, 5);
            write(shown, "check-decided", theme, "rows");
            write(shown, "check-changes", theme, "changes");
            write(shown, "check-files", theme, "files");
        } finally {
            Sweep.away(folder);
            Sweep.away(exports);
        }
    }

    private static void look(Shown shown, int line) throws Exception {
        shown.fx(
                () -> {
                    SortFilterTable<?> table =
                            (SortFilterTable<?>)
                                    shown.stage
                                            .getScene()
                                            .lookup(".import-check .sort-filter-table");
                    table.select(row -> row instanceof RowLine l && l.row().line() == line);
                    return null;
                });
        shown.settle();
    }

    private static void take(Shown shown, Path file) throws Exception {
        shown.fx(
                () -> {
                    shown.window.navigation().show(Screen.IMPORT);
                    shown.window.imports().take(List.of(file));
                    return null;
                });
        until(shown, Step.CHECKING);
    }

    private static void say(Shown shown, Runnable what) throws Exception {
        shown.fx(
                () -> {
                    what.run();
                    return null;
                });
        until(shown, Step.CHECKING);
    }

    private static void until(Shown shown, Step step) throws Exception {
        shown.settle();
        for (int i = 0;
                i < 200 && shown.fx(() -> shown.window.imports().step().get()) != step;
                i++) {
            Thread.sleep(50);
        }
        shown.settle();
    }

    private void write(Shown shown, String name, String theme, String tab) throws Exception {
        shown.fx(
                () -> {
                    TabPane tabs = (TabPane) shown.stage.getScene().lookup(".tab-pane");
                    if (tabs != null && TABS.indexOf(tab) < tabs.getTabs().size()) {
                        tabs.getSelectionModel().select(TABS.indexOf(tab));
                    }
                    return null;
                });
        shown.settle();
        BufferedImage picture = shown.fx(shown::picture);
        Path file = out.resolve("import-" + name + "-" + theme + ".png");
        if (!ImageIO.write(picture, "png", file.toFile())) {
            throw new IOException("no writer for " + file);
        }
        System.out.println(file);
    }
}
