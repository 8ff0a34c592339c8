package credence.store;

import credence.service.port.Archive;
import credence.service.port.AuditLog;
import credence.service.port.FactLog;
import credence.service.port.ProfileStore;
import credence.service.port.SettingsStore;
import credence.service.port.SnapshotStore;
import credence.service.port.StoreException;
import credence.service.port.WorkspaceStore;

import org.h2.engine.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One workspace folder with its H2 database, held by this program until closed.
///
/// Whatever a method here reports as done survives the death of the process at any later moment.
public final class H2Workspace implements WorkspaceStore {

    static final String DATABASE_FILE = "credence.mv.db";

    private static final Logger LOG = LoggerFactory.getLogger(H2Workspace.class);
    private static final String BASE = "credence";

    /// A database is made under this name and gets its own when it is finished, so that one called
    /// `credence.mv.db` is never half made, and an empty one is damage.
    private static final String UNFINISHED_BASE = "credence-unfinished";

    private static final List<String> FOLDERS = List.of("archive", "backups", "reports", "logs");

    private final Path directory;
    private final WorkspaceLock lock;
    private final Database database;
    private final FolderArchive archive;
    private final FactLog facts;
    private final SnapshotStore snapshots;
    private final SettingsStore settings;
    private final AuditLog audit;
    private final ProfileStore profiles;

    private H2Workspace(
            Path directory, WorkspaceLock lock, Database database, Disk disk, Trouble trouble) {
        this.directory = directory;
        this.lock = lock;
        this.database = database;
        this.archive =
                new FolderArchive(directory.resolve("archive"), database.writable(), disk, trouble);
        this.facts = new H2FactLog(database, trouble);
        this.snapshots = new SnapshotTable(database);
        this.settings = new SettingTable(database);
        this.audit = new AuditTable(database);
        this.profiles =
                new FolderProfiles(
                        directory.resolve("profiles"), database.writable(), disk, trouble);
    }

    /// Opens the workspace in a folder, making folder and database when they are not there (the folder above must
    /// be). Where the folder cannot be written, an existing workspace opens for reading.
    ///
    /// @param program which face of the program asks, told to whoever comes second: `desktop`, `command`
    /// @param application version of the program, recorded in the workspace
    /// @param clock for the lock's "since", with the zone in which a second program tells it
    /// @throws StoreException when it cannot be opened; the message says why, and nothing is left half done. It is a
    ///     [credence.service.port.WorkspaceInUse] when another program has it, which is said at once
    public static H2Workspace open(
            Path directory, String program, String application, Clock clock) {
        return open(directory, program, application, clock, new LocalDisk());
    }

    static H2Workspace open(
            Path directory, String program, String application, Clock clock, Disk disk) {
        Path wanted = directory.toAbsolutePath().normalize();
        Trouble trouble = new Trouble(wanted);
        boolean made = false;
        try {
            made = requireFolder(wanted, disk, trouble);
            return openFolder(wanted.toRealPath(), program, application, clock, disk, trouble);
        } catch (IOException e) {
            removeIfMade(wanted, made);
            throw trouble.because("The workspace cannot be opened", e);
        } catch (RuntimeException | Error e) {
            removeIfMade(wanted, made);
            throw e;
        }
    }

    /// @return whether the folder was made just now
    private static boolean requireFolder(Path directory, Disk disk, Trouble trouble) {
        if (directory.toString().indexOf(';') >= 0) {
            throw new StoreException(
                    "The workspace folder "
                            + directory
                            + " has a semicolon in its name, which the database engine cannot open."
                            + " Choose a folder without one.");
        }
        if (Files.isDirectory(directory)) {
            return false;
        }
        if (Files.exists(directory)) {
            throw new StoreException(
                    directory
                            + " is a file. A workspace is a folder: choose a folder, or a new"
                            + " name.");
        }
        Path above = directory.getParent();
        if (above == null || !Files.isDirectory(above)) {
            throw new StoreException(
                    "The workspace "
                            + directory
                            + " cannot be made, because there is no folder "
                            + above
                            + ". Make that folder first, or check the spelling.");
        }
        try {
            disk.createFolder(directory);
        } catch (IOException e) {
            throw trouble.because("The workspace " + directory + " cannot be made", e);
        }
        return true;
    }

