package credence.architecture.canary.desktop.panel.trust;

import credence.architecture.canary.service.UseCase;

public final class KnowsAServiceView {
    UseCase useCase;
}
