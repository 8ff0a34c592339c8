package credence.imports.formats.metatrader;

import credence.imports.StatedTotal;
import credence.imports.Tally;

import java.math.BigDecimal;

/// Holds figures that a file states about itself against what was read of it.
final class Totals {

    private final Tally tally;

    Totals(Tally tally) {
        this.tally = tally;
    }

    /// @param rounding what rounding may explain
    void hold(String what, BigDecimal stated, BigDecimal computed, BigDecimal rounding) {
        tally.reconcile(StatedTotal.compare(what, stated, computed, rounding));
    }

    void hold(String what, BigDecimal stated, BigDecimal computed) {
        hold(what, stated, computed, BigDecimal.ZERO);
    }

    void hold(String what, BigDecimal stated, long computed) {
        hold(what, stated, BigDecimal.valueOf(computed), BigDecimal.ZERO);
    }
}
