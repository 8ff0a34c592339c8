package credence.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// `credence` itself: without a command it opens the desktop.
@Command(
        name = "credence",
        header = "How far may each trading bot be trusted, and why.",
        description = {
            "",
            "Learns from the trades your bots made which of them to believe, and says how sure it"
                    + " is. Without a command it opens the desktop. Everything stays on this"
                    + " machine, in one workspace folder."
        },
        footer = {
            "",
            "Examples:",
            "  credence demo",
            "  credence import exports/*.csv --symbol ETHUSDT --zone +08:00",
            "  credence trust",
            "  credence --workspace D:\\books trust --json --as-of 2025-06-30T00:00:00Z",
            "",
            "`credence help COMMAND` tells more of a command."
        },
        mixinStandardHelpOptions = true)
final class RootCommand implements Callable<Integer> {

    private final Desk desk;

    @Spec private CommandSpec spec = CommandSpec.create();

    RootCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Window window = desk.surroundings().window();
        if (window.possible()) {
            return window.show(desk.directory());
        }
        Console console = desk.console();
        console.message("credence: there is no display here to open the desktop on.");
        console.message("Without one, use a command: " + String.join(", ", names()) + ".");
        console.message("`credence help COMMAND` tells more; `credence demo` shows what it does.");
        return Exit.FAILED;
    }

    private java.util.List<String> names() {
        return spec.subcommands().keySet().stream().filter(name -> !name.equals("help")).toList();
    }
}
