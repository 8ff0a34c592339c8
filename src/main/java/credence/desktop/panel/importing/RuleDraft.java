package credence.desktop.panel.importing;

import credence.service.port.mapping.Condition;
import credence.service.port.mapping.Condition.Of;
import credence.service.port.mapping.OwnerRule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A rule about whose rows are, as it is being written: it may still lack something.
///
/// @param when what must be so, at least one thing
/// @param owner name of the bot or account; empty while it is missing
public record RuleDraft(List<Part> when, String owner) {

    /// One thing that must be so.
    ///
    /// @param column for [Of#COLUMN] only
    /// @param pattern empty while it is missing
    public record Part(Of of, String column, String pattern) {}

    /// Holds for every row, and names each one's owner by what is looked at.
    public static RuleDraft each(Of of, String column) {
        return new RuleDraft(List.of(new Part(of, column, "*")), "$0");
    }

    static RuleDraft of(OwnerRule rule) {
        return new RuleDraft(
                rule.when().stream().map(c -> new Part(c.of(), c.column(), c.pattern())).toList(),
                rule.owner());
    }

    public RuleDraft {
        when = List.copyOf(when);
    }

    public RuleDraft with(int part, Part other) {
        List<Part> parts = new ArrayList<>(when);
        parts.set(part, other);
        return new RuleDraft(parts, owner);
    }

    /// With one more thing that must be so.
    public RuleDraft and(Part more) {
        List<Part> parts = new ArrayList<>(when);
        parts.add(more);
        return new RuleDraft(parts, owner);
    }

    public RuleDraft without(int part) {
        List<Part> parts = new ArrayList<>(when);
        parts.remove(part);
        return new RuleDraft(parts, owner);
    }

    public RuleDraft owner(String name) {
        return new RuleDraft(when, name);
    }

    /// The rule; empty while something is missing or cannot be read.
    Optional<OwnerRule> rule() {
        try {
            return Optional.of(whole());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// What is missing or cannot be read, empty when the rule is whole.
    public String trouble() {
        try {
            var unused = whole();
            return "";
        } catch (IllegalArgumentException unfit) {
            return String.valueOf(unfit.getMessage());
        }
    }

    private OwnerRule whole() {
        return new OwnerRule(
                when.stream().map(p -> new Condition(p.of(), p.column(), p.pattern())).toList(),
                owner);
    }
}
