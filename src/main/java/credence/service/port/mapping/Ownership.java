package credence.service.port.mapping;

import java.util.List;
import java.util.stream.Stream;

/// Whose rows are, by the trader's own rules.
///
/// @param bots tried in their order; they change the bot under which a row is learned
/// @param accounts account of rows that name none
public record Ownership(List<OwnerRule> bots, List<OwnerRule> accounts) {

    /// No rules.
    public static final Ownership AS_STATED = new Ownership(List.of(), List.of());

    public Ownership {
        bots = List.copyOf(bots);
        accounts = List.copyOf(accounts);
    }

    /// These rules, and behind them those of the other that are not here already.
    public Ownership or(Ownership other) {
        return new Ownership(joined(bots, other.bots), joined(accounts, other.accounts));
    }

    public boolean isEmpty() {
        return bots.isEmpty() && accounts.isEmpty();
    }

    private static List<OwnerRule> joined(List<OwnerRule> first, List<OwnerRule> then) {
        return Stream.concat(first.stream(), then.stream()).distinct().toList();
    }
}
