package credence.architecture.canary.core.bandit;

public final class Bandit {}
