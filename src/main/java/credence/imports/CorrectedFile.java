package credence.imports;

import credence.service.port.Content;
import credence.service.port.Correction;
import credence.service.port.Progress;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/// A file with some of its lines written anew. The file on the disk stays as it is: its bytes and the new lines are joined while they are
/// read, and lines that were not written anew keep every byte.
final class CorrectedFile implements Content {

    /// Bytes of the file that give way to others.
    private record Patch(long from, long to, byte[] bytes) {}

    private static final int HEAD = 1 << 16;

    private final Path file;
    private final FileLoader.Opener opener;
    private final List<Patch> patches = new ArrayList<>();
    private final List<Correction> corrections = new ArrayList<>();
    private String original = "";

    private CorrectedFile(Path file, FileLoader.Opener opener) {
        this.file = file;
        this.opener = opener;
    }

    /// @param texts new text by line
    /// @param stated encoding by the trader's word
    /// @throws UnreadableFile when the file is not delimited text, has no such line, or cannot hold the new text
    static CorrectedFile of(
            Path file,
            FileLoader.Opener opener,
            SortedMap<Integer, String> texts,
            Optional<Charset> stated,
            ImportLimits limits,
            Progress progress)
            throws UnreadableFile, IOException {
        CorrectedFile corrected = new CorrectedFile(file, opener);
        corrected.read(texts, stated, limits, progress);
        return corrected;
    }

    private void read(
            SortedMap<Integer, String> texts,
            Optional<Charset> stated,
            ImportLimits limits,
            Progress progress)
            throws UnreadableFile, IOException {
        MessageDigest digest = sha256();
        EncodingSurvey survey;
        try (InputStream in = new DigestInputStream(opener.open(file), digest)) {
            byte[] chunk = in.readNBytes(HEAD);
            requireText(chunk);
            survey = new EncodingSurvey(chunk, chunk.length);
            int read = chunk.length;
            boolean first = true;
            while (read > 0) {
                progress.checkCancelled();
                survey.add(chunk, read, first);
                first = false;
                read = in.readNBytes(chunk, 0, chunk.length);
            }
        }
        original = HexFormat.of().formatHex(digest.digest());
        Encoding encoding = survey.verdict();
        Charset charset =
                survey.bomLength() == 0 ? stated.orElse(encoding.charset()) : encoding.charset();
        List<Patch> found = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        try (InputStream in = opener.open(file)) {
            new LineScan(encoding, survey.bomLength())
                    .each(
                            in,
                            (number, from, to) -> {
                                if (texts.containsKey(number)) {
                                    found.add(new Patch(from, to, new byte[0]));
                                    numbers.add(number);
                                }
                                return number < texts.lastKey();
                            });
        }
        if (numbers.size() < texts.size()) {
            int missing =
                    texts.keySet().stream().filter(n -> !numbers.contains(n)).findFirst().orElse(0);
            throw new UnreadableFile(
                    "The file has no line " + missing + ", which was to be corrected.",
                    "Take the correction back, or give the right line.");
        }
        for (int i = 0; i < numbers.size(); i++) {
            patch(numbers.get(i), found.get(i), texts, charset, limits);
        }
    }

    private void patch(
            int line,
            Patch place,
            SortedMap<Integer, String> texts,
            Charset charset,
            ImportLimits limits)
            throws UnreadableFile, IOException {
        String after = Objects.requireNonNull(texts.get(line));
        if (after.indexOf('\n') >= 0 || after.indexOf('\r') >= 0) {
            throw new UnreadableFile(
                    line,
                    "",
                    after,
                    "The correction of line " + line + " holds a line end.",
                    "Write the row as one line.");
        }
        String before = new String(bytes(place), charset);
        if (before.equals(after)) {
            return;
        }
        byte[] bytes;
        try {
            ByteBuffer encoded =
                    charset.newEncoder()
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .encode(java.nio.CharBuffer.wrap(after));
            bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
        } catch (CharacterCodingException _) {
            throw new UnreadableFile(
                    line,
                    "",
                    after,
                    "The correction of line "
                            + line
                            + " holds a character that a file in "
                            + charset
                            + " cannot hold.",
                    "Write it with other characters.");
        }
        if (bytes.length > limits.maxLineLength()) {
            throw new UnreadableFile(
                    line,
                    "",
                    after,
                    "The correction of line "
                            + line
                            + " is longer than "
                            + Shown.bytes(limits.maxLineLength())
                            + ".",
                    "Write a shorter row.");
        }
        patches.add(new Patch(place.from(), place.to(), bytes));
        corrections.add(new Correction(line, before, after));
    }

    private byte[] bytes(Patch place) throws IOException {
        try (InputStream in = opener.open(file)) {
            in.skipNBytes(place.from());
            return in.readNBytes((int) (place.to() - place.from()));
        }
    }

    private static void requireText(byte[] head) throws UnreadableFile {
        Container container = Container.of(head, head.length);
        if (container != Container.TEXT) {
            throw new UnreadableFile(
                    "Single rows can only be corrected in delimited text; this is "
                            + container.words()
                            + ".",
                    "Correct it where it comes from and export it again, or leave the row out.");
        }
    }

    /// Content hash of the file as it is on the disk.
    String original() {
        return original;
    }

    /// Lines that say something else now, first to last; none when every new text is the old one.
    List<Correction> corrections() {
        return Collections.unmodifiableList(corrections);
    }

    @Override
    public InputStream open() throws IOException {
        List<InputStream> parts = new ArrayList<>();
        InputStream in = opener.open(file);
        long place = 0;
        for (Patch p : patches) {
            parts.add(new Stretch(in, p.from() - place, p.to() - p.from()));
            parts.add(new ByteArrayInputStream(p.bytes()));
            place = p.to();
        }
        parts.add(in);
        return new SequenceInputStream(Collections.enumeration(parts)) {
            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Some bytes of a stream, after which others are left out.
    private static final class Stretch extends InputStream {

        private final InputStream in;
        private final long left;
        private long remaining;
        private boolean ended;

        Stretch(InputStream in, long length, long left) {
            this.in = in;
            this.remaining = length;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (remaining == 0) {
                if (!ended) {
                    ended = true;
                    in.skipNBytes(left);
                }
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, remaining));
            if (read < 0) {
                throw new IOException("it changed while it was being read");
            }
            remaining -= read;
            return read;
        }
    }
}
