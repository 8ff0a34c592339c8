package credence.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// The files in a ZIP archive held in memory. Read by its directory at the end, so that what nobody asks for is never
/// unpacked; names are labels only, never places on a disk.
public final class ZipArchive {

    private static final int END = 0x06054b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int DIRECTORY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int UTF_8 = 1 << 11;

    /// One file of the archive.
    ///
    /// @param name as the archive spells it, folders included
    public record Entry(
            String name,
            int method,
            boolean encrypted,
            long compressed,
            long size,
            long offset,
            long crc) {

        boolean folder() {
            return name.endsWith("/") || name.endsWith("\\");
        }

        /// Whether the name leads out of the folder that the archive would be unpacked into: it begins at a root or a drive, goes up
        /// (`..`), or holds characters that no file's name has. Honest archives have no such names.
        boolean leadsOut() {
            boolean rooted = name.startsWith("/") || name.startsWith("\\");
            boolean drive =
                    name.length() > 1
                            && name.charAt(1) == ':'
                            && Character.isLetter(name.charAt(0));
            boolean control = name.chars().anyMatch(c -> c < ' ' || c == 0x7F);
            return rooted
                    || drive
                    || control
                    || Arrays.stream(name.split("[/\\\\]", -1))
                            .anyMatch(p -> p.strip().equals(".."));
        }

        /// The last part of the name.
        public String label() {
            int from = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
            return name.substring(from);
        }
    }

    private final byte[] bytes;
    private final ByteBuffer view;
    private final Expansion expansion;
    private final List<Entry> entries = new ArrayList<>();

    /// @throws UnreadableFile when the directory is missing or broken, or lists too many files
    public ZipArchive(byte[] bytes, Expansion expansion) throws UnreadableFile {
        this.bytes = bytes;
        this.view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.expansion = expansion;
        try {
            readDirectory();
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException _) {
            throw Expansion.damaged("The archive");
        }
    }

    /// In the order of the archive, folders left out.
    public List<Entry> entries() {
        return entries;
    }

    /// @param name in full, as the archive spells it
    public Optional<Entry> find(String name) {
        return entries.stream().filter(e -> e.name().equals(name)).findFirst();
    }

    /// Whether the archive is an Excel workbook.
    public boolean isWorkbook() {
        return find("xl/workbook.xml").isPresent();
    }

    /// Unpacks one file.
    ///
    /// @throws UnreadableFile when it is encrypted, damaged or too big
    public byte[] read(Entry entry) throws UnreadableFile {
        if (entry.encrypted()) {
            throw new UnreadableFile(
                    Shown.cut(entry.label()) + " is locked with a password.",
                    "Unpack the archive with its password and import the files.");
        }
        if (entry.method() != STORED && entry.method() != DEFLATED) {
            throw new UnreadableFile(
                    Shown.cut(entry.label())
                            + " is compressed in a way that Credence cannot unpack.",
                    "Unpack the archive and import the files.");
        }
        byte[] content;
        try {
            content = unpack(entry);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException _) {
            throw Expansion.damaged(entry.label());
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        if (crc.getValue() != entry.crc()) {
            throw Expansion.damaged(entry.label());
        }
        return content;
    }

    private byte[] unpack(Entry entry) throws UnreadableFile {
        int local = Math.toIntExact(entry.offset());
        if (view.getInt(local) != LOCAL) {
            throw Expansion.damaged(entry.label());
        }
        int from = local + LOCAL_LENGTH + u16(local + 26) + u16(local + 28);
        int length = Math.toIntExact(entry.compressed());
        java.util.Objects.checkFromIndexSize(from, length, bytes.length);
        InputStream packed = new ByteArrayInputStream(bytes, from, length);
        if (entry.method() == STORED) {
            return expansion.all(packed, entry.label(), length);
        }
        Inflater inflater = new Inflater(true);
        try (InputStream in = new InflaterInputStream(packed, inflater)) {
            return expansion.all(in, entry.label(), length);
        } catch (IOException _) {
            throw Expansion.damaged(entry.label());
        } finally {
            inflater.end();
        }
    }

    private void readDirectory() throws UnreadableFile {
        int end = bytes.length - END_LENGTH;
        while (end >= 0 && view.getInt(end) != END) {
            end--; // a comment may follow
        }
        if (end < 0) {
            throw Expansion.damaged("The archive");
        }
        int count = u16(end + 10);
        int at = Math.toIntExact(u32(end + 16));
        for (int i = 0; i < count; i++) {
            if (view.getInt(at) != DIRECTORY) {
                throw Expansion.damaged("The archive");
            }
            expansion.entry();
            int name = u16(at + 28);
            int extra = u16(at + 30);
            Entry entry = entry(at, name, extra);
            if (!entry.folder()) {
                entries.add(entry);
            }
            at += DIRECTORY_LENGTH + name + extra + u16(at + 32);
        }
    }

    private Entry entry(int at, int name, int extra) throws UnreadableFile {
        int flags = u16(at + 8);
        long[] sizes = {u32(at + 24), u32(at + 20), u32(at + 42)};
        big(sizes, at + DIRECTORY_LENGTH + name, extra);
        byte[] spelled = new byte[name];
        view.get(at + DIRECTORY_LENGTH, spelled);
        return new Entry(
                (flags & UTF_8) != 0
                        ? new String(spelled, StandardCharsets.UTF_8)
                        : Encoding.decode(spelled),
                u16(at + 10),
                (flags & 1) != 0,
                sizes[1],
                sizes[0],
                sizes[2],
                u32(at + 16));
    }

    /// Sizes that need more than four bytes, or that their writer thought might, stand in an extra field: unpacked size,
    /// packed size and place, each only where its four bytes are all ones.
    private void big(long[] sizes, int from, int length) {
        for (int at = from; at + 4 <= from + length; at += 4 + u16(at + 2)) {
            if (u16(at) == 1) {
                int value = at + 4;
                for (int i = 0; i < sizes.length; i++) {
                    if (sizes[i] == 0xFFFFFFFFL) {
                        sizes[i] = view.getLong(value);
                        value += 8;
                    }
                }
                return;
            }
        }
    }

    private int u16(int at) {
        return view.getShort(at) & 0xFFFF;
    }

    private long u32(int at) {
        return view.getInt(at) & 0xFFFFFFFFL;
    }
}
