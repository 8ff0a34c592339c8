package credence.cli;

/// Exit statuses that scripts rely on.
public final class Exit {

    public static final int DONE = 0;

    /// Nothing changed.
    public static final int FAILED = 1;

    /// The command was not understood; nothing changed.
    public static final int USAGE = 2;

    /// Done, but some rows or files were refused, each listed.
    public static final int PARTLY = 3;

    private Exit() {}
}
