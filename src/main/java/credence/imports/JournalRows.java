package credence.imports;

import java.util.ArrayList;
import java.util.List;

/// The executions and round trips of one file, until all are read; then each gets its key and its place.
public final class JournalRows {

    private final List<Draft> drafts = new ArrayList<>();

    public void add(FillDraft fill) {
        drafts.add(fill.draft());
    }

    public void add(TradeDraft trade) {
        drafts.add(trade.draft());
    }

    public boolean isEmpty() {
        return drafts.isEmpty();
    }

    /// Hands all rows to the tally, oldest first.
    public void acceptAll(Tally tally) {
        Draft.accept(drafts, tally);
    }
}
