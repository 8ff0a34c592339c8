package credence.imports;

import credence.service.port.FileReport.Reconciled;

import java.math.BigDecimal;

/// A total that a file states, held against what was read.
public final class StatedTotal {

    private StatedTotal() {}

    /// @param what in words, with its currency
    /// @param rounding largest difference that the file's own rounding explains, ≥ 0
    public static Reconciled compare(
            String what, BigDecimal stated, BigDecimal computed, BigDecimal rounding) {
        BigDecimal difference = computed.subtract(stated);
        String verdict =
                difference.signum() == 0
                        ? "EQUAL"
                        : difference.abs().compareTo(rounding) <= 0 ? "ROUNDING" : "DIFFERENT";
        return new Reconciled(what, stated, computed, difference, verdict);
    }
}
