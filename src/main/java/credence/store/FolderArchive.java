package credence.store;

import credence.service.port.Archive;
import credence.service.port.Content;
import credence.service.port.StoreException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The archive as files named by their content: `archive/ab/cdef…`, the first two digits of the hash being the folder.
final class FolderArchive implements Archive {

    /// How many files it holds and how long they are together.
    record Size(long files, long bytes) {}

    private static final Logger LOG = LoggerFactory.getLogger(FolderArchive.class);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final boolean writable;
    private final Disk disk;
    private final Trouble trouble;

    FolderArchive(Path folder, boolean writable, Disk disk, Trouble trouble) {
        this.folder = folder;
        this.writable = writable;
        this.disk = disk;
        this.trouble = trouble;
    }

    @Override
    public void put(String sha256, String name, Content content) {
        String what = "The file " + name + " was not archived";
        Path target = place(sha256);
        if (!writable) {
            throw new StoreException(
                    what
                            + ": the workspace is open for reading only, because its folder cannot"
                            + " be written. Change the folder's permissions, or choose another"
                            + " workspace.");
        }
        try {
            if (!hash(content).equals(sha256)) {
                throw new StoreException(
                        what
                                + ": it changed while it was being read. Import it again when it is"
                                + " finished.");
            }
            if (Files.exists(target) && hash(() -> Files.newInputStream(target)).equals(sha256)) {
                return;
            }
            disk.createFolder(folder);
            disk.createFolder(folder.resolve(sha256.substring(0, 2)));
            copy(content, target, sha256, what);
        } catch (IOException e) {
            throw trouble.because(what, e);
        }
    }

    private void copy(Content content, Path target, String sha256, String what) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        Sha256 hash = new Sha256();
        try {
            try (InputStream in = new DigestInputStream(content.open(), hash.digest())) {
                disk.write(in, unfinished);
            }
            if (!hash.hex().equals(sha256)) {
                throw new StoreException(
                        what
                                + ": it changed while it was being copied. Import it again when it"
                                + " is finished.");
            }
            disk.rename(unfinished, target);
        } catch (IOException | RuntimeException e) {
            delete(unfinished);
            throw e;
        }
    }

    @Override
    public boolean contains(String sha256) {
        return Files.isRegularFile(place(sha256));
    }

    @Override
    public InputStream open(String sha256) {
        Path file = place(sha256);
        if (!Files.isRegularFile(file)) {
            throw new StoreException(
                    "The archive holds no file with the hash "
                            + sha256
                            + ": "
                            + file
                            + " is missing.");
        }
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw trouble.because("The archived file " + file + " could not be read", e);
        }
    }

    @Override
    public void remove(String sha256) {
        Path file = place(sha256);
        delete(file);
        delete(file.resolveSibling(file.getFileName() + UNFINISHED));
        try {
            Files.deleteIfExists(folder.resolve(sha256.substring(0, 2)));
        } catch (IOException _) {
            LOG.debug("the folder of {} holds other files", file);
        }
    }

    Size size() {
        if (!Files.isDirectory(folder)) {
            return new Size(0, 0);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            long files = 0;
            long bytes = 0;
            for (Path file : (Iterable<Path>) all::iterator) {
                if (Files.isRegularFile(file) && !file.toString().endsWith(UNFINISHED)) {
                    files++;
                    bytes += Files.size(file);
                }
            }
            return new Size(files, bytes);
        } catch (IOException e) {
            throw trouble.because("The archive could not be measured", e);
        }
    }

    /// Only a hash names a file: no path can be smuggled in.
    private Path place(String sha256) {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    private static String hash(Content content) throws IOException {
        Sha256 hash = new Sha256();
        try (InputStream in = content.open()) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                hash.digest().update(buffer, 0, n);
            }
        }
        return hash.hex();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("could not remove the copy {}", file, e);
        }
    }
}
