package credence.architecture.canary.desktop.panel.trust;

import credence.architecture.canary.cli.Command;

public final class KnowsTheCommandLine {
    Command command;
}
