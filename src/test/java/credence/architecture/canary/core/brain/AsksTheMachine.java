package credence.architecture.canary.core.brain;

import java.time.ZoneId;

public final class AsksTheMachine {
    public ZoneId where() {
        return ZoneId.systemDefault();
    }
}
