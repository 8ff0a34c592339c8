package credence.service;

import credence.core.brain.Configuration;
import credence.core.fact.Fill;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.value.Symbol;
import credence.service.port.StoredRows;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Who says what a point of a trade is worth. Rows are only looked at when a contract is asked about, once, and all of them.
///
/// Where rows of one symbol and one number come from several sources, the one is told that wants a look first: that nobody said, then the
/// file, then the tables.
final class PointWorths {

    private record Worth(Symbol symbol, BigDecimal multiplier) {}

    private final StoredRows rows;
    private final Set<Long> withdrawn;
    private final Configuration configuration;
    private @Nullable Map<Worth, MultiplierSource> known;

    /// @param withdrawn batches whose statements do not count
    PointWorths(StoredRows rows, Set<Long> withdrawn, Configuration configuration) {
        this.rows = rows;
        this.withdrawn = withdrawn;
        this.configuration = configuration;
    }

    /// The trade with who says what its point is worth; as it is for a close without an opening.
    TradeView on(TradeView trade) {
        return trade.unmatched() ? trade : trade.with(trade.evidence().multiplierBy(source(trade)));
    }

    private @Nullable MultiplierSource source(TradeView trade) {
        Symbol symbol = new Symbol(trade.symbol());
        BigDecimal multiplier = trade.evidence().multiplier();
        MultiplierSource plain = MultiplierSource.plain(symbol, multiplier, configuration);
        return plain != null || multiplier == null
                ? plain
                : known().get(new Worth(symbol, multiplier.stripTrailingZeros()));
    }

    private synchronized Map<Worth, MultiplierSource> known() {
        Map<Worth, MultiplierSource> found = known;
        if (found == null) {
            found = new HashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                SourceRow row = rows.row(i);
                MultiplierSource source = MultiplierSource.of(row, configuration);
                Worth worth = worth(row);
                if (source != null && worth != null && counts(i)) {
                    found.merge(worth, source, PointWorths::first);
                }
            }
            known = found;
        }
        return found;
    }

    private boolean counts(int row) {
        return rows.statements(row).stream().anyMatch(s -> !withdrawn.contains(s.batch()));
    }

    private @Nullable Worth worth(SourceRow row) {
        return switch (row) {
            case TradeRecord t -> worth(t.symbol(), t.multiplier());
            case Fill f -> worth(f.symbol(), f.multiplier());
            default -> null;
        };
    }

    private Worth worth(Symbol symbol, BigDecimal multiplier) {
        return new Worth(
                configuration.symbolAliases().getOrDefault(symbol, symbol),
                multiplier.stripTrailingZeros());
    }

    private static MultiplierSource first(MultiplierSource a, MultiplierSource b) {
        return a == MultiplierSource.UNSTATED || b == MultiplierSource.UNSTATED
                ? MultiplierSource.UNSTATED
                : a.compareTo(b) <= 0 ? a : b;
    }
}
