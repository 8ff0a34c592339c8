package credence.architecture.canary.imports;

public final class Format {}
