package credence.imports;

import credence.service.port.Progress;
import credence.service.port.mapping.Finding;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Brings a file into memory and hashes it on the way; stops at the first sign that it is no journal.
final class FileLoader {

    /// Delimited text up to here is held in memory; larger one is read from the file as often as it is needed.
    static final long HELD = 2L << 20;

    private static final int CHUNK = 1 << 16;

    /// Opens a file; its own type so that a test can let a disk fail.
    @FunctionalInterface
    interface Opener {
        InputStream open(Path file) throws IOException;
    }

    /// @param bytes the file's content; none when `text` reads it from the file
    /// @param sha256 in lower-case hexadecimal
    /// @param text of a file that is too large to be held
    record Loaded(byte[] bytes, String sha256, Container container, @Nullable FileText text) {

        /// Name of the encoding that decoding settles on.
        String encoding() {
            return text == null ? Encoding.nameOf(bytes) : text.encoding();
        }

        /// In which encoding the text is read, and how that is known.
        Finding written(Optional<Charset> stated) {
            int mark =
                    text == null
                            ? Encoding.guess(bytes, bytes.length).bomLength(bytes, bytes.length)
                            : text.bomLength();
            boolean plain = text == null && Encoding.ascii(bytes, mark);
            return Encoding.written(encoding(), mark > 0, plain, stated);
        }
    }

    private final ImportLimits limits;
    private final Opener opener;
    private final long held;

    /// @param held bytes of delimited text up to which it is held in memory
    FileLoader(ImportLimits limits, Opener opener, long held) {
        this.limits = limits;
        this.opener = opener;
        this.held = held;
    }