    private static H2Workspace openFolder(
            Path directory,
            String program,
            String application,
            Clock clock,
            Disk disk,
            Trouble trouble)
            throws IOException {
        Provenance now = new Provenance(Constants.VERSION, Schema.CURRENT, application);
        WorkspaceLock lock = WorkspaceLock.take(directory, disk, program, clock, trouble);
        try {
            Optional<Provenance> before = Provenance.read(directory);
            if (before.isPresent()) {
                before.get().requireNotNewerThan(now, directory);
            }
            Path file = directory.resolve(DATABASE_FILE);
            boolean writable = lock.writable() && (!Files.exists(file) || Files.isWritable(file));
            if (!writable) {
                requireExisting(file);
            } else {
                for (String folder : FOLDERS) {
                    disk.createFolder(directory.resolve(folder));
                }
                if (!before.equals(Optional.of(now))) {
                    now.write(directory, disk);
                }
                if (!Files.exists(file)) {
                    create(directory, now, disk, trouble);
                }
            }
            if (Files.size(file) == 0) {
                throw trouble.damaged(
                        "The workspace cannot be opened", new IOException("the file is empty"));
            }
            Database database = openDatabase(directory, BASE, writable, disk, trouble);
            try {
                bringUpToDate(new Schema(database), now, directory, trouble);
                return new H2Workspace(directory, lock, database, disk, trouble);
            } catch (RuntimeException | Error e) {
                database.close();
                throw e;
            }
        } catch (IOException | RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static void requireExisting(Path file) {
        if (!Files.exists(file)) {
            throw new StoreException(
                    "There is no workspace in "
                            + file.getParent()
                            + ", and none can be made there because the folder cannot be written."
                            + " Change its permissions, or choose another folder.");
        }
    }

    private static void create(Path directory, Provenance now, Disk disk, Trouble trouble)
            throws IOException {
        Path unfinished = directory.resolve(UNFINISHED_BASE + ".mv.db");
        Files.deleteIfExists(unfinished);
        try {
            try (Database database =
                    openDatabase(directory, UNFINISHED_BASE, true, disk, trouble)) {
                Schema schema = new Schema(database);
                schema.migrate(trouble);
                schema.record(now);
            }
            disk.rename(unfinished, directory.resolve(DATABASE_FILE));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    private static Database openDatabase(
            Path directory, String base, boolean writable, Disk disk, Trouble trouble) {
        try {
            return new Database(
                    disk.databaseFileSystem(), directory.resolve(base), writable, trouble);
        } catch (SQLException e) {
            throw trouble.becauseReading("The workspace cannot be opened", e);
        }
    }

    private static void bringUpToDate(
            Schema schema, Provenance now, Path directory, Trouble trouble) {
        int version = schema.version();
        if (version < Schema.CURRENT) {
            if (!schema.writable()) {
                throw new StoreException(
                        "The workspace "
                                + directory
                                + " was written by an older Credence and cannot be brought up to"
                                + " date, because its folder cannot be written. Open it once where"
                                + " it can be written.");
            }
            LOG.info("bringing the database from form {} to form {}", version, Schema.CURRENT);
            schema.migrate(trouble);
        }
        Provenance said = schema.provenance();
        said.requireNotNewerThan(now, directory);
        if (schema.writable() && !said.equals(now)) {
            schema.record(now);
        }
    }

    private static void removeIfMade(Path directory, boolean made) {
        if (!made) {
            return;
        }
        try {
            for (String folder : FOLDERS) {
                Files.deleteIfExists(directory.resolve(folder));
            }
            Files.deleteIfExists(directory.resolve(WorkspaceLock.FILE));
            Files.deleteIfExists(directory.resolve(Provenance.FILE));
            Files.deleteIfExists(directory.resolve(Provenance.UNFINISHED_FILE));
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            LOG.warn("could not remove the unfinished workspace {}", directory, e);
        }
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public FactLog facts() {
        return facts;
    }

    @Override
    public Archive archive() {
        return archive;
    }

    @Override
    public SnapshotStore snapshots() {
        return snapshots;
    }

    @Override
    public SettingsStore settings() {
        return settings;
    }

    @Override
    public AuditLog audit() {
        return audit;
    }

    @Override
    public ProfileStore profiles() {
        return profiles;
    }

    @Override
    public StoreHealth health() {
        FolderArchive.Size size = archive.size();
        return new StoreHealth(
                "H2 " + Constants.VERSION,
                new Schema(database).version(),
                directory.resolve(DATABASE_FILE).toFile().length(),
                size.files(),
                size.bytes(),
                database.writable());
    }

    @Override
    public <T> T together(String what, Supplier<T> changes) {
        return database.change(what, _ -> changes.get());
    }

    /// Closes the database in order, then lets the next program in. Closing twice is harmless.
    @Override
    public void close() {
        database.close();
        lock.close();
    }
}
