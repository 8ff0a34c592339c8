package credence.architecture.canary.desktop.panel.trust;

import javafx.scene.control.Label;

public final class WithControlsViewModel {
    Label label;
}
