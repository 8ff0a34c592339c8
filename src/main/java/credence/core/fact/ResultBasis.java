package credence.core.fact;

import java.util.Map;

/// Which costs a stated result is after. A result is held only against one of the same kind.
public enum ResultBasis {
    /// What prices and size make: Binance's Realized Profit, MetaTrader's Profit.
    BEFORE_COSTS("before costs"),

    /// After the costs of the fill that closed, not those of the opening: Hyperliquid's closed PnL.
    AFTER_CLOSING_COSTS("after closing costs"),

    /// After the commissions of both sides; whether taxes and other fees are in it differs: Interactive Brokers' Realized P/L.
    AFTER_COMMISSION("after commission"),

    /// After everything that was paid.
    AFTER_COSTS("after costs"),

    /// The source does not tell.
    UNSAID("");

    private final String words;

    ResultBasis(String words) {
        this.words = words;
    }

    /// As rows keep it under [Extra#STATED_PNL_IS] and as it is shown; empty where the source does not tell.
    public String words() {
        return words;
    }

    /// What a row says of its stated result; a word that is none of ours says nothing.
    static ResultBasis of(Map<String, String> extras) {
        String said = extras.getOrDefault(Extra.STATED_PNL_IS, "").strip();
        for (ResultBasis basis : values()) {
            if (basis.words.equalsIgnoreCase(said)) {
                return basis;
            }
        }
        return UNSAID;
    }
}
