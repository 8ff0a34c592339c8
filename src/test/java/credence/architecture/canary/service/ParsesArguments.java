package credence.architecture.canary.service;

import picocli.CommandLine;

public final class ParsesArguments {
    CommandLine line;
}
