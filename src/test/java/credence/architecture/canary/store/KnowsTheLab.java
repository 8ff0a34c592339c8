package credence.architecture.canary.store;

import credence.architecture.canary.lab.Fleet;

public final class KnowsTheLab {
    Fleet fleet;
}
