package credence.desktop.desk;

import credence.service.FolderWatch;
import credence.service.Workspace;
import credence.service.port.Progress;
import credence.service.port.mapping.ImportProfile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The profiles of a real workspace.
record WorkspaceProfiles(Workspace workspace) implements Profiles {

    /// How long a file must stay the same before it is read: longer than a slow download pauses.
    private static final Duration REST = Duration.ofSeconds(5);

    @Override
    public List<ImportProfile> all() {
        return workspace.profiles().all();
    }

    @Override
    public void keep(ImportProfile profile, Optional<Long> batch) {
        if (batch.isPresent()) {
            workspace.profiles().save(profile, batch.get());
        } else {
            workspace.profiles().save(profile);
        }
    }

    @Override
    public void rename(String name, String other) {
        workspace.profiles().rename(name, other);
    }

    @Override
    public void delete(String name) {
        workspace.profiles().delete(name);
    }

    @Override
    public String text(String name) {
        return workspace.profiles().export(name);
    }

    @Override
    public String read(String json) {
        return workspace.profiles().importText(json, Optional.empty(), false).name();
    }

    @Override
    public Watch watch(Path folder, String profile, Optional<Set<String>> handled) {
        FolderWatch watch =
                handled.isPresent()
                        ? workspace.imports().watch(folder, profile, REST, handled.get())
                        : workspace.imports().watch(folder, profile, REST, false);
        return new Watch() {
            @Override
            public List<FolderWatch.Notice> look(Progress progress) {
                return watch.look(progress);
            }

            @Override
            public boolean waiting() {
                return watch.waiting();
            }

            @Override
            public Set<String> handled() {
                return watch.handled();
            }
        };
    }
}
