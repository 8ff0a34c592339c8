package credence.architecture.canary.core.value;

import credence.architecture.canary.service.UseCase;

public final class KnowsTheService {
    UseCase useCase;
}
