package credence.imports;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/// Finds out piece by piece how a file is written that is too large to hold; see [Encoding].
final class EncodingSurvey {

    private static final int LONGEST_CHARACTER = 8;

    private final Encoding guess;
    private final int bomLength;
    private final CharsetDecoder decoder;
    private final CharBuffer decoded = CharBuffer.allocate(1 << 13);
    private @Nullable ByteBuffer rest;
    private boolean broken;

    /// @param head the first bytes of the file
    EncodingSurvey(byte[] head, int length) {
        this.guess = Encoding.guess(head, length);
        this.bomLength = guess.bomLength(head, length);
        this.decoder =
                guess.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    int bomLength() {
        return bomLength;
    }

    /// Takes the next bytes, the first ones again included.
    void add(byte[] bytes, int length, boolean first) {
        int from = first ? bomLength : 0;
        if (broken || (rest == null && guess == Encoding.UTF_8 && ascii(bytes, from, length))) {
            return;
        }
        ByteBuffer former = rest == null ? ByteBuffer.allocate(0) : rest;
        ByteBuffer in = ByteBuffer.allocate(former.remaining() + length - from);
        in.put(former).put(bytes, from, length - from).flip();
        decode(in, false);
        rest = in.hasRemaining() ? in : null;
        if (in.remaining() > LONGEST_CHARACTER) {
            broken = true;
        }
    }

    /// To be asked once, after the last bytes.
    Encoding verdict() {
        if (rest != null && !broken) {
            decode(rest, true);
        }
        return broken && guess == Encoding.UTF_8 && bomLength == 0 ? Encoding.WINDOWS_1252 : guess;
    }

    /// To be asked after the verdict.
    ///
    /// @throws UnreadableFile when a byte order mark promises an encoding that the bytes break
    void requireKeptPromise() throws UnreadableFile {
        if (broken && (guess != Encoding.UTF_8 || bomLength > 0)) {
            throw guess.broken();
        }
    }

    private void decode(ByteBuffer in, boolean last) {
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            decoded.clear();
            result = decoder.decode(in, decoded, last);
        }
        broken |= result.isError();
    }

    private static boolean ascii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
