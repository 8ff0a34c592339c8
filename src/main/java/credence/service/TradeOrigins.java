package credence.service;

import credence.core.brain.Configuration;
import credence.core.fact.Fill;
import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.service.port.FileReport;
import credence.service.port.Statement;
import credence.service.port.StoredRows;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Where the rows of trades stand: the row itself, or the fills that opened and closed it.
public final class TradeOrigins {

    private final StoredRows rows;
    private final Set<Long> withdrawn;
    private final ImportedFiles files;
    private final Configuration configuration;
    private final KeyIndex keys;

    /// @param files every file of every import
    TradeOrigins(
            StoredRows rows,
            Set<Long> withdrawn,
            ImportedFiles files,
            Configuration configuration) {
        this.rows = rows;
        this.withdrawn = withdrawn;
        this.files = files;
        this.configuration = configuration;
        this.keys = new KeyIndex(rows);
    }

    /// One for each row, in the order of the trade's id; none for rows that no file states any more.
    public List<TradeOrigin> of(TradeView trade) {
        return Stream.of(trade.id().split("/", -1))
                .map(key -> ofRow(new RowKey(key)))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable TradeOrigin ofRow(RowKey key) {
        for (int i : keys.of(key)) {
            for (Statement s : rows.statements(i)) {
                FileReport file = files.of(s);
                if (file != null && !withdrawn.contains(s.batch())) {
                    return origin(rows.row(i), s, file);
                }
            }
        }
        return null;
    }

    private TradeOrigin origin(SourceRow row, Statement s, FileReport file) {
        Instant time =
                switch (row) {
                    case TradeRecord t -> t.entryTime();
                    case Fill f -> f.time();
                    default -> Instant.EPOCH;
                };
        return new TradeOrigin(
                file.file(),
                s.line(),
                time,
                file.zones().size() == 1 ? file.zones().getFirst() : null,
                file.decided().corrections().stream()
                        .filter(c -> c.line() == s.line())
                        .findFirst()
                        .orElse(null),
                MultiplierSource.of(row, configuration));
    }
}
