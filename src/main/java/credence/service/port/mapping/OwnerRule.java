package credence.service.port.mapping;

import java.util.List;

/// Gives rows to a bot or an account. Rules are tried in their order, the first whose conditions all hold decides.
///
/// @param when at least one condition
/// @param owner name of the bot or account; `$1`, `$2`, … stand for what the first, second, … `*` of the conditions matched,
///     `$0` for the whole text that the first condition looked at
public record OwnerRule(List<Condition> when, String owner) {

    /// @throws IllegalArgumentException with a sentence for the trader
    public OwnerRule {
        when = List.copyOf(when);
        owner = owner.strip();
        if (when.isEmpty()) {
            throw new IllegalArgumentException("A rule needs at least one condition.");
        }
        if (owner.isEmpty() || owner.length() > 200) {
            throw new IllegalArgumentException("A rule must name the bot or account, shortly.");
        }
    }

    public static OwnerRule of(Condition when, String owner) {
        return new OwnerRule(List.of(when), owner);
    }
}
