package credence.imports.mapping;

import credence.service.port.mapping.Role;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Whether a file writes what was paid as negative numbers, by all its columns of costs: commissions and fees that are all of one
/// sign tell, for swaps and rebates beside them too. Funding alone is paid and received, so its sign tells nothing.
record CostSigns(Map<Role, Fit> chosen) {

    static final List<Role> ROLES =
            List.of(Role.COMMISSION, Role.FEES, Role.OTHER_FEES, Role.FUNDING);

    /// What the columns say.
    enum Verdict {
        POSITIVE,
        NEGATIVE,
        UNTOLD
    }

    Verdict verdict() {
        List<Column> charged =
                Stream.of(Role.COMMISSION, Role.FEES, Role.OTHER_FEES)
                        .map(role -> Fit.column(chosen, role))
                        .flatMap(Stream::ofNullable)
                        .filter(c -> c.negatives() + c.positives() > 0)
                        .toList();
        boolean negative = charged.stream().anyMatch(c -> c.positives() == 0);
        boolean positive = charged.stream().anyMatch(c -> c.negatives() == 0);
        if (negative != positive) {
            return negative ? Verdict.NEGATIVE : Verdict.POSITIVE;
        }
        Column funding = Fit.column(chosen, Role.FUNDING);
        boolean funded = funding != null && funding.negatives() + funding.positives() > 0;
        return charged.isEmpty() && !funded ? Verdict.POSITIVE : Verdict.UNTOLD;
    }

    /// The column that is asked about.
    @Nullable Column asked() {
        return ROLES.stream()
                .map(role -> Fit.column(chosen, role))
                .flatMap(Stream::ofNullable)
                .filter(c -> c.negatives() + c.positives() > 0)
                .findFirst()
                .orElse(null);
    }
}
