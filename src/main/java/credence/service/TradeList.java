package credence.service;

import credence.core.packed.IntColumn;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Trades in order of entry, then of bot, account and id; many of them packed. Immutable.
final class TradeList extends AbstractList<TradeView> implements RandomAccess {

    /// So many are faster to keep as they are: some 15 MB.
    static final int UNPACKED = 20_000;

    private static final Comparator<TradeView> ORDER =
            Comparator.comparing(TradeView::entryTime)
                    .thenComparing(TradeView::bot)
                    .thenComparing(TradeView::account)
                    .thenComparing(TradeView::id);

    private final PackedTrades trades;
    private final int[] order;

    private TradeList(PackedTrades trades, int[] order) {
        this.trades = trades;
        this.order = order;
    }

    /// @param trades to which nothing is added any more
    static List<TradeView> of(PackedTrades trades) {
        if (trades.size() <= UNPACKED) {
            return IntStream.range(0, trades.size()).mapToObj(trades::get).sorted(ORDER).toList();
        }
        long[] seconds = new long[trades.size()];
        Arrays.setAll(seconds, i -> trades.get(i).entryTime().getEpochSecond());
        int[] order =
                IntStream.range(0, trades.size())
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingLong(i -> seconds[i])
                                        .thenComparing(trades::get, ORDER))
                        .mapToInt(i -> i)
                        .toArray();
        return new TradeList(trades, order);
    }

    /// Those of a list that are asked for, in the same order.
    static List<TradeView> matching(List<TradeView> all, Predicate<TradeView> wanted) {
        if (!(all instanceof TradeList packed)) {
            return all.stream().filter(wanted).toList();
        }
        IntColumn found = new IntColumn();
        for (int number : packed.order) {
            if (wanted.test(packed.trades.get(number))) {
                found.add(number);
            }
        }
        int[] order = new int[found.size()];
        Arrays.setAll(order, found::get);
        return new TradeList(packed.trades, order);
    }

    @Override
    public TradeView get(int index) {
        return trades.get(order[index]);
    }

    @Override
    public int size() {
        return order.length;
    }
}
