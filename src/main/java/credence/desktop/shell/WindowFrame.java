package credence.desktop.shell;

import credence.desktop.desk.FaultLog;
import credence.desktop.desk.Memory;
import credence.desktop.theme.Theme;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

/// The window itself: its scene, look, size and place, and what it does about failures nobody foresaw.
public final class WindowFrame {

    private final Theme theme;
    private final WindowMemory memory;
    private final FaultLog faults;
    private @Nullable ShellView view;
    private @Nullable Stage stage;

    public WindowFrame(Theme theme, Memory memory, FaultLog faults) {
        this.theme = theme;
        this.memory = new WindowMemory(memory);
        this.faults = faults;
    }

    /// Shows the window at once, and the first screen in it as soon as the window has been drawn.
    public void show(Stage on, ShellView content) {
        view = content;
        stage = on;
        Scene scene = new Scene(content.root());
        theme.dress(scene);
        on.setTitle("Credence");
        on.setScene(scene);
        memory.restore(on);
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> unexpected(failure));
        on.show();
        new AnimationTimer() {

            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == 2) {
                    stop();
                    content.begin();
                }
            }
        }.start();
    }

    public void keep() {
        if (stage != null) {
            memory.keep(stage);
        }
    }

    public @Nullable Stage owner() {
        return stage;
    }

    /// Writes a failure into the log and tells of it under a short code.
    public void unexpected(Throwable failure) {
        FaultLog.Fault fault = faults.note(failure);
        if (view != null) {
            view.showFault(fault);
        }
    }
}
