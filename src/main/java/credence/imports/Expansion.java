package credence.imports;

import credence.service.port.Progress;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/// How much of one compressed file may still be unpacked; counts over all that it holds, archives in archives included.
///
/// For one thread.
public final class Expansion {

    private static final int CHUNK = 1 << 16;
    private static final int HARMLESS = 1 << 20;

    private final ImportLimits limits;
    private final Progress progress;
    private long expanded;
    private int entries;
    private boolean exhausted;

    public Expansion(ImportLimits limits, Progress progress) {
        this.limits = limits;
        this.progress = progress;
    }

    /// Whether a limit was met: then nothing of the compressed file may be used.
    boolean exhausted() {
        return exhausted;
    }

    /// @throws UnreadableFile when the archive holds more files than any journal does
    void entry() throws UnreadableFile {
        if (++entries > limits.maxEntries()) {
            exhausted = true;
            throw new UnreadableFile(
                    "The archive holds more than " + limits.maxEntries() + " files.",
                    "Unpack it and import the journals that are in it.");
        }
    }

    /// Reads an unpacking stream to its end.
    ///
    /// @param name of the file being unpacked, for messages
    /// @param compressed bytes that it came from
    /// @throws UnreadableFile when it is damaged, or becomes too big
    byte[] all(InputStream unpacking, String name, long compressed) throws UnreadableFile {
        ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
        byte[] buffer = new byte[CHUNK];
        try {
            for (int n = unpacking.read(buffer); n >= 0; n = unpacking.read(buffer)) {
                progress.checkCancelled();
                grow(n, out.size() + (long) n, compressed, name);
                out.write(buffer, 0, n);
            }
        } catch (EOFException | ZipException _) {
            throw damaged(name);
        } catch (IOException e) {
            throw new UnreadableFile(
                    Shown.cut(name) + " could not be unpacked: " + e.getMessage() + ".",
                    "Download or compress it again.");
        }
        return out.toByteArray();
    }

    private void grow(int n, long size, long compressed, String name) throws UnreadableFile {
        expanded += n;
        if (expanded > limits.maxExpandedBytes()) {
            exhausted = true;
            throw new UnreadableFile(
                    "Unpacked it is too big: more than "
                            + Shown.bytes(limits.maxExpandedBytes())
                            + ".",
                    "Check that it is the right file; unpack it and import the journals that are in"
                            + " it one by one.");
        }
        if (size > HARMLESS && size / limits.maxRatio() > compressed) {
            exhausted = true;
            throw new UnreadableFile(
                    Shown.cut(name)
                            + " grows to more than "
                            + limits.maxRatio()
                            + " times its size when it is unpacked; no journal does.",
                    "This looks like a trap for programs that unpack files: do not use it.");
        }
    }

    static UnreadableFile damaged(String name) {
        return new UnreadableFile(
                Shown.cut(name) + " is damaged or cut off and cannot be unpacked.",
                "Download or compress it again.");
    }
}
