package credence.service.port.mapping;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;

/// How a delimited file is written; what is empty is found out from each file.
///
/// @param separator between columns
/// @param headerLine line of the header, first 1; 0 when there is none and columns are called `column 1`, `column 2`, …
/// @param encoding name of a character set, such as `windows-1251`
public record Layout(
        Optional<Character> separator,
        Optional<Integer> headerLine,
        Optional<String> encoding,
        Optional<DecimalSign> decimal,
        Optional<DateStyle> dateOrder) {

    /// Everything is found out.
    public static final Layout DETECTED =
            new Layout(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// @throws IllegalArgumentException with a sentence for the trader
    public Layout {
        if (headerLine.isPresent() && (headerLine.get() < 0 || headerLine.get() > 60)) {
            throw new IllegalArgumentException("The header must be in one of the first 60 lines.");
        }
        if (encoding.isPresent() && !known(encoding.get())) {
            throw new IllegalArgumentException(
                    "There is no encoding named " + encoding.get() + ".");
        }
    }

    private static boolean known(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException _) {
            return false;
        }
    }

    /// What is settled here, and for the rest what the other settles.
    public Layout or(Layout other) {
        return new Layout(
                separator.or(other::separator),
                headerLine.or(other::headerLine),
                encoding.or(other::encoding),
                decimal.or(other::decimal),
                dateOrder.or(other::dateOrder));
    }

    public Layout separator(Optional<Character> other) {
        return new Layout(other, headerLine, encoding, decimal, dateOrder);
    }

    public Layout headerLine(Optional<Integer> other) {
        return new Layout(separator, other, encoding, decimal, dateOrder);
    }

    public Layout encoding(Optional<String> other) {
        return new Layout(separator, headerLine, other, decimal, dateOrder);
    }

    public Layout decimal(Optional<DecimalSign> other) {
        return new Layout(separator, headerLine, encoding, other, dateOrder);
    }

    public Layout dateOrder(Optional<DateStyle> other) {
        return new Layout(separator, headerLine, encoding, decimal, other);
    }
}
