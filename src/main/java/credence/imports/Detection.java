package credence.imports;

import org.jspecify.annotations.Nullable;

/// How sure a format is that a file is its own, and why.
///
/// @param score 0…100; from 50 the format would read the file
/// @param reason a sentence for the trader, also when the answer is no
/// @param header where the header is, for formats that have one
public record Detection(int score, String reason, @Nullable HeaderPlace header) {

    public static final int ENOUGH = 50;

    public static Detection no(String reason) {
        return new Detection(0, reason, null);
    }

    public boolean recognised() {
        return score >= ENOUGH;
    }
}
