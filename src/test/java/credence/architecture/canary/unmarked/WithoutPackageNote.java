package credence.architecture.canary.unmarked;

public final class WithoutPackageNote {}
