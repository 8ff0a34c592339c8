package credence.architecture.canary.store;

public final class Table {}
