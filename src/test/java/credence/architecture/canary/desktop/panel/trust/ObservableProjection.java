package credence.architecture.canary.desktop.panel.trust;

import javafx.beans.value.ObservableValue;

public final class ObservableProjection {
    ObservableValue<String> value;
}
