package credence.imports.formats.ibkr;

import credence.imports.Header;

import java.util.Optional;

/// Where the columns are in the whole record, section and kind included.
record HistoryColumns(
        int type, int symbol, int quantity, int price, int currency, int gross, int fee, int net) {

    /// Columns in other languages are known by their places.
    private static final int LEAST = 12;

    /// Empty where neither names nor places tell.
    static Optional<HistoryColumns> of(Header h) {
        int gross = h.find("Gross Amount");
        int net = h.find("Net Amount");
        if (h.has("Symbol") && h.has("Quantity") && gross >= 0 && net >= 0) {
            return Optional.of(
                    new HistoryColumns(
                            h.findAny("Transaction Type", "Type"),
                            h.find("Symbol"),
                            h.find("Quantity"),
                            h.find("Price"),
                            h.findAny("Price Currency", "Currency"),
                            gross,
                            h.find("Commission"),
                            net));
        }
        if (h.size() < LEAST) {
            return Optional.empty();
        }
        boolean named = h.size() > LEAST;
        return Optional.of(
                new HistoryColumns(
                        5, 6, 7, 8, named ? 9 : -1, h.size() - 3, h.size() - 2, h.size() - 1));
    }
}
