package credence.core.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

class TimeCodecTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    @Test
    void aMomentIsEightBytesOfSecondsAndFourOfNanoseconds() throws IOException {
        TimeCodec.instant(out, Instant.parse("1970-01-01T00:01:00.000000007Z"));
        assertArrayEquals(HexFormat.of().parseHex("000000000000003c00000007"), bytes.toByteArray());
    }

    @Test
    void extremeMomentsAndNegativeLengthsComeBackAsTheyWent() throws IOException {
        TimeCodec.instant(out, Instant.MIN);
        TimeCodec.instant(out, Instant.MAX);
        TimeCodec.duration(out, Duration.ofNanos(-1));
        DataInputStream in = in(bytes.toByteArray());
        assertEquals(Instant.MIN, TimeCodec.instant(in));
        assertEquals(Instant.MAX, TimeCodec.instant(in));
        assertEquals(Duration.ofNanos(-1), TimeCodec.duration(in));
    }

    @Test
    void bytesThatNameNoTimeAreRefused() {
        byte[] wild = ByteBuffer.allocate(12).putLong(Long.MAX_VALUE).putInt(-1).array();
        byte[] over = ByteBuffer.allocate(12).putLong(Long.MAX_VALUE).putInt(1_000_000_000).array();
        assertThrows(IOException.class, () -> TimeCodec.instant(in(wild)));
        assertThrows(IOException.class, () -> TimeCodec.duration(in(over)));
        assertThrows(IOException.class, () -> TimeCodec.instant(in(new byte[11])));
    }

    private static DataInputStream in(byte[] given) {
        return new DataInputStream(new ByteArrayInputStream(given));
    }
}
