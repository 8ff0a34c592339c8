package credence.imports.formats;

import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.imports.Owners;

/// What holds for every trade of a file: whose they are, of what, in which money.
record TradingViewBook(
        AccountId account,
        BotId bot,
        Symbol symbol,
        CurrencyCode currency,
        SourceClass source,
        Owners owners) {}
