package credence.core.brain;

import credence.core.fact.Fact;
import credence.core.fact.FactOrder;
import credence.core.fact.TradeMarked;
import credence.core.regime.FitCache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.AbstractList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/// Facts in the order of the fold, ready to be folded up to any moment.
///
/// The same set of facts gives the same order, however they came in. Immutable. Facts are asked for one after the other and
/// not kept, so that a list that makes them anew each time costs no memory.
public final class Replay {

    private final List<? extends Fact> facts;
    private final FitCache fits;

    /// Places in `facts`, in the order of the fold.
    private final int[] order;

    /// A state and how many facts are folded into it.
    public record Folded(BrainState state, int facts) {}

    /// A state to start from: `facts` facts are folded into it, it is settled at the last of them.
    public record Start(BrainState state, int facts) {}

    /// @param facts in any order; the list must not change from now on, and should give any fact at once
    public Replay(List<? extends Fact> facts) {
        this(facts, FitCache.none());
    }

    /// @param fits keeps fits that are slow to make, so that they need not be repeated; it changes no bit
    public Replay(List<? extends Fact> facts, FitCache fits) {
        this.facts = facts;
        this.fits = fits;
        this.order = new FoldOrder(facts).places();
    }

    private Fact fact(int place) {
        return facts.get(order[place]);
    }

    public int size() {
        return order.length;
    }

    /// Time of the latest fact, empty without facts.
    public Optional<Instant> until() {
        return order.length == 0
                ? Optional.empty()
                : Optional.of(fact(order.length - 1).order().knownAt());
    }

    /// How many facts are known at a moment.
    public int knownAt(Instant at) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (fact(middle).order().knownAt().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// Folds everything from zero, settled at the latest fact.
    public Folded fold(Configuration configuration, BrainObserver observer) {
        return foldAsOf(configuration, until().orElse(Instant.EPOCH), Optional.empty(), observer);
    }

    /// Folds every fact known at a moment and every boundary up to it.
    ///
    /// @param start a state of the same facts and configuration, at most up to `at`, which the fold then owns; empty folds from zero
    public Folded foldAsOf(
            Configuration configuration,
            Instant at,
            Optional<Start> start,
            BrainObserver observer) {
        int end = knownAt(at);
        BrainState state = start.map(Start::state).orElseGet(() -> newState(configuration));
        Brain brain = new Brain(state, observer);
        for (int i = start.map(Start::facts).orElse(0); i < end; i++) {
            brain.apply(fact(i));
        }
        brain.settle(at);
        return new Folded(state, end);
    }

    /// A state in which nothing is folded yet.
    public BrainState newState(Configuration configuration) {
        return new BrainState(configuration, fits);
    }

    /// Whether the first `count` facts end between two instants: only there may a settled state be continued.
    public boolean isSeam(int count) {
        if (count == order.length) {
            return true;
        }
        return count > 0
                && count < order.length
                && knownAt(fact(count - 1).order().knownAt()) == count;
    }

    /// Fingerprint of the first `count` facts, by which a snapshot knows whether it still stands on them.
    public String prefixHash(int count) {
        MessageDigest digest = StateHash.digest();
        ByteBuffer numbers = ByteBuffer.allocate(Long.BYTES * 2 + Integer.BYTES * 2);
        for (int i = 0; i < count; i++) {
            Fact fact = fact(i);
            FactOrder order = fact.order();
            numbers.clear();
            numbers.putLong(order.knownAt().getEpochSecond());
            numbers.putInt(order.knownAt().getNano());
            numbers.putInt(order.rank().ordinal());
            numbers.putLong(order.sequence());
            digest.update(numbers.array());
            digest.update(order.stream().getBytes(StandardCharsets.UTF_8));
            digest.update(order.key().getBytes(StandardCharsets.UTF_8));
            if (fact instanceof TradeMarked marked) {
                // One open row may have several marks under one key.
                digest.update(marked.mark().toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The facts known at a moment, in order; a view.
    public List<Fact> known(Instant at) {
        return inOrder().subList(0, knownAt(at));
    }

    /// The facts in the order of the fold.
    public List<Fact> inOrder() {
        return new InOrder();
    }

    private final class InOrder extends AbstractList<Fact> implements RandomAccess {

        @Override
        public Fact get(int index) {
            return fact(index);
        }

        @Override
        public int size() {
            return order.length;
        }
    }
}
