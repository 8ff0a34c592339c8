package credence.app;

import credence.cli.Console;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The program, run inside the test with its real store and readers.
final class InProcess {

    private final Path workspace;

    InProcess(Path workspace) {
        this.workspace = workspace;
    }

    Ran run(Object... arguments) {
        List<String> all = new ArrayList<>(List.of("--workspace", workspace.toString()));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return bare(all.toArray(String[]::new));
    }

    static Ran bare(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console =
                new Console(out, StandardCharsets.UTF_8, err, StandardCharsets.UTF_8, 120, false);
        int status = Program.assemble(console, Map.of()).run(arguments);
        return new Ran(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Hash of the state as the program tells it.
    String stateHash() {
        return run("status", "--json").document().get("stateHash").asString();
    }
}
