package credence.testkit;

import credence.desktop.desk.Profiles;
import credence.service.FolderWatch;
import credence.service.ServiceException;
import credence.service.port.Progress;
import credence.service.port.mapping.ImportProfile;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Profiles in memory. A profile kept with an import has succeeded; watches bring what a test puts into [#coming].
public final class FakeProfiles implements Profiles {

    private final List<ImportProfile> kept = new ArrayList<>();
    private final List<FolderWatch.Notice> coming = new ArrayList<>();
    private final List<Optional<Set<String>>> begun = new ArrayList<>();
    private boolean gone;

    /// Notices that the next look of any watch gives.
    public List<FolderWatch.Notice> coming() {
        return coming;
    }

    /// What each watch was told to leave alone, in the order in which they began.
    public List<Optional<Set<String>>> begun() {
        return begun;
    }

    /// Lets the watched folders be gone.
    public void lose() {
        gone = true;
    }

    @Override
    public List<ImportProfile> all() {
        return List.copyOf(kept);
    }

    @Override
    public void keep(ImportProfile profile, Optional<Long> batch) {
        kept.removeIf(p -> p.name().equals(profile.name()));
        kept.add(batch.isPresent() ? profile.succeeded(Optional.of(Instant.EPOCH)) : profile);
    }

    @Override
    public void rename(String name, String other) {
        ImportProfile named = find(name).named(other);
        kept.remove(find(name));
        kept.add(named);
    }

    @Override
    public void delete(String name) {
        kept.remove(find(name));
    }

    @Override
    public String text(String name) {
        return find(name).name();
    }

    @Override
    public String read(String json) {
        kept.add(ImportProfile.known(json, "some-trades", List.of()));
        return json;
    }

    @Override
    public Watch watch(Path folder, String profile, Optional<Set<String>> handled) {
        if (find(profile).succeeded().isEmpty()) {
            throw new ServiceException("The profile “" + profile + "” has not succeeded yet.");
        }
        begun.add(handled);
        return new Watch() {
            @Override
            public List<FolderWatch.Notice> look(Progress progress) {
                if (gone) {
                    throw new ServiceException("The folder is gone.");
                }
                List<FolderWatch.Notice> now = List.copyOf(coming);
                coming.clear();
                return now;
            }

            @Override
            public boolean waiting() {
                return false;
            }

            @Override
            public Set<String> handled() {
                return Set.of("old.csv|1|2");
            }
        };
    }

    private ImportProfile find(String name) {
        return kept.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ServiceException("There is no profile " + name + "."));
    }
}
