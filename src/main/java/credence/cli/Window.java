package credence.cli;

import java.nio.file.Path;

/// The desktop, as far as the command line needs it.
public interface Window {

    /// Whether there is a screen to show it on.
    boolean possible();

    /// Shows the desktop on a workspace and returns when it is closed.
    ///
    /// @return exit status of the program
    int show(Path workspace);
}
