package credence.desktop.desk;

import org.jspecify.annotations.Nullable;

/// Something the trader is told in passing, with at most one thing to do about it.
///
/// @param doing what the button beside it says, absent without one
/// @param deed what the button does
/// @param seen what follows when the trader closes it or does the deed, absent when nothing does
public record Notice(
        Kind kind,
        String text,
        @Nullable String doing,
        @Nullable Runnable deed,
        @Nullable Runnable seen) {

    public static Notice plain(String text) {
        return new Notice(Kind.DONE, text, null, null, null);
    }

    public static Notice trouble(String text) {
        return new Notice(Kind.TROUBLE, text, null, null, null);
    }

    public Notice offering(String words, Runnable what) {
        return new Notice(kind, text, words, what, seen);
    }

    /// The same, which says when the trader has seen it. One that another takes the place of was not seen.
    public Notice telling(Runnable then) {
        return new Notice(kind, text, doing, deed, then);
    }

    /// How it is marked.
    public enum Kind {
        DONE,
        TROUBLE
    }
}
