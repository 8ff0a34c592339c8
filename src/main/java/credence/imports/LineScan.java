package credence.imports;

import java.io.IOException;
import java.io.InputStream;

/// Finds the lines of a text by its bytes, so that the bytes of all other lines stay as they are. A line ends with LF, CR or both, as it does
/// for the reader of delimited text.
final class LineScan {

    private static final int CHUNK = 1 << 16;

    @FunctionalInterface
    interface Visitor {

        /// @param number first 1
        /// @param from place of its first byte in the file
        /// @param to place after its last byte, the line end left out
        /// @return whether to go on
        boolean line(int number, long from, long to) throws IOException;
    }

    private final int unit;
    private final int low;
    private final int start;

    /// @param encoding UTF-16 takes two bytes for a line end
    /// @param start bytes of the byte order mark
    LineScan(Encoding encoding, int start) {
        this.unit = encoding == Encoding.UTF_16LE || encoding == Encoding.UTF_16BE ? 2 : 1;
        this.low = encoding == Encoding.UTF_16BE ? 1 : 0;
        this.start = start;
    }

    /// Goes through all lines; what stands after the last line end is one too if it holds anything.
    void each(InputStream in, Visitor visitor) throws IOException {
        in.skipNBytes(start);
        byte[] chunk = new byte[CHUNK];
        long place = start;
        long from = start;
        int number = 1;
        boolean afterReturn = false;
        int read = in.readNBytes(chunk, 0, CHUNK);
        while (read > 0) {
            for (int i = 0; i + unit <= read; i += unit) {
                int c = character(chunk, i);
                if (c == '\n' && afterReturn) {
                    from = place + i + unit; // the second half of one line end
                    afterReturn = false;
                } else if (c == '\n' || c == '\r') {
                    if (!visitor.line(number++, from, place + i)) {
                        return;
                    }
                    from = place + i + unit;
                    afterReturn = c == '\r';
                } else {
                    afterReturn = false;
                }
            }
            place += read;
            read = in.readNBytes(chunk, 0, CHUNK);
        }
        if (place > from) {
            visitor.line(number, from, place);
        }
    }

    private int character(byte[] bytes, int i) {
        if (unit == 1) {
            return bytes[i];
        }
        return bytes[i + 1 - low] == 0 ? bytes[i + low] : -1;
    }
}
