package credence.cli;

import credence.service.ServiceException;
import credence.service.port.StoreException;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/// The whole command line: its commands, its help, and what becomes of a failure.
public final class CommandLineFace {

    private static final int HELP_WIDTH = 100;

    private final Surroundings surroundings;
    private final CommandLine line;
    private final Stopping stopping = new Stopping();

    public CommandLineFace(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.line = commands();
    }

    /// Runs one command line and returns its exit status.
    public int run(String... arguments) {
        try {
            int status = line.execute(arguments);
            surroundings.console().flush();
            if (stopping.untold() && (status == Exit.DONE || status == Exit.PARTLY)) {
                surroundings
                        .console()
                        .message(
                                "credence: told to stop when the change was being kept already; it"
                                        + " was finished.");
            }
            return status;
        } catch (OutputLost lost) {
            return lost(lost);
        } finally {
            stopping.end();
        }
    }

    /// The commands with their options, from which help and documentation are made.
    CommandLine line() {
        return line;
    }

    private CommandLine commands() {
        WorkspaceOption workspace = new WorkspaceOption();
        Desk desk = new Desk(surroundings, workspace, stopping);
        Console console = surroundings.console();
        CommandLine root = new CommandLine(new RootCommand(desk));
        root.getCommandSpec().addMixin("workspace", CommandSpec.forAnnotatedObject(workspace));
        root.addSubcommand("import", new ImportCommand(desk));
        root.addSubcommand("import-bars", new ImportBarsCommand(desk));
        root.addSubcommand("import-rates", new ImportRatesCommand(desk));
        root.addSubcommand("imports", new ImportsCommand(desk));
        root.addSubcommand("undo-import", new UndoImportCommand(desk));
        root.addSubcommand("formats", new FormatsCommand(desk));
        root.addSubcommand("profiles", ProfilesCommand.line(desk));
        root.addSubcommand("watch", new WatchCommand(desk));
        root.addSubcommand("trust", new TrustCommand(desk));
        root.addSubcommand("beliefs", new BeliefsCommand(desk));
        root.addSubcommand("trades", new TradesCommand(desk));
        root.addSubcommand("regimes", new RegimesCommand(desk));
        root.addSubcommand("situations", new SituationsCommand(desk));
        root.addSubcommand("status", new StatusCommand(desk));
        root.addSubcommand("reset", new ResetCommand(desk));
        root.addSubcommand("settings", SettingsCommand.line(desk));
        root.addSubcommand("demo", new DemoCommand(desk));
        root.addSubcommand("simulate", new SimulateCommand(desk));
        root.addSubcommand("lab", new LabCommand(desk));
        root.addSubcommand("verify", new VerifyCommand(desk));
        CommandLine help = new CommandLine(new CommandLine.HelpCommand());
        help.getCommandSpec().usageMessage().header("Tell more of a command.").description("");
        root.addSubcommand("help", help);

        Converters.register(root);
        root.setOut(console.answerWriter());
        root.setErr(console.messageWriter());
        root.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        root.setUsageHelpWidth(Math.min(HELP_WIDTH, console.width()));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setAbbreviatedOptionsAllowed(false);
        root.setParameterExceptionHandler(this::misused);
        root.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
        root.getHelpSectionMap()
                .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandGroups());
        root.getHelpSectionMap().remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
        root.getCommandSpec().version("Credence " + surroundings.version());
        describeStatuses(root);
        return root;
    }

    private static void describeStatuses(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put("0", "Done.");
        statuses.put("1", "Failed, or a name or setting was refused; nothing changed.");
        statuses.put("2", "Wrong usage: the command line was not understood; nothing changed.");
        statuses.put("3", "Done, but some rows or files were refused; each is listed.");
        spec.usageMessage().exitCodeListHeading("%nExit status:%n").exitCodeList(statuses);
        spec.usageMessage().synopsisHeading("Usage: ");
        spec.usageMessage().sortOptions(false).sortSynopsis(false);
        spec.usageMessage()
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n");
        OptionSpec version = spec.findOption("--version");
        if (spec.parent() != null && version != null) {
            spec.remove(version);
        }
        line.getSubcommands().values().forEach(CommandLineFace::describeStatuses);
    }

    private int misused(ParameterException problem, String[] arguments) {
        Console console = surroundings.console();
        CommandLine command = problem.getCommandLine();
        console.message("credence: " + words(problem));
        List<String> near =
                problem instanceof UnmatchedArgumentException unmatched
                        ? unmatched.getSuggestions()
                        : List.of();
        if (!near.isEmpty()) {
            console.message("Did you mean: " + String.join(", ", near) + "?");
        }
        console.message("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return Exit.USAGE;
    }

    private static String words(ParameterException problem) {
        String message = String.valueOf(problem.getMessage());
        return switch (problem) {
            case UnmatchedArgumentException unmatched when unmatched.isUnknownOption() ->
                    "there is no option " + unmatched.getUnmatched().getFirst() + " here.";
            case UnmatchedArgumentException unmatched when unmatched.getSuggestions().isEmpty() ->
                    "'" + String.join(" ", unmatched.getUnmatched()) + "' is more than this takes.";
            case UnmatchedArgumentException unmatched ->
                    "there is no command '" + unmatched.getUnmatched().getFirst() + "'.";
            case MissingParameterException missing -> decapitalised(missing.getMessage()) + ".";
            case OverwrittenOptionException twice -> decapitalised(twice.getMessage()) + ".";
            default -> decapitalised(message) + (message.endsWith(".") ? "" : ".");
        };
    }

    private static String decapitalised(@org.jspecify.annotations.Nullable String text) {
        String known = text == null || text.isEmpty() ? "not understood" : text;
        return known.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + known.substring(1);
    }

    private int failed(Exception failure) {
        Console console = surroundings.console();
        switch (failure) {
            case ServiceException refused -> console.message("credence: " + refused.getMessage());
            case StoreException broken -> console.message("credence: " + broken.getMessage());
            case CancellationException stopped ->
                    console.message("credence: stopped before the end; nothing changed.");
            case OutputLost lost -> {
                return lost(lost);
            }
            default -> console.message(surroundings.faults().record(failure));
        }
        return Exit.FAILED;
    }

    private int lost(OutputLost lost) {
        if (!lost.readerLeft()) {
            surroundings
                    .console()
                    .message(
                            "credence: the answer could not be written to standard output ("
                                    + lost.getMessage()
                                    + ").");
        }
        return Exit.FAILED;
    }
}
