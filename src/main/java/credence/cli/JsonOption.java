package credence.cli;

import picocli.CommandLine.Option;

/// `--json`: the answer as one JSON document.
final class JsonOption {

    @Option(
            names = "--json",
            order = 80,
            description = "Answer with one JSON document on standard output.")
    private boolean wanted;

    boolean wanted() {
        return wanted;
    }
}
