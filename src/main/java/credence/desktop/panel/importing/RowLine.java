package credence.desktop.panel.importing;

import credence.core.fact.Bar;
import credence.core.fact.Fill;
import credence.core.fact.Prediction;
import credence.core.fact.Rate;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.value.Side;
import credence.core.value.Symbol;
import credence.desktop.theme.Figures;
import credence.service.CheckedRow;
import credence.service.port.Correction;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;

/// What would become of one row of a file, as it is shown.
///
/// @param row the row itself
/// @param file name of its file
/// @param status what it becomes, in a word or two
/// @param time of the entry or the execution; null when the row was not read
/// @param what it says, in words, or as it stands in the file
/// @param reason why it does not come in and what to do, or that it was corrected
public record RowLine(
        CheckedRow row,
        String file,
        String status,
        @Nullable Instant time,
        String bot,
        String account,
        String symbol,
        String what,
        String reason) {

    /// What stays the same of a row when the files are read again.
    record Place(int file, int line, String reason) {}

    Place place() {
        return new Place(row.file(), row.line(), row.line() == 0 ? row.reason() : "");
    }

    int line() {
        return row.line();
    }

    /// @param raw the line of the file; empty when the row is no line of it
    /// @param corrected what the trader wrote instead of the file's row
    /// @param done whether the import is done
    static RowLine of(
            CheckedRow row,
            String file,
            String raw,
            @Nullable Correction corrected,
            boolean done,
            Figures figures) {
        SourceRow read = row.row();
        String reason = reason(row, corrected, figures);
        return read == null
                ? new RowLine(
                        row,
                        file,
                        words(row.status(), done),
                        null,
                        "",
                        "",
                        "",
                        raw.isEmpty() ? row.text() : raw,
                        reason)
                : read(row, file, words(row.status(), done), read, reason, figures);
    }

    static String words(CheckedRow.Status status, boolean done) {
        return switch (status) {
            case REFUSED -> "Refused";
            case CHANGED -> "Differs";
            case REPLACES -> done ? "Replaced" : "Replaces";
            case NEW -> done ? "Imported" : "New";
            case LEFT_OUT -> "Left out";
            case SKIPPED -> "Skipped";
            case DUPLICATE -> "Known already";
        };
    }

    private static String reason(CheckedRow row, @Nullable Correction corrected, Figures figures) {
        String why = why(row, figures);
        return corrected == null
                ? why
                : why
                        + (why.isEmpty() ? "" : " ")
                        + "Corrected by you; the file says: "
                        + corrected.before();
    }

    /// Why it does not come in and what to do.
    static String why(CheckedRow row, Figures figures) {
        if (row.status() == CheckedRow.Status.REPLACES) {
            return "Counts instead of the known row from now on.";
        }
        StringBuilder text = new StringBuilder();
        if (!row.column().isEmpty()) {
            text.append(row.column()).append(": ");
        }
        text.append(WindowWords.of(row.reason()));
        if (row.count() > 1) {
            text.append(" (").append(figures.count(row.count())).append(" rows)");
        }
        if (!row.remedy().isEmpty()) {
            text.append(' ').append(ImportProjection.remedy(row.remedy()));
        }
        return text.toString();
    }

    private static RowLine read(
            CheckedRow row,
            String file,
            String status,
            SourceRow of,
            String reason,
            Figures figures) {
        return switch (of) {
            case Fill f ->
                    new RowLine(
                            row,
                            file,
                            status,
                            f.time(),
                            f.bot().name(),
                            f.account().name(),
                            f.symbol().name(),
                            (f.side() == Side.BUY ? "Bought " : "Sold ")
                                    + at(
                                            f.quantity().value(),
                                            f.symbol(),
                                            f.price().value(),
                                            figures),
                            reason);
            case TradeRecord t ->
                    new RowLine(
                            row,
                            file,
                            status,
                            t.entryTime(),
                            t.bot().name(),
                            t.account().name(),
                            t.symbol().name(),
                            (t.direction().sign() > 0 ? "Long " : "Short ")
                                    + at(
                                            t.quantity().value(),
                                            t.symbol(),
                                            t.entryPrice().value(),
                                            figures)
                                    + t.exit()
                                            .map(
                                                    e ->
                                                            ", closed at "
                                                                    + figures.exact(
                                                                            e.price().value()))
                                            .orElse(", still open"),
                            reason);
            case Prediction p ->
                    new RowLine(
                            row,
                            file,
                            status,
                            p.time(),
                            p.bot().name(),
                            "",
                            p.symbol().name(),
                            (p.direction().sign() > 0 ? "Calls long " : "Calls short ")
                                    + p.symbol().name(),
                            reason);
            case Bar b ->
                    new RowLine(
                            row,
                            file,
                            status,
                            b.order().knownAt(),
                            "",
                            "",
                            b.symbol().name(),
                            "Price bar of " + b.symbol().name(),
                            reason);
            case Rate r ->
                    new RowLine(
                            row,
                            file,
                            status,
                            r.facts().getFirst().order().knownAt(),
                            "",
                            "",
                            "",
                            "Rate",
                            reason);
        };
    }

    private static String at(BigDecimal quantity, Symbol of, BigDecimal price, Figures figures) {
        return figures.exact(quantity) + " " + of.name() + " at " + figures.exact(price);
    }
}
