package credence.imports;

import credence.core.value.AccountId;
import credence.core.value.BotId;

/// Whose a row is.
///
/// @param bot under which it is learned
/// @param sourceBot the bot as the source names it, which is part of the row's identity: a rule of the trader that names
///     the bot otherwise must not make the same row another row
public record Owner(BotId bot, String sourceBot, AccountId account) {}
