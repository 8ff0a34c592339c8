package credence.core.value;

/// Name of a bot: whatever makes trades under one name. A bot is its name, across accounts.
///
/// @param name not blank; compared as it is, case counts
public record BotId(String name) implements Comparable<BotId> {

    public BotId {
        if (name.isBlank()) {
            throw new IllegalArgumentException("bot name is blank");
        }
    }

    @Override
    public int compareTo(BotId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
