package credence.service;

import credence.service.port.Progress;

/// Says how the workspace is, and proves it by rebuilding.
public final class HealthService {

    HealthService() {}

    public StatusReport status() {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Folds every fact from zero, without snapshots, and compares.
    public VerifyReport verify(Progress progress) {
        throw new UnsupportedOperationException("not built yet");
    }
}
