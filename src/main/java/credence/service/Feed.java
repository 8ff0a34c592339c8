package credence.service;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The latest state of the desk, and who wants to hear of a newer one. Listeners are called on the writer thread and must return at once.
public final class Feed {

    private final List<Consumer<DeskState>> listeners = new CopyOnWriteArrayList<>();
    private volatile DeskState current;

    Feed(DeskState first) {
        this.current = first;
    }

    public DeskState current() {
        return current;
    }

    /// @return ends the subscription when closed
    public Subscription subscribe(Consumer<DeskState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void publish(DeskState state) {
        current = state;
        listeners.forEach(listener -> listener.accept(state));
    }

    /// A subscription that ends without a checked exception.
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
