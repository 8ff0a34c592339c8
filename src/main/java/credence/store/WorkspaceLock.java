package credence.store;

import credence.service.port.StoreException;
import credence.service.port.WorkspaceInUse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right of one program to a workspace folder: a lock of the operating system on one file, which ends with the
/// process however it ends. The file also says who holds it; what it says counts only while the lock is held, so
/// the leftover of a killed program blocks nobody.
final class WorkspaceLock implements AutoCloseable {

    static final String FILE = "credence.lock";

    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceLock.class);

    /// Far behind the text: where a lock also forbids reading (Windows), the text stays readable.
    private static final long PLACE = Long.MAX_VALUE - 1;

    /// Folders that this process holds. The operating system's lock belongs to the process as a whole, and closing
    /// any second channel on the file would silently give it up; so the process has to remember by itself.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final boolean writable;
    private final @Nullable FileChannel channel;

    private WorkspaceLock(Path directory, boolean writable, @Nullable FileChannel channel) {
        this.directory = directory;
        this.writable = writable;
        this.channel = channel;
    }

    /// Takes the lock at once or says who has it. In a folder that cannot be written the lock is one for reading.
    ///
    /// @param directory an existing folder, as a real path
    /// @param program which face of the program asks: `desktop`, `command`
    /// @throws WorkspaceInUse when another program has the folder
    static WorkspaceLock take(
            Path directory, Disk disk, String program, Clock clock, Trouble trouble) {
        if (!HELD_HERE.add(directory)) {
            throw new StoreException(
                    "This program has the workspace " + directory + " open already.");
        }
        try {
            return lock(directory, disk, program, clock, trouble);
        } catch (RuntimeException | Error e) {
            HELD_HERE.remove(directory);
            throw e;
        }
    }

    private static WorkspaceLock lock(
            Path directory, Disk disk, String program, Clock clock, Trouble trouble) {
        Path file = directory.resolve(FILE);
        FileChannel channel;
        try {
            channel = disk.openForLock(file);
        } catch (IOException e) {
            if (!trouble.isReadOnly(e)) {
                throw trouble.because("The workspace cannot be locked", e);
            }
            return lockForReading(directory, file, clock, trouble);
        }
        try {
            if (tryLock(channel, false) == null) {
                throw held(directory, file, clock);
            }
            byte[] text =
                    LockHolder.current(program, clock).text().getBytes(StandardCharsets.UTF_8);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text), 0);
            return new WorkspaceLock(directory, true, channel);
        } catch (IOException e) {
            close(channel);
            throw trouble.because("The workspace cannot be locked", e);
        } catch (RuntimeException | Error e) {
            close(channel);
            throw e;
        }
    }

    /// Readers share; only a program that writes shuts them out.
    private static WorkspaceLock lockForReading(
            Path directory, Path file, Clock clock, Trouble trouble) {
        if (!Files.isReadable(file)) {
            return new WorkspaceLock(directory, false, null);
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            if (tryLock(channel, true) == null) {
                close(channel);
                throw held(directory, file, clock);
            }
            return new WorkspaceLock(directory, false, channel);
        } catch (IOException e) {
            throw trouble.because("The workspace cannot be locked", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel, boolean shared)
            throws IOException {
        try {
            return channel.tryLock(PLACE, 1, shared);
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static WorkspaceInUse held(Path directory, Path file, Clock clock) {
        String who;
        try {
            who = LockHolder.parse(Files.readString(file)).describe(clock);
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("the lock file does not say who holds it", e);
            who = "Another program";
        }
        return new WorkspaceInUse(
                who,
                who
                        + " is using this workspace: "
                        + directory
                        + ". Close it first, or choose another workspace.");
    }

    boolean writable() {
        return writable;
    }

    @Override
    public void close() {
        if (channel != null) {
            close(channel);
        }
        HELD_HERE.remove(directory);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("could not close the lock file", e);
        }
    }
}
