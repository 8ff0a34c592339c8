package credence.core.ledger;

import credence.core.fact.ResultBasis;

import java.math.BigDecimal;
import java.util.List;

/// What trades made after certain costs: what a stated result may be.
///
/// @param is which costs they are
record Figure(BigDecimal amount, ResultBasis is) {

    /// Those that a result of this kind may be. What is after commission may hold taxes too; what nobody tells may be any.
    ///
    /// @param costs of both sides
    /// @param commission of both sides, without taxes, other fees and interest
    /// @param closing costs of the closing side alone
    static List<Figure> of(
            ResultBasis basis,
            BigDecimal gross,
            BigDecimal costs,
            BigDecimal commission,
            BigDecimal closing) {
        Figure before = new Figure(gross, ResultBasis.BEFORE_COSTS);
        Figure afterClosing = new Figure(gross.subtract(closing), ResultBasis.AFTER_CLOSING_COSTS);
        Figure after = new Figure(gross.subtract(costs), ResultBasis.AFTER_COSTS);
        return switch (basis) {
            case BEFORE_COSTS -> List.of(before);
            case AFTER_CLOSING_COSTS -> List.of(afterClosing);
            case AFTER_COMMISSION ->
                    List.of(
                            after,
                            new Figure(gross.subtract(commission), ResultBasis.AFTER_COMMISSION));
            case AFTER_COSTS -> List.of(after);
            case UNSAID -> List.of(before, after, afterClosing);
        };
    }

    BigDecimal distance(BigDecimal stated) {
        return amount.subtract(stated).abs();
    }
}
