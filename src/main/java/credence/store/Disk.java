package credence.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// What the store does to files beside the database: the seam at which a test lets a disk be full or read-only.
interface Disk {

    /// Writes a whole file, replacing what is there, and returns once it is on the medium.
    void write(InputStream content, Path to) throws IOException;

    /// Gives a finished file its final name in one step, replacing what is there, durable on return.
    void rename(Path from, Path to) throws IOException;

    /// Creates a folder unless it is there.
    void createFolder(Path folder) throws IOException;

    /// Opens a file for reading and writing, creating it when absent.
    ///
    /// @throws IOException among others when the folder cannot be written
    FileChannel openForLock(Path file) throws IOException;

    /// Where in H2's file systems the database lies: its real disk.
    default String databaseFileSystem() {
        return "file:";
    }
}
