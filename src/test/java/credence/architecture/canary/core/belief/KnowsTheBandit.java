package credence.architecture.canary.core.belief;

import credence.architecture.canary.core.bandit.Bandit;

public final class KnowsTheBandit {
    Bandit bandit;
}
