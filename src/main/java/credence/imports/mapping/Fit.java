package credence.imports.mapping;

import credence.service.port.mapping.Role;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// A column that may have a role.
///
/// @param score 0…100
record Fit(Role role, Column column, int score, String why) {

    /// The score of a column that was taken by its cells alone.
    static final int BY_LOOKS = 55;

    Fit(Role role, Column column, int score) {
        this(
                role,
                column,
                score,
                score >= 90
                        ? "Its name says so."
                        : score == BY_LOOKS
                                ? "Its cells look like it."
                                : "Its name contains a word for it.");
    }

    boolean byName() {
        return score > BY_LOOKS;
    }

    static @Nullable Column column(Map<Role, Fit> chosen, Role role) {
        Fit fit = chosen.get(role);
        return fit == null ? null : fit.column();
    }

    static boolean holds(Map<Role, Fit> chosen, Column column) {
        return chosen.values().stream().anyMatch(f -> f.column().index() == column.index());
    }
}
