package credence.imports;

import credence.service.port.FileReport.Refusal;
import credence.service.port.mapping.Need;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Nothing of a file can be read, for a reason that is told to the trader.
public final class UnreadableFile extends Exception {

    private final transient Refusal refusal;
    private transient @Nullable Need need;

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

    /// The file could be read if the trader said this.
    public UnreadableFile asking(Need what) {
        need = what;
        return this;
    }

    Optional<Need> need() {
        return Optional.ofNullable(need);
    }
}
