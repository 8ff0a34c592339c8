package credence.cli;

/// What the command line needs from outside, all of it.
public record Surroundings(
        Console console,
        WorkspaceSource workspaces,
        Window window,
        Laboratory laboratory,
        SampleSource samples,
        FaultDesk faults,
        String version) {}
