package credence.imports.formats.metatrader;

import credence.core.fact.ExitReason;

import java.util.Locale;

/// What brokers write into the comment of a trade.
final class Comments {

    private Comments() {}

    /// `EA[sl]`, `sl 1.31795`, `[tp 1.2]`; a stop-out (`so`) is neither, and the rest says nothing of the exit.
    static ExitReason reason(String comment) {
        String s = comment.toLowerCase(Locale.ROOT);
        if (s.contains("[sl") || s.startsWith("sl ") || s.equals("sl")) {
            return ExitReason.SL;
        }
        return s.contains("[tp") || s.startsWith("tp ") || s.equals("tp")
                ? ExitReason.TP
                : ExitReason.UNKNOWN;
    }
}
