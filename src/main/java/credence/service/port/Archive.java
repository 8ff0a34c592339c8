package credence.service.port;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Every imported file as it was, by content. One blob may serve several files.
public interface Archive {

    /// Keeps a copy of the file under its hash: written beside, synced, renamed. Doing it twice is harmless.
    ///
    /// @throws StoreException when the copy cannot be made or the file's content is not what the hash says
    default void put(String sha256, Path file) {
        Path name = file.getFileName();
        put(
                sha256,
                name == null ? file.toString() : name.toString(),
                () -> Files.newInputStream(file));
    }

    /// Keeps bytes under their hash in the same way.
    ///
    /// @param name of the file, for messages
    /// @throws StoreException when the copy cannot be made or the content is not what the hash says
    void put(String sha256, String name, Content content);

    boolean contains(String sha256);

    /// @throws StoreException when the archive holds no such blob
    InputStream open(String sha256);

    /// Takes back a copy that nothing refers to: an import was given up after its files were put. Half a
    /// copy goes too. Harmless when there is none.
    void remove(String sha256);
}
