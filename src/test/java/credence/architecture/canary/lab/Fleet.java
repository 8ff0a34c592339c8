package credence.architecture.canary.lab;

public final class Fleet {}
