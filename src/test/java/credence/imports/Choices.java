package credence.imports;

import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.service.port.ImportOptions;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// Builds import options in tests: what the user would say on the command line.
public record Choices(
        Optional<String> format,
        Optional<String> bot,
        Optional<String> account,
        Optional<String> symbol,
        Optional<String> zone,
        Optional<String> currency,
        Optional<SourceClass> source,
        Optional<String> date) {

    public static final Choices NONE =
            new Choices(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public Choices format(String id) {
        return new Choices(Optional.of(id), bot, account, symbol, zone, currency, source, date);
    }

    public Choices bot(String name) {
        return new Choices(
                format, Optional.of(name), account, symbol, zone, currency, source, date);
    }

    public Choices account(String name) {
        return new Choices(format, bot, Optional.of(name), symbol, zone, currency, source, date);
    }

    public Choices symbol(String name) {
        return new Choices(format, bot, account, Optional.of(name), zone, currency, source, date);
    }

    public Choices zone(String id) {
        return new Choices(format, bot, account, symbol, Optional.of(id), currency, source, date);
    }

    public Choices currency(String code) {
        return new Choices(format, bot, account, symbol, zone, Optional.of(code), source, date);
    }

    public Choices source(SourceClass s) {
        return new Choices(format, bot, account, symbol, zone, currency, Optional.of(s), date);
    }

    public Choices date(String day) {
        return new Choices(format, bot, account, symbol, zone, currency, source, Optional.of(day));
    }

    public ImportOptions options() {
        return new ImportOptions(
                format,
                bot.map(BotId::new),
                account.map(AccountId::new),
                symbol.map(Symbol::of),
                zone.map(ZoneId::of),
                currency.map(CurrencyCode::new),
                source,
                date.map(LocalDate::parse),
                Optional.empty(),
                false,
                false);
    }
}
