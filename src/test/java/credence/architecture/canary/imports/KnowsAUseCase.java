package credence.architecture.canary.imports;

import credence.architecture.canary.service.UseCase;

public final class KnowsAUseCase {
    UseCase useCase;
}
