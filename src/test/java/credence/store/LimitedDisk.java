package credence.store;

import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/// A disk with room for so many bytes: every write beyond fails as the operating system fails it, for the archive
/// and for the database's own file, byte by byte.
final class LimitedDisk implements Disk {

    /// Bytes that may still be written. One for all: H2 makes its files by class, not by object.
    static final AtomicLong ROOM = new AtomicLong(Long.MAX_VALUE);

    private final LocalDisk real = new LocalDisk();

    LimitedDisk() {
        FilePath.register(new LimitedPath());
        ROOM.set(Long.MAX_VALUE);
    }

    private static IOException full() {
        return new IOException("No space left on device");
    }

    private static void take(long bytes) throws IOException {
        if (ROOM.addAndGet(-bytes) < 0) {
            ROOM.set(0);
            throw full();
        }
    }

    @Override
    public void write(InputStream content, Path to) throws IOException {
        InputStream counted =
                new FilterInputStream(content) {
                    @Override
                    public int read() throws IOException {
                        int b = in.read();
                        take(b < 0 ? 0 : 1);
                        return b;
                    }

                    @Override
                    public int read(byte[] to, int from, int length) throws IOException {
                        int n = in.read(to, from, length);
                        take(Math.max(n, 0));
                        return n;
                    }
                };
        real.write(counted, to);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        real.rename(from, to);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        take(Files.exists(folder) ? 0 : 1);
        real.createFolder(folder);
    }

    @Override
    public FileChannel openForLock(Path file) throws IOException {
        return real.openForLock(file);
    }

    @Override
    public String databaseFileSystem() {
        return "limited:";
    }

    /// The real file system under another name.
    public static final class LimitedPath extends FilePathWrapper {

        @Override
        public String getScheme() {
            return "limited";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new LimitedChannel(super.open(mode));
        }
    }

    private static final class LimitedChannel extends FileBase {

        private final FileChannel real;

        LimitedChannel(FileChannel real) {
            this.real = real;
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            return real.read(to);
        }

        @Override
        public synchronized int read(ByteBuffer to, long position) throws IOException {
            return real.read(to, position);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return write(from, real.position());
        }

        /// Writes what fits, as a real disk does, then fails.
        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            long room = ROOM.get();
            if (from.remaining() > room) {
                ByteBuffer fitting = from.duplicate();
                fitting.limit(fitting.position() + (int) room);
                real.write(fitting, position);
            }
            take(from.remaining());
            return real.write(from, position);
        }

        @Override
        public long position() throws IOException {
            return real.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            real.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            real.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metadata) throws IOException {
            real.force(metadata);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return real.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}
