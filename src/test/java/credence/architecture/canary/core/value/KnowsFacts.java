package credence.architecture.canary.core.value;

import credence.architecture.canary.core.fact.KnowsValues;

public final class KnowsFacts {
    KnowsValues fact;
}
