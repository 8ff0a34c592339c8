package credence.architecture.canary.desktop.theme;

public final class MisplacedViewModel {}
