package credence.imports;

import credence.service.port.FileReport.Refusal;

/// Nothing of a file can be read, for a reason that is told to the trader.
public final class UnreadableFile extends Exception {

    private final transient Refusal refusal;

    public UnreadableFile(Refusal refusal) {
        super(refusal.reason(), null, false, false);
        this.refusal = refusal;
    }

    /// The file as a whole is at fault, not a line of it.
    public UnreadableFile(String reason, String remedy) {
        this(new Refusal(0, "", "", reason, remedy));
    }

    /// @param line first line is 1
    public UnreadableFile(long line, String column, String value, String reason, String remedy) {
        this(new Refusal(line, column, Shown.cut(value), reason, remedy));
    }

    public Refusal refusal() {
        return refusal;
    }
}
