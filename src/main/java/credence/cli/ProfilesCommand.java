package credence.cli;

import credence.service.ServiceException;
import credence.service.port.mapping.ImportProfile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `profiles`: saved answers about files.
@Command(
        name = "profiles",
        header = "List, show, export, import and delete import profiles.",
        description = {
            "",
            "A profile keeps by name how files of one kind are read: which column means what, or"
                    + " for a known format the zone, account and rules that tell the bots apart."
                    + " `import --save-profile NAME` makes one; `import --profile NAME` uses it."
                    + " Profiles of mapped files are found again by the file's header."
        },
        footer = {
            "",
            "Examples:",
            "  credence profiles",
            "  credence profiles export depot depot.json",
            "  credence profiles import depot.json --name \"my depot\""
        },
        mixinStandardHelpOptions = true)
final class ProfilesCommand implements Callable<Integer> {

    private final Desk desk;
    @Mixin private final JsonOption json = new JsonOption();

    private ProfilesCommand(Desk desk) {
        this.desk = desk;
    }

    static CommandLine line(Desk desk) {
        CommandLine line = new CommandLine(new ProfilesCommand(desk));
        line.addSubcommand("list", new ListProfiles(desk));
        line.addSubcommand("show", new ShowProfile(desk));
        line.addSubcommand("export", new ExportProfile(desk));
        line.addSubcommand("import", new ImportProfileFile(desk));
        line.addSubcommand("delete", new DeleteProfile(desk));
        return line;
    }

    @Override
    public Integer call() {
        return list(desk, json);
    }

    private static int list(Desk desk, JsonOption json) {
        return desk.read(
                workspace -> {
                    List<ImportProfile> profiles = workspace.profiles().all();
                    if (json.wanted()) {
                        Json.write(
                                desk.console(),
                                out -> out.array("profiles", profiles, ProfilesCommand::document));
                    } else if (profiles.isEmpty()) {
                        desk.console().line("There is no import profile yet.");
                    } else {
                        Table table =
                                new Table()
                                        .name("profile")
                                        .left("format")
                                        .left("zone")
                                        .left("bot")
                                        .right("rules")
                                        .left("last succeeded");
                        profiles.forEach(
                                p ->
                                        table.row(
                                                p.name(),
                                                p.format(),
                                                p.zone().map(Object::toString).orElse(""),
                                                p.bot().map(Object::toString).orElse(""),
                                                String.valueOf(p.botRules().size()),
                                                p.succeeded().map(Figures::date).orElse("never")));
                        table.print(desk.console());
                    }
                    return Exit.DONE;
                });
    }

    private static void document(Json out, ImportProfile p) {
        out.text("name", p.name())
                .text("format", p.format())
                .flag("automatic", p.automatic())
                .text("zone", p.zone().map(Object::toString).orElse(null))
                .text("bot", p.bot().map(b -> b.name()).orElse(null))
                .text("account", p.account().map(a -> a.name()).orElse(null))
                .count("rules", p.botRules().size())
                .instant("succeeded", p.succeeded().orElse(null));
    }

    /// `profiles list`.
    @Command(name = "list", header = "List all profiles.", mixinStandardHelpOptions = true)
    private static final class ListProfiles implements Callable<Integer> {

        private final Desk desk;
        @Mixin private final JsonOption json = new JsonOption();

        ListProfiles(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() {
            return list(desk, json);
        }
    }

    /// The profile that a command is about.
    private static final class NamedProfile {

        @Parameters(index = "0", paramLabel = "NAME", description = "Name of the profile.")
        private @Nullable String name;

        String name() {
            return Objects.requireNonNull(name);
        }
    }

    /// `profiles show NAME`.
    @Command(
            name = "show",
            header = "Show one profile, as the JSON that is exported.",
            mixinStandardHelpOptions = true)
    private static final class ShowProfile implements Callable<Integer> {

        private final Desk desk;

        @Mixin private final NamedProfile profile = new NamedProfile();

        ShowProfile(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() {
            return desk.read(
                    workspace -> {
                        workspace
                                .profiles()
                                .export(profile.name())
                                .lines()
                                .forEach(desk.console()::line);
                        return Exit.DONE;
                    });
        }
    }

    /// `profiles export NAME FILE`.
    @Command(
            name = "export",
            header = "Write one profile to a new file, for another workspace.",
            mixinStandardHelpOptions = true)
    private static final class ExportProfile implements Callable<Integer> {

        private final Desk desk;

        @Mixin private final NamedProfile profile = new NamedProfile();

        @Parameters(index = "1", paramLabel = "FILE", description = "The file to make.")
        private @Nullable Path file;

        ExportProfile(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() {
            return desk.read(
                    workspace -> {
                        String text = workspace.profiles().export(profile.name());
                        write(Objects.requireNonNull(file), text);
                        desk.console().line("Written to " + file + ".");
                        return Exit.DONE;
                    });
        }

        private static void write(Path file, String text) {
            try {
                Files.writeString(
                        file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            } catch (IOException _) {
                throw new ServiceException(
                        "The file "
                                + file
                                + " cannot be made: it is there already, or its folder cannot be"
                                + " written.");
            }
        }
    }

    /// `profiles import FILE`.
    @Command(
            name = "import",
            header = "Keep a profile that was exported to a file.",
            mixinStandardHelpOptions = true)
    private static final class ImportProfileFile implements Callable<Integer> {

        private static final long LONGEST = 1L << 20;

        private final Desk desk;

        @Parameters(paramLabel = "FILE", description = "A profile as JSON.")
        private @Nullable Path file;

        @Option(names = "--name", paramLabel = "NAME", description = "Keep it under this name.")
        private Optional<String> name = Optional.empty();

        @Option(names = "--replace", description = "Replace the one of that name.")
        private boolean replace;

        ImportProfileFile(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() {
            String text = read(Objects.requireNonNull(file));
            return desk.change(
                    workspace -> {
                        ImportProfile kept = workspace.profiles().importText(text, name, replace);
                        return desk.tell(
                                Exit.DONE,
                                () ->
                                        desk.console()
                                                .line("Kept as profile “" + kept.name() + "”."));
                    });
        }

        private static String read(Path file) {
            try {
                if (Files.size(file) > LONGEST) {
                    throw new ServiceException("The file " + file + " is too big for a profile.");
                }
                return Files.readString(file, StandardCharsets.UTF_8);
            } catch (IOException _) {
                throw new ServiceException(
                        "The file " + file + " cannot be read as text. Check its name.");
            }
        }
    }

    /// `profiles delete NAME`.
    @Command(
            name = "delete",
            header = "Delete one profile; what it imported stays.",
            mixinStandardHelpOptions = true)
    private static final class DeleteProfile implements Callable<Integer> {

        private final Desk desk;

        @Mixin private final NamedProfile profile = new NamedProfile();

        DeleteProfile(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() {
            return desk.changeExisting(
                    workspace -> {
                        workspace.profiles().delete(profile.name());
                        return desk.tell(
                                Exit.DONE,
                                () ->
                                        desk.console()
                                                .line(
                                                        "Profile “"
                                                                + profile.name()
                                                                + "” is deleted."));
                    });
        }
    }
}
