package credence.architecture.canary.desktop.panel.trust;

import javafx.application.Platform;

public final class SwitchesThreads {
    public void refresh(Runnable work) {
        Platform.runLater(work);
    }
}
