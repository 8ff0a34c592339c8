package credence.imports;

import credence.core.fact.Extra;
import credence.core.value.ContractCode;
import credence.core.value.OptionCode;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.util.Optional;

/// Money per point of price per unit, and who says so.
///
/// @param value positive
public record Multiplier(BigDecimal value, Origin origin) {

    public enum Origin {
        /// Spot and shares: a point of price is a unit of money.
        UNIT,
        FILE,
        /// Credence's table of common futures.
        TABLE,
        /// A standard option of the United States: 100 shares a contract.
        OPTION,
        USER,
        /// Nobody knows: results count in points, never as money, until the user says.
        UNKNOWN
    }

    public static final Multiplier ONE = new Multiplier(BigDecimal.ONE, Origin.UNIT);
    public static final Multiplier STANDARD_OPTION =
            new Multiplier(BigDecimal.valueOf(100), Origin.OPTION);
    public static final Multiplier UNKNOWN = new Multiplier(BigDecimal.ONE, Origin.UNKNOWN);

    public Multiplier {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a multiplier must be positive: " + value);
        }
    }

    public static Multiplier ofFile(BigDecimal value) {
        return new Multiplier(value, Origin.FILE);
    }

    public static Multiplier ofTable(BigDecimal value) {
        return new Multiplier(value, Origin.TABLE);
    }

    /// Where the multiplier of a row comes from, in so far as the row does not show it: a file may well say that a contract's is 1.
    public Optional<String> extra(Symbol symbol) {
        return switch (origin) {
            case UNIT -> Optional.empty();
            case FILE ->
                    value.compareTo(BigDecimal.ONE) == 0
                                    && (ContractCode.of(symbol.name()).isPresent()
                                            || OptionCode.of(symbol.name()).isPresent())
                            ? Optional.of(Extra.FILE)
                            : Optional.empty();
            case TABLE -> Optional.of("table");
            case OPTION -> Optional.of("option");
            case USER -> Optional.of("user");
            case UNKNOWN -> Optional.of("unknown");
        };
    }
}
