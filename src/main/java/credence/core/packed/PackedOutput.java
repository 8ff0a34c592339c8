package credence.core.packed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Writes values into bytes, small ones into few; [PackedInput] reads them.
public final class PackedOutput {

    /// Scales from −64 to 63 and numbers of 64 bits have a short form; this byte stands before the long one.
    static final int LONG_DECIMAL = 0x80;

    private byte[] bytes = new byte[256];
    private int length;

    public void clear() {
        length = 0;
    }

    public int length() {
        return length;
    }

    public void copyTo(byte[] target, int from) {
        System.arraycopy(bytes, 0, target, from, length);
    }

    public void octet(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    public void fixed(long value) {
        room(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    /// Seven bits a byte, the lowest first.
    public void unsigned(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    public void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    public void flag(boolean value) {
        octet(value ? 1 : 0);
    }

    public void real(double value) {
        fixed(Double.doubleToRawLongBits(value));
    }

    public void instant(Instant time) {
        signed(time.getEpochSecond());
        unsigned(time.getNano());
    }

    public void decimal(BigDecimal number) {
        int scale = number.scale();
        BigInteger unscaled = number.unscaledValue();
        if (scale >= -64 && scale < 64 && unscaled.bitLength() < Long.SIZE) {
            octet(scale & 0x7F);
            signed(unscaled.longValue());
        } else {
            octet(LONG_DECIMAL);
            signed(scale);
            octets(unscaled.toByteArray());
        }
    }

    /// A byte a character where all of them fit, else two.
    public void text(String text) {
        boolean narrow = true;
        for (int i = 0; i < text.length() && narrow; i++) {
            narrow = text.charAt(i) < 0x100;
        }
        unsigned(2L * text.length() + (narrow ? 0 : 1));
        if (narrow) {
            byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
            room(latin.length);
            System.arraycopy(latin, 0, bytes, length, latin.length);
            length += latin.length;
        } else {
            room(2 * text.length());
            for (int i = 0; i < text.length(); i++) {
                bytes[length++] = (byte) (text.charAt(i) >>> 8);
                bytes[length++] = (byte) text.charAt(i);
            }
        }
    }

    <T> void optional(Optional<T> value, BiConsumer<PackedOutput, T> writer) {
        flag(value.isPresent());
        if (value.isPresent()) {
            writer.accept(this, value.get());
        }
    }

    private void octets(byte[] content) {
        unsigned(content.length);
        room(content.length);
        System.arraycopy(content, 0, bytes, length, content.length);
        length += content.length;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
