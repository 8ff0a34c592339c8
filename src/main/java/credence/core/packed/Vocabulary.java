package credence.core.packed;

import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Symbol;

/// The names in a list of rows.
///
/// @param names of extra columns, scores, indicators and heads
record Vocabulary(
        Words<AccountId> accounts,
        Words<BotId> bots,
        Words<Symbol> symbols,
        Words<CurrencyCode> currencies,
        Words<String> names) {

    Vocabulary() {
        this(new Words<>(), new Words<>(), new Words<>(), new Words<>(), new Words<>());
    }
}
