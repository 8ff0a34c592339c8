package credence.architecture.canary.core.belief;

public final class Belief {}
