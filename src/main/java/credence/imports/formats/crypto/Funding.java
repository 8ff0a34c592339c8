package credence.imports.formats.crypto;

import java.math.BigDecimal;

/// What an export says of payments on open positions, which are no part of any fill.
final class Funding {

    private Funding() {}

    /// @param paid positive is paid, negative received
    static String note(String coin, BigDecimal paid) {
        return (paid.signum() < 0 ? "Received as funding: " : "Paid as funding: ")
                + paid.abs().stripTrailingZeros().toPlainString()
                + " "
                + coin
                + ". It belongs to positions, not to fills, and is not part of the trades'"
                + " results.";
    }
}
