package credence.app;

import credence.cli.CommandLineFace;
import credence.cli.Console;
import credence.cli.Surroundings;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The whole program, put together.
public final class Program {

    private static final int DEFAULT_WIDTH = 120;

    private Program() {}

    /// Runs one command, or the desktop when there is none, and returns the exit status.
    public static int run(String[] arguments) {
        Map<String, String> environment = System.getenv();
        return assemble(console(environment), environment).run(arguments);
    }

    static CommandLineFace assemble(Console console, Map<String, String> environment) {
        Logs logs = new Logs();
        Faults faults = new Faults(logs);
        Thread.setDefaultUncaughtExceptionHandler(
                (_, failure) -> System.err.println(faults.record(failure)));

        Folders folders = Folders.ofThisUser(environment);
        StoredWorkspaces workspaces = new StoredWorkspaces(folders, logs);
        Samples samples = Samples.besideTheProgram();
        Screen screen = new Screen(environment, folders, workspaces, samples, faults);

        return new CommandLineFace(
                new Surroundings(
                        console, workspaces, screen, new Bench(), samples, faults, Version.text()));
    }

    private static Console console(Map<String, String> environment) {
        return new Console(
                new FileOutputStream(FileDescriptor.out),
                charset("stdout.encoding"),
                new FileOutputStream(FileDescriptor.err),
                charset("stderr.encoding"),
                width(environment.get("COLUMNS")),
                terminal());
    }

    /// The encoding that the platform's console takes; UTF-8 when it does not say.
    private static Charset charset(String property) {
        String name = System.getProperty(property, "");
        return !name.isEmpty() && Charset.isSupported(name)
                ? Charset.forName(name)
                : StandardCharsets.UTF_8;
    }

    private static int width(@org.jspecify.annotations.Nullable String columns) {
        try {
            return columns == null || columns.isBlank()
                    ? DEFAULT_WIDTH
                    : Math.clamp(Long.parseLong(columns.strip()), 60, 400);
        } catch (NumberFormatException _) {
            return DEFAULT_WIDTH;
        }
    }

    /// Java knows of standard input and output together; with both on a terminal, standard error is taken to be there too.
    private static boolean terminal() {
        java.io.Console terminal = System.console();
        return terminal != null && terminal.isTerminal();
    }
}
