package credence.core.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/// How moments and lengths stand in a snapshot.
final class Stamps {

    private Stamps() {}

    static void instant(DataOutput out, Instant time) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    static Instant instant(DataInput in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    static void duration(DataOutput out, Duration length) throws IOException {
        out.writeLong(length.getSeconds());
        out.writeInt(length.getNano());
    }

    static Duration duration(DataInput in) throws IOException {
        return Duration.ofSeconds(in.readLong(), in.readInt());
    }
}
