package credence.cli;

import credence.service.Setting;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `settings`: what can be tuned.
@Command(
        name = "settings",
        header = "List, read and change settings, on the record.",
        description = {
            "",
            "A configuration applies to the whole history: changing it folds everything anew, and"
                    + " an answer --as-of any moment is given under today's configuration. A"
                    + " preference moves no belief.",
            "",
            "Some settings take a name of yours in place of the capitals: multiplier.SYMBOL,"
                    + " symbol.alias.SYMBOL, bot.name.NAME, source.BOT, and what an account is"
                    + " charged where its files state no costs: fees.ACCOUNT.per_unit, .per_fill,"
                    + " .percent and .currency. Setting one to \"\" takes it back."
        },
        footer = {
            "",
            "Examples:",
            "  credence settings",
            "  credence settings get costs.assumedBpsPerSide",
            "  credence settings set costs.assumedBpsPerSide 4",
            "  credence settings set fees.main.per_fill 0.50"
        },
        mixinStandardHelpOptions = true)
final class SettingsCommand implements Callable<Integer> {

    private final Desk desk;
    @Mixin private final AsOfOption asOf = new AsOfOption();
    @Mixin private final JsonOption json = new JsonOption();

    private SettingsCommand(Desk desk) {
        this.desk = desk;
    }

    static CommandLine line(Desk desk) {
        CommandLine line = new CommandLine(new SettingsCommand(desk));
        line.addSubcommand("list", new ListSettings(desk));
        line.addSubcommand("get", new GetSetting(desk));
        line.addSubcommand("set", new SetSetting(desk));
        return line;
    }

    @Override
    public Integer call() {
        return list(desk, asOf, json);
    }

    private static int list(Desk desk, AsOfOption asOf, JsonOption json) {
        return desk.read(
                workspace -> {
                    List<Setting> settings = workspace.settings().all();
                    if (json.wanted()) {
                        Json.write(
                                desk.console(),
                                out ->
                                        out.instant("asOf", asOf.moment().orElse(null))
                                                .array(
                                                        "settings",
                                                        settings,
                                                        SettingsCommand::document)
                                                .array(
                                                        "families",
                                                        workspace.settings().families(),
                                                        SettingsCommand::family));
                    } else {
                        print(desk.console(), settings, workspace.settings().families());
                    }
                    return Exit.DONE;
                });
    }

    private static void print(Console console, List<Setting> settings, List<Setting> families) {
        Table table = new Table().left("setting").right("value").right("default").left("kind");
        settings.forEach(s -> table.row(s.name(), s.value(), s.defaultValue(), s.kind()));
        table.print(console, notes(settings, console));
        console.line();
        console.line("With a name of your own in place of the capitals:");
        console.line();
        Table patterns = new Table().left("settings").left("kind");
        families.forEach(f -> patterns.row(f.name(), f.kind()));
        patterns.print(console, notes(families, console));
    }

    private static List<List<String>> notes(List<Setting> settings, Console console) {
        return settings.stream()
                .map(
                        s ->
                                Cell.wrap(
                                                s.description() + ". Allowed: " + s.allowed(),
                                                console.width() - 4)
                                        .stream()
                                        .map(line -> "    " + line)
                                        .toList())
                .toList();
    }

    private static void family(Json out, Setting s) {
        out.text("name", s.name())
                .text("kind", s.kind())
                .text("description", s.description())
                .text("allowed", s.allowed());
    }

    private static void document(Json out, Setting s) {
        out.text("name", s.name())
                .text("value", s.value())
                .text("defaultValue", s.defaultValue())
                .text("kind", s.kind())
                .text("description", s.description())
                .text("allowed", s.allowed());
    }

    /// `settings list`.
    @Command(name = "list", header = "List all settings.", mixinStandardHelpOptions = true)
    private static final class ListSettings implements Callable<Integer> {

        private final Desk desk;
        @Mixin private final AsOfOption asOf = new AsOfOption();
        @Mixin private final JsonOption json = new JsonOption();

        ListSettings(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() {
            return list(desk, asOf, json);
        }
    }

    /// `settings get NAME`.
    @Command(name = "get", header = "Show one setting.", mixinStandardHelpOptions = true)
    private static final class GetSetting implements Callable<Integer> {

        private final Desk desk;

        @Parameters(paramLabel = "NAME", description = "Name of the setting.")
        private @Nullable String name;

        @Mixin private final AsOfOption asOf = new AsOfOption();
        @Mixin private final JsonOption json = new JsonOption();

        GetSetting(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() {
            return desk.read(
                    workspace -> {
                        Setting setting = workspace.settings().get(Objects.requireNonNull(name));
                        if (json.wanted()) {
                            Json.write(
                                    desk.console(),
                                    out -> {
                                        out.instant("asOf", asOf.moment().orElse(null));
                                        document(out, setting);
                                    });
                        } else {
                            desk.console().line(setting.value());
                        }
                        return Exit.DONE;
                    });
        }
    }

    /// `settings set NAME VALUE`.
    @Command(name = "set", header = "Change one setting.", mixinStandardHelpOptions = true)
    private static final class SetSetting implements Callable<Integer> {

        private final Desk desk;

        @Parameters(index = "0", paramLabel = "NAME", description = "Name of the setting.")
        private @Nullable String name;

        @Parameters(index = "1", paramLabel = "VALUE", description = "What it shall be.")
        private @Nullable String value;

        @Mixin private final JsonOption json = new JsonOption();

        SetSetting(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() {
            return desk.change(
                    workspace -> {
                        String before =
                                workspace.settings().get(Objects.requireNonNull(name)).value();
                        Setting now = workspace.settings().set(name, Objects.requireNonNull(value));
                        String hash = workspace.feed().current().stateHash();
                        return desk.tell(Exit.DONE, () -> report(now, before, hash));
                    });
        }

        private void report(Setting now, String before, String stateHash) {
            if (json.wanted()) {
                Json.write(
                        desk.console(),
                        out -> {
                            document(out, now);
                            out.text("previous", before).text("stateHash", stateHash);
                        });
            } else {
                desk.console()
                        .line(
                                now.name()
                                        + " is now "
                                        + said(now.value())
                                        + " (it was "
                                        + said(before)
                                        + ").");
            }
        }

        private static String said(String value) {
            return value.isEmpty() ? "not set" : value;
        }
    }
}
