package credence.core.ledger;

import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Rebuilds trades from fills: which opening each closing belongs to, what it earned, what it cost.
///
/// Fills are given in fold order (`rules.md` 1), also those of one second; the ledger never sorts. Per account, bot and
/// symbol (and currency, multiplier and source class, which never mix) a fill
///
/// - whose source does not say ([credence.core.fact.PositionEffect#UNKNOWN]) closes what is open against it, and with what is left
///   opens a position in its own direction: a reversal is one fill, two events;
/// - that says CLOSE only closes; what finds nothing to close is an [LedgerEvent.UnmatchedClose], never a new position;
/// - that says OPEN only opens, also against an open position: the source hedges, both stand side by side until a fill closes one.
///
/// Everything is exact. Gross is (exit − entry) × quantity × multiplier × direction; costs are kept apart and fall to
/// the parts of a fill by quantity, the last part taking what is left, so that charged and stated sums agree to the last
/// digit. With the average method the price of a lot may be no finite decimal: then [OpenLot#entryPrice()] is rounded
/// to 34 digits, while results come from the exact sum of price × quantity and add up all the same.
///
/// Mutable and not thread-safe: it belongs to the one writer of the state. [#write] and [#read] carry it over, in one
/// canonical form that also serves the state hash.
public final class Ledger {

    private static final int FORMAT = 1;

    private final MatchingMethod method;
    private final SortedMap<PositionKey, Position> positions = new TreeMap<>();

    public Ledger(MatchingMethod method) {
        this.method = method;
    }

    public MatchingMethod method() {
        return method;
    }

    /// Takes in the next fill.
    ///
    /// @return what fell out, in order: trades completed, then an entry opened or an unmatched close
    /// @throws IllegalArgumentException when the fill would close a lot that was opened after it
    public List<LedgerEvent> apply(Fill fill) {
        Position position =
                positions.computeIfAbsent(PositionKey.of(fill), key -> new Position(key, method));
        List<LedgerEvent> events = position.apply(fill);
        if (position.isFlat()) {
            // A position that came and went must leave no trace in the state's bytes.
            positions.remove(position.key());
        }
        return events;
    }

    /// Whether a fill that says it closes finds all that it closes open, and one that earned something anything at all; true for any other
    /// fill.
    public boolean covers(Fill fill) {
        boolean closes = fill.effect() == PositionEffect.CLOSE;
        if (!closes && !Position.earned(fill)) {
            return true;
        }
        Position position = positions.get(PositionKey.of(fill));
        return position != null && (closes ? position.covers(fill) : position.closes(fill));
    }

    /// What is open, by account, bot, symbol, currency, multiplier and source; long before short, oldest first.
    public List<OpenLot> openLots() {
        return positions.values().stream()
                .flatMap(position -> position.openLots().stream())
                .toList();
    }

    /// Writes all that [#read] needs; equal states write equal bytes.
    public void write(DataOutput out) throws IOException {
        out.writeByte(FORMAT);
        out.writeUTF(method.name());
        out.writeInt(positions.size());
        for (Position position : positions.values()) {
            position.write(out);
        }
    }

    /// @throws IOException when the bytes are not those of a ledger of this format
    public static Ledger read(DataInput in) throws IOException {
        int format = in.readUnsignedByte();
        if (format != FORMAT) {
            throw new IOException(
                    "ledger snapshot has format " + format + ", this program reads " + FORMAT);
        }
        Ledger ledger = new Ledger(MatchingMethod.valueOf(in.readUTF()));
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            Position position = Position.read(in, ledger.method);
            ledger.positions.put(position.key(), position);
        }
        return ledger;
    }
}
