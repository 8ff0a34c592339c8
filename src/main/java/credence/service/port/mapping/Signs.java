package credence.service.port.mapping;

import java.util.List;

/// What signs and words mean in a file.
///
/// @param signedQuantity whether a negative quantity is a sale (a short); then no column for the side is needed
/// @param negativeCosts whether a cost is written as a negative number
/// @param buy words in the column of the side that mean bought or long, beside those that everybody knows
/// @param sell words that mean sold or short
public record Signs(
        boolean signedQuantity, boolean negativeCosts, List<String> buy, List<String> sell) {

    /// Unsigned quantities, positive costs, the usual words.
    public static final Signs USUAL = new Signs(false, false, List.of(), List.of());

    public Signs {
        buy = List.copyOf(buy);
        sell = List.copyOf(sell);
    }
}
