package credence.architecture.canary.desktop.panel.trust;

import javafx.application.Platform;

import java.util.concurrent.Executor;

public final class SwitchesThreadsByReference {
    public Executor later() {
        return Platform::runLater;
    }
}
