package credence.store;

import org.jspecify.annotations.Nullable;

/// A 64-bit digest of a row's columns as they are stored: FNV-1a over their characters and bits, with a mark
/// before each column so that ("a", "bc") and ("ab", "c") differ and absent is not empty.
///
/// It tells apart the few contents of one key, and finds a column that changed on the medium. It is no
/// protection against somebody who means it; two contents that met would be refused, never mixed up.
final class Fingerprint {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long state = OFFSET;

    void reset() {
        state = OFFSET;
    }

    void add(@Nullable String text) {
        long h = state;
        if (text == null) {
            h = (h ^ 0x10001) * PRIME;
        } else {
            h = (h ^ 0x10002) * PRIME;
            for (int i = 0; i < text.length(); i++) {
                h = (h ^ text.charAt(i)) * PRIME;
            }
        }
        state = h;
    }

    void add(long bits) {
        long h = (state ^ 0x10003) * PRIME;
        h = (h ^ (bits >>> 32)) * PRIME;
        state = (h ^ (bits & 0xffffffffL)) * PRIME;
    }

    long value() {
        return state;
    }
}
