package credence.architecture.canary.cli;

public final class Command {}
