package credence.service.port;

import credence.service.port.mapping.ImportProfile;

import java.util.List;
import java.util.Optional;

/// Import profiles by name, each a JSON file of its own in the workspace; durable on return. Names that differ in case only are
/// one name, as on most disks.
public interface ProfileStore {

    /// By name. Files that are no profiles are left out.
    List<ImportProfile> all();

    Optional<ImportProfile> find(String name);

    /// Keeps a profile, replacing the one of its name.
    ///
    /// @throws StoreException when it cannot be written; the former one is still there
    void save(ImportProfile profile);

    /// @return whether there was one
    boolean delete(String name);

    /// The profile as JSON, for another workspace. When it last succeeded is left out: that is this workspace's own matter.
    String write(ImportProfile profile);

    /// Reads what [#write] wrote, or a person did.
    ///
    /// @throws StoreException when the text is no profile; the message says what is wrong
    ImportProfile read(String json);
}
