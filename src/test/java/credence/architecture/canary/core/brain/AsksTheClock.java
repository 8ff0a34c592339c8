package credence.architecture.canary.core.brain;

import java.time.Instant;

public final class AsksTheClock {
    public Instant when() {
        return Instant.now();
    }
}