    /// @throws UnreadableFile when the file is missing, no file, empty, too big, not text, or the medium fails
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    Loaded load(Path file, Progress progress) throws UnreadableFile {
        check(file);
        try (InputStream in = opener.open(file)) {
            long size = Files.size(file);
            if (size > limits.maxBytes()) {
                throw tooBig(Shown.bytes(size));
            }
            if (size > held) {
                byte[] head = in.readNBytes(CHUNK);
                if (Container.of(head, head.length) == Container.TEXT) {
                    return survey(file, in, head, size, progress);
                }
                return whole(
                        new SequenceInputStream(new ByteArrayInputStream(head), in),
                        size,
                        progress);
            }
            return whole(in, size, progress);
        } catch (NoSuchFileException _) {
            throw new UnreadableFile("There is no such file.", "Check the name and the folder.");
        } catch (AccessDeniedException _) {
            throw new UnreadableFile(
                    "You are not allowed to read this file.",
                    "Give yourself permission to read it, or copy it elsewhere.");
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static UnreadableFile unreadable(IOException e) {
        if (e instanceof CharacterCodingException) {
            return new UnreadableFile(
                    "The file holds bytes that are not of the encoding that was said.",
                    "Name another encoding, or none to have it found out.");
        }
        return new UnreadableFile(
                "The file could not be read: " + e.getMessage() + ".",
                "Check that the disk or drive is still there, then try again.");
    }

    private Loaded whole(InputStream in, long size, Progress progress)
            throws IOException, UnreadableFile {
        Loaded loaded = read(in, size, progress);
        return loaded.container() == Container.ZIP && workbook(loaded.bytes(), progress)
                ? new Loaded(loaded.bytes(), loaded.sha256(), Container.XLSX, null)
                : loaded;
    }

    /// Looks at all of a text that is too large to be held.
    private Loaded survey(Path file, InputStream in, byte[] head, long size, Progress progress)
            throws IOException, UnreadableFile {
        MessageDigest digest = sha256();
        LineLengths lines = new LineLengths(limits.maxLineLength());
        EncodingSurvey encoding = new EncodingSurvey(head, head.length);
        byte[] chunk = head;
        int read = head.length;
        long length = 0;
        byte last = 0;
        while (read > 0) {
            progress.checkCancelled();
            lines.check(chunk, 0, read);
            encoding.add(chunk, read, length == 0);
            digest.update(chunk, 0, read);
            length += read;
            last = lastCharacter(chunk, read, last);
            if (length > limits.maxBytes()) {
                throw tooBig("more than " + Shown.bytes(limits.maxBytes()));
            }
            progress.update("Reading", length, size);
            read = in.readNBytes(chunk, 0, chunk.length);
        }
        return new Loaded(
                new byte[0],
                HexFormat.of().formatHex(digest.digest()),
                Container.TEXT,
                new FileText(file, opener, encoding, last == '\n' || last == '\r'));
    }

    /// The last byte that is not the empty half of a UTF-16 character.
    private static byte lastCharacter(byte[] bytes, int length, byte before) {
        for (int i = length - 1; i >= 0 && i >= length - 2; i--) {
            if (bytes[i] != 0) {
                return bytes[i];
            }
        }
        return before;
    }

    private boolean workbook(byte[] bytes, Progress progress) throws UnreadableFile {
        return new ZipArchive(bytes, new Expansion(limits, progress)).isWorkbook();
    }

    private void check(Path file) throws UnreadableFile {
        if (Files.isDirectory(file)) {
            throw new UnreadableFile(
                    "This is a folder, not a file.",
                    "Name the files in it, for example FOLDER/*.csv.");
        }
        if (!Files.exists(file)) {
            throw new UnreadableFile("There is no such file.", "Check the name and the folder.");
        }
        if (!Files.isRegularFile(file)) {
            throw new UnreadableFile(
                    "This is a device or a pipe, not a file.",
                    "Save the export to a file first, then import that.");
        }
    }

    /// Holds a file out of an archive to what holds for every file.
    ///
    /// @throws UnreadableFile when it is empty or no text, or has a line that is too long
    Container check(byte[] bytes) throws UnreadableFile {
        Container container = Container.of(bytes, Math.min(bytes.length, CHUNK));
        if (container == Container.EMPTY) {
            throw new UnreadableFile("The file is empty.", "Leave it out.");
        }
        refuseBinary(container);
        if (container == Container.TEXT) {
            new LineLengths(limits.maxLineLength()).check(bytes, 0, bytes.length);
        }
        return container;
    }

    private Loaded read(InputStream in, long size, Progress progress)
            throws IOException, UnreadableFile {
        MessageDigest digest = sha256();
        byte[] bytes = new byte[(int) Math.max(size, CHUNK)];
        int length = 0;
        Container container = Container.EMPTY;
        LineLengths lines = new LineLengths(limits.maxLineLength());
        while (true) {
            progress.checkCancelled();
            if (length == bytes.length) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                // The file is longer than it said: it is growing, or a system file without a size.
                bytes =
                        Arrays.copyOf(
                                bytes, (int) Math.min(2L * bytes.length, limits.maxBytes() + 1));
                bytes[length] = (byte) next;
                digest.update(bytes, length, 1);
                length++;
            }
            int read = in.readNBytes(bytes, length, Math.min(CHUNK, bytes.length - length));
            if (length == 0 && read > 0) {
                container = Container.of(bytes, read);
                refuseBinary(container);
            }
            if (container == Container.TEXT) {
                lines.check(bytes, length, read);
            }
            digest.update(bytes, length, read);
            length += read;
            if (length > limits.maxBytes()) {
                throw tooBig("more than " + Shown.bytes(limits.maxBytes()));
            }
            progress.update("Reading", length, size);
            if (read == 0 && length < bytes.length) {
                break;
            }
        }
        if (length == 0) {
            throw new UnreadableFile(
                    "The file is empty.",
                    "Export it again; a journal has a header and at least one row.");
        }
        return new Loaded(
                length == bytes.length ? bytes : Arrays.copyOf(bytes, length),
                HexFormat.of().formatHex(digest.digest()),
                container,
                null);
    }

    private static void refuseBinary(Container container) throws UnreadableFile {
        switch (container) {
            case PDF, IMAGE, DATABASE, EXCEL_OLD, BINARY ->
                    throw new UnreadableFile(
                            container == Container.BINARY
                                    ? "This is not a text file."
                                    : "This is " + container.words() + ", not a journal.",
                            "Export the trades as CSV and import that.");
            default -> {}
        }
    }

    private UnreadableFile tooBig(String size) {
        return new UnreadableFile(
                "The file is too big: "
                        + size
                        + ", the limit is "
                        + Shown.bytes(limits.maxBytes())
                        + ".",
                "Check that it is the right file, or export shorter spans of time.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Finds a line that is too long before the rest of it is read.
    private static final class LineLengths {

        private final int longest;
        private long line = 1;
        private int length;

        LineLengths(int longest) {
            this.longest = longest;
        }

        void check(byte[] bytes, int from, int count) throws UnreadableFile {
            for (int i = from; i < from + count; i++) {
                byte b = bytes[i];
                if (b == '\n' || b == '\r') {
                    line += b == '\n' ? 1 : 0;
                    length = 0;
                } else if (++length > longest) {
                    throw new UnreadableFile(
                            line,
                            "",
                            new String(
                                    bytes,
                                    Math.max(from, i - length + 1),
                                    60,
                                    java.nio.charset.StandardCharsets.ISO_8859_1),
                            "Line " + line + " is longer than " + Shown.bytes(longest) + ".",
                            "This is no journal, or its line ends were lost: export it again.");
                }
            }
        }
    }
}
