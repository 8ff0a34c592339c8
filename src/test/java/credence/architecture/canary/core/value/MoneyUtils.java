package credence.architecture.canary.core.value;

public final class MoneyUtils {}
