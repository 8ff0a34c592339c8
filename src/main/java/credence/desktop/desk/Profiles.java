package credence.desktop.desk;

import credence.service.FolderWatch.Notice;
import credence.service.port.Progress;
import credence.service.port.mapping.ImportProfile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The import profiles of an open workspace, and the watching of folders by them. All may take long: never called on the JavaFX thread.
/// A wish that cannot be fulfilled is a [credence.service.ServiceException] or a [credence.service.port.StoreException].
public interface Profiles {

    /// By name.
    List<ImportProfile> all();

    /// Keeps a profile, replacing the one of its name.
    ///
    /// @param batch import that came in by what it says; if nothing of it was refused, the profile may watch folders
    void keep(ImportProfile profile, Optional<Long> batch);

    void rename(String name, String other);

    void delete(String name);

    /// A profile as JSON, for another workspace.
    String text(String name);

    /// Keeps a profile that is given as JSON, unless there is one of its name.
    ///
    /// @return its name
    String read(String json);

    /// Begins to watch a folder by a profile that has succeeded.
    ///
    /// @param handled files that were dealt with before, as [Watch#handled] told them; empty to leave alone what lies there now
    Watch watch(Path folder, String profile, Optional<Set<String>> handled);

    /// One watched folder. Used by one thread at a time.
    interface Watch {

        /// Looks once and imports what has come to rest.
        List<Notice> look(Progress progress);

        /// Whether a file has come that is not at rest yet.
        boolean waiting();

        /// Files that were dealt with, by name, size and time of change.
        Set<String> handled();
    }
}
