package credence.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;

/// Reads a moment: with an offset, or local date and time or date alone, which are taken as UTC.
final class MomentConverter implements ITypeConverter<Instant> {

    private static final DateTimeFormatter LOCAL =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .optionalStart()
                    .appendPattern("['T'][ ]")
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .optionalStart()
                    .appendOffsetId()
                    .toFormatter(java.util.Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    @Override
    public Instant convert(String text) {
        try {
            TemporalAccessor read =
                    LOCAL.parseBest(
                            text.strip(),
                            OffsetDateTime::from,
                            LocalDateTime::from,
                            LocalDate::from);
            return switch (read) {
                case OffsetDateTime t -> t.toInstant();
                case LocalDateTime t -> t.toInstant(ZoneOffset.UTC);
                case LocalDate d -> d.atStartOfDay().toInstant(ZoneOffset.UTC);
                default -> throw new DateTimeException("not a moment");
            };
        } catch (DateTimeParseException e) {
            throw problem(text, e);
        } catch (DateTimeException e) {
            throw problem(text, e);
        }
    }

    private static TypeConversionException problem(String text, DateTimeException cause) {
        TypeConversionException problem =
                new TypeConversionException(
                        "'"
                                + text
                                + "' is not a moment. Write 2025-06-30T14:00:00Z, or with an offset"
                                + " 2025-06-30T22:00+08:00; without one, 2025-06-30T14:00 and"
                                + " 2025-06-30 are taken as UTC");
        problem.initCause(cause);
        return problem;
    }
}
