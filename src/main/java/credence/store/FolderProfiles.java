package credence.store;

import credence.service.port.ProfileStore;
import credence.service.port.StoreException;
import credence.service.port.mapping.ImportProfile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Profiles as files `profiles/NAME.json`.
final class FolderProfiles implements ProfileStore {

    private static final Logger LOG = LoggerFactory.getLogger(FolderProfiles.class);
    private static final String ENDING = ".json";
    private static final String UNFINISHED = ".part";
    private static final long LONGEST = 4L << 20;

    /// Names that Windows keeps for devices.
    private static final Set<String> DEVICES =
            Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2");

    private final Path folder;
    private final boolean writable;
    private final Disk disk;
    private final Trouble trouble;
    private final ProfileText text = new ProfileText();

    FolderProfiles(Path folder, boolean writable, Disk disk, Trouble trouble) {
        this.folder = folder;
        this.writable = writable;
        this.disk = disk;
        this.trouble = trouble;
    }

    @Override
    public List<ImportProfile> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<ImportProfile> profiles = new ArrayList<>();
        for (Path file : files()) {
            try {
                if (Files.size(file) > LONGEST) {
                    throw new StoreException("it is too big");
                }
                profiles.add(
                        text.read(Files.readString(file, StandardCharsets.UTF_8))
                                .named(nameOf(file)));
            } catch (IOException | StoreException | IllegalArgumentException e) {
                LOG.warn("{} is no import profile and was left out", file, e);
            }
        }
        profiles.sort(Comparator.comparing(ImportProfile::name, String.CASE_INSENSITIVE_ORDER));
        return profiles;
    }

    private List<Path> files() {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(f -> f.getFileName().toString().endsWith(ENDING)).toList();
        } catch (IOException e) {
            throw trouble.because("The import profiles cannot be read", e);
        }
    }

    /// The file's name is the profile's: a file that was copied by hand is a profile of its own.
    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    @Override
    public Optional<ImportProfile> find(String name) {
        return all().stream().filter(p -> p.name().equalsIgnoreCase(name.strip())).findFirst();
    }

    @Override
    public void save(ImportProfile profile) {
        String what = "The import profile “" + profile.name() + "” was not saved";
        if (!writable) {
            throw new StoreException(
                    what + ": the workspace is open for reading only. Change its permissions.");
        }
        if (DEVICES.contains(profile.name().toLowerCase(java.util.Locale.ROOT))) {
            throw new StoreException(what + ": this name cannot be a file's. Choose another.");
        }
        Path target = place(profile.name());
        Path unfinished = folder.resolve(target.getFileName() + UNFINISHED);
        try {
            disk.createFolder(folder);
            byte[] bytes = text.write(profile).getBytes(StandardCharsets.UTF_8);
            disk.write(new ByteArrayInputStream(bytes), unfinished);
            disk.rename(unfinished, target);
        } catch (IOException e) {
            throw trouble.because(what, e);
        }
    }

    /// The file of that name, or of one that differs in case only.
    private Path place(String name) {
        return find(name)
                .map(p -> folder.resolve(p.name() + ENDING))
                .orElseGet(() -> folder.resolve(name + ENDING));
    }

    @Override
    public boolean delete(String name) {
        Optional<ImportProfile> found = find(name);
        if (found.isEmpty()) {
            return false;
        }
        if (!writable) {
            throw new StoreException(
                    "The import profile was not deleted: the workspace is open for reading only.");
        }
        try {
            return Files.deleteIfExists(folder.resolve(found.get().name() + ENDING));
        } catch (IOException e) {
            throw trouble.because("The import profile “" + name + "” was not deleted", e);
        }
    }

    @Override
    public String write(ImportProfile profile) {
        return text.write(profile.succeeded(Optional.empty()));
    }

    @Override
    public ImportProfile read(String json) {
        return text.read(json).succeeded(Optional.empty());
    }
}
