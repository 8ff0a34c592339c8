package credence.imports;

import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.packed.KeyHalves;
import credence.core.packed.KeyTable;
import credence.core.packed.LongColumn;
import credence.service.port.RowTrail.OtherKeys;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// The rows of one file, until all are read. Keys and places count equal rows oldest first, and which end of a file is the
/// oldest is only known at its end: rows are counted as if it were the first, which it is in most files, and all over again,
/// from the other end, when it is the last.
public final class JournalRows {

    /// Stands for a row whose place is its own number.
    private static final long NUMBERED = -1;

    private final ReadRows rows = new ReadRows();
    private final KeyTable equalRows = new KeyTable();
    private final EqualTimes equalTimes = new EqualTimes();

    /// By index of each row that is not the first of its equals in the file: the key of that first one.
    private final Map<Integer, RowKey> firsts = new HashMap<>();

    /// By the key of the first: how each of several equal rows gets its key.
    private final Map<RowKey, Function<Identity, RowKey>> keys = new HashMap<>();

    /// For each row the two halves of stream and time, or [#NUMBERED].
    private final LongColumn moments = new LongColumn();

    private final LongColumn streams = new LongColumn();
    private final @Nullable Tally tally;
    private final Tally checks;

    /// Lines of rows without an id of their own.
    private final BitSet unnumbered = new BitSet();

    /// By the line of a row that shall come in although it looks like a known one: the key of the first of its equals.
    private final Map<Integer, Wanted> wanted = new HashMap<>();

    private Instant last = Instant.MIN;
    private int rising;
    private int falling;

    private record Wanted(RowKey first, Function<Identity, RowKey> key) {}

    /// Of rows that cannot be asked for again.
    ///
    /// @param checks refuses what cannot be
    public static JournalRows once(Tally checks) {
        return new JournalRows(null, checks);
    }

    /// @param tally knows which rows the trader wants to come in although they look like known ones
    public JournalRows(Tally tally) {
        this(tally, tally);
    }

    private JournalRows(@Nullable Tally tally, Tally checks) {
        this.tally = tally;
        this.checks = checks;
    }

    public void add(FillDraft fill) {
        add(fill.draft());
    }

    public void add(TradeDraft trade) {
        add(trade.draft());
    }

    public void add(Draft draft) {
        Identity.Numbered identity = new Identity.Numbered(0);
        RowKey key = draft.key().apply(identity);
        if (checks.refuses(draft.row().apply(key, 0L), draft.line(), draft.dataRows())) {
            return;
        }
        if (identity.asked()) {
            unnumbered.set(draft.line());
            if (tally != null && tally.trace().wants(draft.line())) {
                wanted.put(draft.line(), new Wanted(key, draft.key()));
            }
            KeyHalves halves = KeyHalves.of(key);
            int ordinal = equalRows.next(halves.high(), halves.low());
            if (ordinal > 0) {
                firsts.put(rows.size(), key);
                keys.putIfAbsent(key, draft.key());
                key = draft.key().apply(new Identity.Numbered(ordinal));
            }
        }
        long place;
        if (draft.number().isPresent()) {
            place = draft.number().getAsLong();
            streams.add(NUMBERED);
            moments.add(NUMBERED);
        } else {
            long stream = equalTimes.stream(draft.stream(), draft.time());
            streams.add(stream);
            moments.add(draft.time().getEpochSecond());
            place = equalTimes.next(stream, draft.time().getEpochSecond());
        }
        int order = rows.isEmpty() ? 0 : draft.time().compareTo(last);
        rising += order > 0 ? 1 : 0;
        falling += order < 0 ? 1 : 0;
        last = draft.time();
        rows.add(draft.row().apply(key, place), draft.line(), draft.dataRows());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// Hands all rows to the tally, oldest first.
    public void acceptAll(Tally all) {
        unnumbered.stream().forEach(all.trace()::unnumbered);
        wanted.forEach(
                (line, row) -> {
                    KeyHalves first = KeyHalves.of(row.first());
                    all.trace()
                            .others(
                                    line,
                                    new OtherKeys(
                                            equalRows.next(first.high(), first.low()),
                                            n -> row.key().apply(new Identity.Numbered(n))));
                });
        all.acceptAll(falling > rising ? turnedRound() : rows);
    }

    private ReadRows turnedRound() {
        ReadRows turned = new ReadRows();
        KeyTable seen = new KeyTable();
        EqualTimes times = new EqualTimes();
        for (int i = rows.size() - 1; i >= 0; i--) {
            var read = rows.get(i);
            SourceRow row = read.row();
            RowKey key = row.key();
            RowKey first = firsts.getOrDefault(i, key);
            Function<Identity, RowKey> again = keys.get(first);
            if (again != null) {
                KeyHalves halves = KeyHalves.of(first);
                key = again.apply(new Identity.Numbered(seen.next(halves.high(), halves.low())));
            }
            long place =
                    streams.get(i) == NUMBERED
                            ? row.sequence()
                            : times.next(streams.get(i), moments.get(i));
            turned.add(row.placed(key, place), read.line(), read.dataRows());
        }
        return turned;
    }

    /// Counts rows of one stream and one time.
    private static final class EqualTimes {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final KeyTable seen = new KeyTable();

        /// A stream and a fraction of a second as one number, not negative.
        long stream(String name, Instant time) {
            Integer number = numbers.get(name);
            if (number == null) {
                number = numbers.size();
                numbers.put(name, number);
            }
            return (long) number << Integer.SIZE | time.getNano();
        }

        long next(long stream, long second) {
            return seen.next(stream, second);
        }
    }
}
