package credence.desktop.fx;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the trader for files and folders. An interface, because no chooser opens without a display.
public interface FileChoice {

    /// A kind of file as choosers offer it.
    ///
    /// @param name such as "PNG picture"
    /// @param endings with the dot, the usual one first, such as `.png`
    record Kind(String name, List<String> endings) {

        public static final Kind PNG = new Kind("PNG picture", List.of(".png"));
        public static final Kind SVG = new Kind("SVG drawing", List.of(".svg"));
        public static final Kind CSV = new Kind("CSV table", List.of(".csv"));

        public Kind {
            endings = List.copyOf(endings);
        }
    }

    /// Where to write; empty when the trader changed their mind. The choice carries the kind's ending.
    Optional<Path> save(@Nullable Window owner, String title, String suggestedName, Kind kind);

    /// Which files to read; empty when the trader changed their mind. Without kinds every file is offered.
    List<Path> open(@Nullable Window owner, String title, List<Kind> kinds);

    Optional<Path> folder(@Nullable Window owner, String title);
}
