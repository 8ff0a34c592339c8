package credence.desktop.action;

/// Why there is nothing to see, and what to do about it.
///
/// @param missing what is missing, in a few words
/// @param needed how much is needed, and what will be seen then
/// @param action id of the action that gets it
/// @param other id of another way out, empty without one
public record Emptiness(String missing, String needed, String action, String other) {

    public static final Emptiness NO_BOTS =
            new Emptiness(
                    "No bots yet",
                    "Every screen begins with the fills or trades of at least one bot. Drop the"
                            + " files that your broker, exchange or bot exports anywhere in this"
                            + " window; nothing is kept before you have seen what they hold.",
                    "import.files",
                    "sample.open");
}
