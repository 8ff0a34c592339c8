package credence.cli;

import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.service.port.mapping.DateStyle;

import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How words of the command line become values of the domain; what does not fit is wrong usage, with a way to mend it.
final class Converters {

    private static final Pattern INTERVAL = Pattern.compile("(\\d{1,6})\\s*(s|m|min|h|d|w)");

    private Converters() {}

    static void register(CommandLine line) {
        line.registerConverter(BotId.class, named("a bot's name", BotId::new));
        line.registerConverter(AccountId.class, named("an account's name", AccountId::new));
        line.registerConverter(Symbol.class, named("a symbol such as ETHUSDT", Symbol::of));
        line.registerConverter(
                CurrencyCode.class, named("a currency such as USD", CurrencyCode::new));
        line.registerConverter(ZoneId.class, Converters::zone);
        line.registerConverter(SourceClass.class, Converters::source);
        line.registerConverter(DateStyle.class, Converters::dateOrder);
        line.registerConverter(Duration.class, Converters::interval);
        line.registerConverter(LocalDate.class, Converters::date);
        line.registerConverter(Long.class, Converters::whole);
        line.registerConverter(Integer.class, text -> Math.toIntExact(whole(text)));
    }

    private static <T> ITypeConverter<T> named(String what, Function<String, T> make) {
        return text -> {
            try {
                return make.apply(text.strip());
            } catch (IllegalArgumentException e) {
                throw problem("'" + text + "' is not " + what, e);
            }
        };
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            throw problem(
                    "'"
                            + text
                            + "' is not a time zone. Write an offset such as +08:00, a place such"
                            + " as Europe/Berlin, or UTC",
                    e);
        }
    }

    private static SourceClass source(String text) {
        try {
            return SourceClass.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw problem("'" + text + "' is not one of live, paper, backtest", e);
        }
    }

    private static DateStyle dateOrder(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "day" -> DateStyle.DAY_FIRST;
            case "month" -> DateStyle.MONTH_FIRST;
            case "year" -> DateStyle.YEAR_FIRST;
            default ->
                    throw new TypeConversionException(
                            "'" + text + "' is not one of day, month, year");
        };
    }

    private static Duration interval(String text) {
        Matcher match = INTERVAL.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches() || Long.parseLong(match.group(1)) == 0) {
            throw new TypeConversionException(
                    "'" + text + "' is not an interval. Write 15m, 1h, 4h, 1d or 1w");
        }
        long n = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "s" -> Duration.ofSeconds(n);
            case "h" -> Duration.ofHours(n);
            case "d" -> Duration.ofDays(n);
            case "w" -> Duration.ofDays(7 * n);
            default -> Duration.ofMinutes(n);
        };
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw problem("'" + text + "' is not a date such as 2025-06-30", e);
        }
    }

    private static long whole(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw problem("'" + text + "' is not a whole number", e);
        }
    }

    private static TypeConversionException problem(String message, Exception cause) {
        TypeConversionException problem = new TypeConversionException(message);
        problem.initCause(cause);
        return problem;
    }
}
