package credence.imports;

import credence.service.port.FileReport.Refusal;

/// A row cannot be read, for a reason that is told to the trader; the other rows still come in.
public final class RefusedRow extends Exception {

    private final transient Refusal refusal;

    public RefusedRow(Refusal refusal) {
        super(refusal.reason(), null, false, false);
        this.refusal = refusal;
    }

    public RefusedRow(long line, String column, String value, String reason, String remedy) {
        this(new Refusal(line, column, Shown.cut(value), reason, remedy));
    }

    public Refusal refusal() {
        return refusal;
    }
}
