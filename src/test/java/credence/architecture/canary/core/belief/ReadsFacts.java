package credence.architecture.canary.core.belief;

import credence.architecture.canary.core.fact.KnowsValues;

public final class ReadsFacts {
    KnowsValues fact;
}
