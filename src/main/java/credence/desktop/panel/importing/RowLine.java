package credence.desktop.panel.importing;

import credence.core.fact.Bar;
import credence.core.fact.Fill;
import credence.core.fact.Prediction;
import credence.core.fact.Rate;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.value.Side;
import credence.desktop.theme.Figures;
import credence.service.ImportPlan;
import credence.service.port.FileReport;
import credence.service.port.NewBatch.NewFile;
import credence.service.port.NewBatch.NewRow;
import credence.service.port.NewBatch.Restatement;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What would become of one row of a file.
///
/// @param line of the file; 0 when several are meant
/// @param status Refused, New, Replaces, Known already or Skipped
/// @param time of the entry or the execution; null when the row was not read
/// @param what it says, in words
/// @param reason why it is refused or skipped, and what to do
public record RowLine(
        String file,
        int line,
        String status,
        @Nullable Instant time,
        String bot,
        String account,
        String symbol,
        String what,
        String reason) {

    /// Most rows shown of one import that can come in; refused ones are all shown.
    static final int MOST = 20_000;

    /// Refused rows first, then what is new, then the rest; at most [#MOST] rows that were read.
    static List<RowLine> of(ImportPlan plan, Figures figures) {
        List<RowLine> lines = new ArrayList<>();
        for (FileReport file : plan.files()) {
            for (FileReport.Refusal r : file.refused()) {
                lines.add(
                        unread(
                                file.file(),
                                (int) r.line(),
                                "Refused",
                                r.value(),
                                r.reason() + " " + ImportProjection.remedy(r.remedy())));
            }
        }
        int left = MOST;
        for (NewFile file : plan.batch().files()) {
            for (NewRow row : file.rows()) {
                if (left-- <= 0) {
                    return lines;
                }
                lines.add(
                        read(
                                file.name(),
                                row.line(),
                                row.replaces() ? "Replaces" : "New",
                                row.row(),
                                figures));
            }
            for (Restatement row : file.restatements()) {
                if (left-- <= 0) {
                    return lines;
                }
                lines.add(read(file.name(), row.line(), "Known already", row.held(), figures));
            }
        }
        for (FileReport file : plan.files()) {
            for (FileReport.Skipped s : file.skipped()) {
                lines.add(
                        unread(
                                file.file(),
                                0,
                                "Skipped",
                                figures.count(s.count()) + (s.count() == 1 ? " row" : " rows"),
                                s.reason()));
            }
        }
        return lines;
    }

    private static RowLine unread(
            String file, int line, String status, String what, String reason) {
        return new RowLine(file, line, status, null, "", "", "", what, reason);
    }

    private static RowLine read(
            String file, int line, String status, SourceRow row, Figures figures) {
        return switch (row) {
            case Fill f ->
                    new RowLine(
                            file,
                            line,
                            status,
                            f.time(),
                            f.bot().name(),
                            f.account().name(),
                            f.symbol().name(),
                            (f.side() == Side.BUY ? "Bought " : "Sold ")
                                    + at(f.quantity().value(), f.price().value(), figures),
                            "");
            case TradeRecord t ->
                    new RowLine(
                            file,
                            line,
                            status,
                            t.entryTime(),
                            t.bot().name(),
                            t.account().name(),
                            t.symbol().name(),
                            (t.direction().sign() > 0 ? "Long " : "Short ")
                                    + at(t.quantity().value(), t.entryPrice().value(), figures)
                                    + t.exit()
                                            .map(
                                                    e ->
                                                            ", closed at "
                                                                    + figures.exact(
                                                                            e.price().value()))
                                            .orElse(", still open"),
                            "");
            case Prediction p ->
                    new RowLine(
                            file,
                            line,
                            status,
                            p.time(),
                            p.bot().name(),
                            "",
                            p.symbol().name(),
                            p.direction().sign() > 0 ? "Calls long" : "Calls short",
                            "");
            case Bar b ->
                    new RowLine(
                            file,
                            line,
                            status,
                            b.order().knownAt(),
                            "",
                            "",
                            b.symbol().name(),
                            "Price bar",
                            "");
            case Rate r ->
                    new RowLine(
                            file,
                            line,
                            status,
                            r.facts().getFirst().order().knownAt(),
                            "",
                            "",
                            "",
                            "Rate",
                            "");
        };
    }

    private static String at(BigDecimal quantity, BigDecimal price, Figures figures) {
        return figures.exact(quantity) + " at " + figures.exact(price);
    }
}
