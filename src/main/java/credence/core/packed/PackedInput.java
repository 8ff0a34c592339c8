package credence.core.packed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// Reads what [PackedOutput] wrote.
public final class PackedInput {

    private final byte[] bytes;
    private int at;

    public PackedInput(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    public int octet() {
        return bytes[at++] & 0xFF;
    }

    public long fixed() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | octet();
        }
        return value;
    }

    public long unsigned() {
        long value = 0;
        int shift = 0;
        int octet = octet();
        while (octet >= 0x80) {
            value |= (long) (octet & 0x7F) << shift;
            shift += 7;
            octet = octet();
        }
        return value | (long) octet << shift;
    }

    public int number() {
        return (int) unsigned();
    }

    public long signed() {
        long zigzag = unsigned();
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    public boolean flag() {
        return octet() != 0;
    }

    public double real() {
        return Double.longBitsToDouble(fixed());
    }

    public Instant instant() {
        return Instant.ofEpochSecond(signed(), unsigned());
    }

    public BigDecimal decimal() {
        int first = octet();
        if (first == PackedOutput.LONG_DECIMAL) {
            int scale = (int) signed();
            int length = number();
            at += length;
            return new BigDecimal(
                    new BigInteger(Arrays.copyOfRange(bytes, at - length, at)), scale);
        }
        int scale = first >= 0x40 ? first - 0x80 : first;
        return BigDecimal.valueOf(signed(), scale);
    }

    public String text() {
        int header = number();
        int length = header >>> 1;
        if ((header & 1) == 0) {
            at += length;
            return new String(bytes, at - length, length, StandardCharsets.ISO_8859_1);
        }
        char[] wide = new char[length];
        for (int i = 0; i < length; i++) {
            wide[i] = (char) (octet() << 8 | octet());
        }
        return new String(wide);
    }

    <T> Optional<T> optional(Function<PackedInput, T> reader) {
        return flag() ? Optional.of(reader.apply(this)) : Optional.empty();
    }
}
