package credence.imports.formats.stocks;

import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.imports.Clues;
import credence.imports.FillDraft;
import credence.imports.JournalRows;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;

/// The fills of a stock broker's file: most name an account at best, and no bot.
final class ShareFills {

    private final Tally tally;
    private final Owners owners;
    private final JournalRows rows;

    /// @param broker short name for rows of no bot
    ShareFills(String broker, ImportOptions options, Tally tally) {
        this.tally = tally;
        this.rows = new JournalRows(tally);
        this.owners = new Owners(broker, options, tally);
    }

    Owners owners() {
        return owners;
    }

    /// A fill of the account and instrument, to be completed and then added.
    ///
    /// @param quantity without sign
    FillDraft draft(
            int line,
            String account,
            String symbol,
            String symbolColumn,
            Side side,
            BigDecimal quantity,
            BigDecimal price,
            Instant time)
            throws RefusedRow {
        if (quantity.signum() <= 0) {
            throw new RefusedRow(
                    line,
                    "",
                    quantity.toPlainString(),
                    "A trade of nothing.",
                    "Export the file again; do not edit it.");
        }
        Symbol traded = owners.symbol(symbol, line, symbolColumn);
        return new FillDraft(
                        line,
                        owners.of(Clues.NONE.account(account).symbol(symbol).time(time).line(line)),
                        time,
                        traded,
                        side,
                        new Quantity(quantity),
                        new Price(price))
                .source(owners.source(SourceClass.LIVE));
    }

    void add(FillDraft complete) {
        rows.add(complete);
    }

    void acceptAll() {
        rows.acceptAll(tally);
    }
}
