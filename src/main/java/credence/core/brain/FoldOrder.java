package credence.core.brain;

import credence.core.fact.Fact;
import credence.core.fact.FactOrder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sorts facts into the order of the fold by what [FactOrder] compares, held in plain columns: no fact is kept, and only
/// facts that are equal in all but their keys are looked at again.
final class FoldOrder {

    private final List<? extends Fact> facts;
    private final long[] seconds;
    private final int[] nanos;
    private final byte[] ranks;
    private final int[] streams;
    private final long[] sequences;

    FoldOrder(List<? extends Fact> facts) {
        this.facts = facts;
        int size = facts.size();
        seconds = new long[size];
        nanos = new int[size];
        ranks = new byte[size];
        streams = new int[size];
        sequences = new long[size];
        Map<String, Integer> names = new HashMap<>();
        int i = 0;
        for (Fact fact : facts) {
            FactOrder order = fact.order();
            seconds[i] = order.knownAt().getEpochSecond();
            nanos[i] = order.knownAt().getNano();
            ranks[i] = (byte) order.rank().ordinal();
            Integer stream = names.get(order.stream());
            if (stream == null) {
                stream = names.size();
                names.put(order.stream(), stream);
            }
            streams[i] = stream;
            sequences[i] = order.sequence();
            i++;
        }
        int[] ascending = ascending(names);
        for (int k = 0; k < size; k++) {
            streams[k] = ascending[streams[k]];
        }
    }

    /// For each number of a stream, its place among all by name.
    private static int[] ascending(Map<String, Integer> names) {
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(names.entrySet());
        sorted.sort(Map.Entry.comparingByKey());
        int[] places = new int[sorted.size()];
        for (int i = 0; i < places.length; i++) {
            places[sorted.get(i).getValue()] = i;
        }
        return places;
    }

    /// Places in the list of facts, in the order of the fold.
    int[] places() {
        Integer[] places = new Integer[seconds.length];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, (Comparator<Integer>) this::compare);
        int[] order = new int[places.length];
        Arrays.setAll(order, i -> places[i]);
        return order;
    }

    private int compare(int a, int b) {
        int c = Long.compare(seconds[a], seconds[b]);
        if (c == 0) {
            c = Integer.compare(nanos[a], nanos[b]);
        }
        if (c == 0) {
            c = Byte.compare(ranks[a], ranks[b]);
        }
        if (c == 0) {
            c = Integer.compare(streams[a], streams[b]);
        }
        if (c == 0) {
            c = Long.compare(sequences[a], sequences[b]);
        }
        return c == 0 ? facts.get(a).order().key().compareTo(facts.get(b).order().key()) : c;
    }
}
