package credence.imports.formats.ibkr;

import credence.service.port.ImportOptions;

/// Forex rows: most are conversions that pay for shares in another currency, some are trades of a currency bot. Nothing in the
/// row tells them apart unless it names its bot, so the trader does.
final class Conversions {

    static final String REASON = "currency conversion (forex row that names no bot)";

    private Conversions() {}

    /// A pair as other sources spell it: `EURUSD` for `EUR.USD`. Other symbols stay.
    static String pair(String symbol) {
        return symbol.matches("[A-Z]{3}\\.[A-Z]{3}") ? symbol.replace(".", "") : symbol;
    }

    /// Whether the trader named this pair.
    static boolean wanted(ImportOptions options, String symbol) {
        return options.symbol().isPresent()
                && (symbol.isEmpty() || pair(options.symbol().get().name()).equals(pair(symbol)));
    }

    static String note(String pair) {
        return "Forex rows that name no bot were taken for currency conversions and left out. If a"
                + " bot trades "
                + (pair.isEmpty() ? "EUR.USD" : pair)
                + ", import the file once more with --symbol "
                + (pair.isEmpty() ? "EUR.USD" : pair)
                + ".";
    }
}
