package credence.imports;

import java.math.BigDecimal;
import java.util.Optional;

/// Money per point of price per unit, and who says so.
///
/// @param value positive
public record Multiplier(BigDecimal value, Origin origin) {

    /// Name under which a row keeps where its multiplier comes from.
    public static final String EXTRA = "multiplier_source";

    public enum Origin {
        /// Spot and shares: a point of price is a unit of money.
        UNIT,
        FILE,
        /// Credence's table of common futures.
        TABLE,
        USER,
        /// Nobody knows: results count in points, never as money, until the user says.
        UNKNOWN
    }

    public static final Multiplier ONE = new Multiplier(BigDecimal.ONE, Origin.UNIT);
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

    Optional<String> extra() {
        return switch (origin) {
            case UNIT, FILE -> Optional.empty();
            case TABLE -> Optional.of("table");
            case USER -> Optional.of("user");
            case UNKNOWN -> Optional.of("unknown");
        };
    }
}
