package credence.service.port;

import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// What the user said about the files, once for all of them; what a file states itself wins over none of these but its own columns.
///
/// @param format id of the format to read as, else detected by content
/// @param bot name for every row that names none; else the file name
/// @param allOrNothing whether one refused row or file refuses the whole import
/// @param replace whether rows whose native id is known with other content replace the known ones
public record ImportOptions(
        Optional<String> format,
        Optional<BotId> bot,
        Optional<AccountId> account,
        Optional<Symbol> symbol,
        Optional<ZoneId> zone,
        Optional<CurrencyCode> currency,
        Optional<SourceClass> source,
        Optional<LocalDate> date,
        Optional<String> profile,
        boolean allOrNothing,
        boolean replace) {

    public static final ImportOptions DEFAULT =
            new ImportOptions(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false);
}
