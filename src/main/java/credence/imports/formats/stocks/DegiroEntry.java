package credence.imports.formats.stocks;

import credence.imports.Cells;
import credence.imports.RefusedRow;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One row of DEGIRO's account statement. The columns are known by their places: several have no name, and the names are
/// translated.
///
/// @param rate of a conversion: units of `currency` per unit of the account's; null when the row is none
/// @param amount signed; null when the row moves no money
/// @param order id of the order, empty for none
record DegiroEntry(
        int line,
        String date,
        String time,
        String product,
        String isin,
        String description,
        @Nullable BigDecimal rate,
        String currency,
        @Nullable BigDecimal amount,
        String order) {

    static final int COLUMNS = 12;
    static final int AMOUNT = 8;
    static final int ORDER = 11;

    /// `Koop 1 @ 33,9 USD`, `Compra 6 NAME@49,785 EUR (ISIN)`, `Kauf 5 zu je 30,25 EUR (ISIN)`; what stands before a colon is a
    /// corporate action.
    static final Pattern TRADE =
            Pattern.compile(
                    "(\\p{L}+) (\\d[\\d.,' \\u00A0]*)(?:.*?)(?:@|zu je) ?(-?\\d[\\d.,' \\u00A0]*)"
                            + " ([A-Za-z]{3})(?: \\(.*\\))?");

    private static final Pattern FEE =
            Pattern.compile(
                    ".*(kosten|costs?\\b|\\bfees?\\b|frais|gebühr|comiss|commiss|costi|costes|spese|opłat|poplat|gebyr|avgift|provis).*");
    private static final Pattern TAX =
            Pattern.compile(
                    ".*(\\btax|taks|taxe|duty|belasting|impôt|steuer|tass[ae]|impuesto|imposto|podat|skat|skatt).*");

    static DegiroEntry of(Cells cells, String order) throws RefusedRow {
        return new DegiroEntry(
                cells.line(),
                cells.text(0),
                cells.text(1),
                cells.text(3),
                cells.text(4),
                cells.text(5),
                cells.numberOrNull(6),
                cells.text(7),
                cells.numberOrNull(AMOUNT),
                order);
    }

    @Nullable Matcher trade() {
        Matcher m = TRADE.matcher(description);
        return m.matches() ? m : null;
    }

    boolean isFee() {
        return amount != null && FEE.matcher(description.toLowerCase(Locale.ROOT)).matches();
    }

    boolean isTax() {
        return amount != null && TAX.matcher(description.toLowerCase(Locale.ROOT)).matches();
    }
}
