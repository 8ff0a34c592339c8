package credence.desktop.desk;

import org.jspecify.annotations.Nullable;

/// Something the trader is told in passing, with at most one thing to do about it.
///
/// @param doing what the button beside it says, absent without one
/// @param deed what the button does
public record Notice(Kind kind, String text, @Nullable String doing, @Nullable Runnable deed) {

    public static Notice plain(String text) {
        return new Notice(Kind.DONE, text, null, null);
    }

    public static Notice trouble(String text) {
        return new Notice(Kind.TROUBLE, text, null, null);
    }

    public Notice offering(String words, Runnable what) {
        return new Notice(kind, text, words, what);
    }

    /// How it is marked.
    public enum Kind {
        DONE,
        TROUBLE
    }
}
