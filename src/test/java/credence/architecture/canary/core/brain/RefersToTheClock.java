package credence.architecture.canary.core.brain;

import java.util.function.LongSupplier;

public final class RefersToTheClock {
    public LongSupplier when() {
        return System::nanoTime;
    }
}
