package credence.architecture.canary.service;

import javafx.stage.Stage;

public final class ShowsAWindow {
    Stage stage;
}
