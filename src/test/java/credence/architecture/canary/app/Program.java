package credence.architecture.canary.app;

public final class Program {}
