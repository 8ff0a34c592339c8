package credence.core.value;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/// How moments and lengths of time stand in a snapshot: whole seconds, then nanoseconds, so that every value has one spelling.
public final class TimeCodec {

    private TimeCodec() {}

    public static void instant(DataOutput out, Instant time) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    /// @throws IOException when the bytes end early or name no moment
    public static Instant instant(DataInput in) throws IOException {
        try {
            return Instant.ofEpochSecond(in.readLong(), in.readInt());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IOException("not a moment", e);
        }
    }

    public static void duration(DataOutput out, Duration length) throws IOException {
        out.writeLong(length.getSeconds());
        out.writeInt(length.getNano());
    }

    /// @throws IOException when the bytes end early or name no length of time
    public static Duration duration(DataInput in) throws IOException {
        try {
            return Duration.ofSeconds(in.readLong(), in.readInt());
        } catch (ArithmeticException e) {
            throw new IOException("not a length of time", e);
        }
    }
}
