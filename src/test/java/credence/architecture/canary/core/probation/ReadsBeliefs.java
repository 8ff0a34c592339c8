package credence.architecture.canary.core.probation;

import credence.architecture.canary.core.belief.Belief;

public final class ReadsBeliefs {
    Belief belief;
}
