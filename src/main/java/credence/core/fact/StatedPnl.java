package credence.core.fact;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// A result by the source's own word, beside the one that counts.
///
/// @param amount in the row's currency, as written
/// @param basis which costs it is after
public record StatedPnl(BigDecimal amount, ResultBasis basis) {

    /// What a row keeps under [Extra#STATED_PNL] and [Extra#STATED_PNL_IS]; empty where it keeps no number.
    public static Optional<StatedPnl> of(Map<String, String> extras) {
        return Extra.decimal(extras, Extra.STATED_PNL)
                .map(amount -> new StatedPnl(amount, ResultBasis.of(extras)));
    }
}
