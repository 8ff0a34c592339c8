package credence.imports.mapping;

import credence.imports.NumberStyle;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.UnreadableFile;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/// Whether the costs of one column, all of them, have the sign that the mapping says. One that has the other sign among many is money
/// received, and said; where all have it, the mapping is wrong.
///
/// @param negative whether the mapping says that costs are written as negative numbers
record MappedCostSign(Table table, int column, NumberStyle numbers, boolean negative) {

    void check(Tally tally) throws UnreadableFile {
        Row against = null;
        long others = 0;
        long as = 0;
        for (Row row : table.rows()) {
            BigDecimal cost = number(row.cell(column).strip());
            int sign = cost == null ? 0 : cost.signum();
            if (sign != 0 && sign < 0 == negative) {
                as++;
            } else if (sign != 0) {
                others++;
                against = against == null ? row : against;
            }
        }
        if (against == null) {
            return;
        }
        String name = table.header().name(column);
        if (as == 0) {
            throw new UnreadableFile(
                    against.line(),
                    name,
                    against.cell(column),
                    "The mapping says that costs are written as "
                            + (negative ? "negative" : "positive")
                            + " numbers; every one in this column is "
                            + (negative ? "positive." : "negative."),
                    (negative
                                    ? "Map the file without negative costs"
                                    : "Map the file with negative costs (--negative-costs)")
                            + "; if they are all rebates, leave the column without a role.");
        }
        tally.note(
                others
                        + " of "
                        + (others + as)
                        + " costs in column "
                        + name
                        + " have the other sign and were read as money received (rebates), first "
                        + against.cell(column).strip()
                        + " in line "
                        + against.line()
                        + ".");
    }

    private @Nullable BigDecimal number(String cell) {
        return cell.isEmpty() ? null : Column.number(cell, List.of(numbers));
    }
}
