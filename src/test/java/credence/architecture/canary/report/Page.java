package credence.architecture.canary.report;

public final class Page {}
