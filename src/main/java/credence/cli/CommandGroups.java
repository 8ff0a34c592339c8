package credence.cli;

import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;

import java.util.List;

/// The list of commands in the help, in groups.
final class CommandGroups implements IHelpSectionRenderer {

    /// Commands that belong together.
    record Group(String title, List<String> commands) {}

    static final List<Group> GROUPS =
            List.of(
                    new Group(
                            "Bring in and take back",
                            List.of(
                                    "import",
                                    "import-bars",
                                    "import-rates",
                                    "imports",
                                    "undo-import",
                                    "formats",
                                    "profiles",
                                    "watch")),
                    new Group(
                            "Ask",
                            List.of(
                                    "trust",
                                    "beliefs",
                                    "trades",
                                    "regimes",
                                    "situations",
                                    "status")),
                    new Group("Decide, on the record", List.of("reset", "settings")),
                    new Group("Try and prove", List.of("demo", "simulate", "lab", "verify")),
                    new Group("Help", List.of("help")));

    private static final int NAME = 14;

    @Override
    public String render(Help help) {
        StringBuilder text = new StringBuilder();
        int room = help.commandSpec().usageMessage().width() - NAME - 4;
        for (Group group : GROUPS) {
            text.append(String.format("%n%s:%n", group.title()));
            for (String name : group.commands()) {
                Help one = help.allSubcommands().get(name);
                if (one != null) {
                    entry(text, name, headline(one.commandSpec()), room);
                }
            }
        }
        return text.toString();
    }

    private static String headline(CommandSpec spec) {
        String[] header = spec.usageMessage().header();
        return header.length > 0 ? header[0] : String.join(" ", spec.usageMessage().description());
    }

    private static void entry(StringBuilder text, String name, String headline, int room) {
        String indent = "  " + name + " ".repeat(Math.max(1, NAME - name.length()));
        for (String line : Cell.wrap(headline, Math.max(20, room))) {
            text.append(indent).append(line).append(System.lineSeparator());
            indent = " ".repeat(NAME + 2);
        }
    }
}
