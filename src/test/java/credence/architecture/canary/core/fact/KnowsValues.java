package credence.architecture.canary.core.fact;

import credence.architecture.canary.core.value.KnowsFacts;

public final class KnowsValues {
    KnowsFacts value;
}
