package credence.app;

import credence.desktop.desk.Memory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// What the desktop remembers, in the file `desktop.properties` of the trader's workspace. Beside the database, not in it: the window
/// must know its size before the database is open, and a column's width is no reason to wait for a disk.
final class MemoryFile implements Memory {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryFile.class);

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();
    private boolean changed;

    MemoryFile(Path workspace) {
        this.file = workspace.resolve("desktop.properties");
        if (Files.isRegularFile(file)) {
            Properties read = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                read.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("{} cannot be read; the window starts as if new", file, e);
            }
            read.stringPropertyNames().forEach(name -> values.put(name, read.getProperty(name)));
        }
    }

    @Override
    public synchronized Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public synchronized void put(String name, String value) {
        changed |= !value.equals(values.put(name, value));
    }

    @Override
    public synchronized void remove(String name) {
        changed |= values.remove(name) != null;
    }

    /// Writes what has changed. A folder that cannot be written is no failure: then the window starts as it did before.
    synchronized void save() {
        if (!changed) {
            return;
        }
        Properties all = new Properties();
        values.forEach(all::setProperty);
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling("desktop.properties.new");
            try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                all.store(
                        writer,
                        "What the window remembers. Deleting this file loses nothing else.");
            }
            move(fresh);
            changed = false;
        } catch (IOException e) {
            LOG.warn("{} cannot be written; the window will start as it did before", file, e);
        }
    }

    private void move(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
