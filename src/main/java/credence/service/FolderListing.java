package credence.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of one folder that somebody may want to have imported: no sub-folders, links or hidden files, nothing that is still being fetched.
final class FolderListing {

    private static final int MOST_FILES = 10_000;

    /// How many bytes at the end tell whether a file ends with a whole line, in any encoding.
    private static final int END = 4;

    private final Path folder;

    FolderListing(Path folder) {
        this.folder = folder;
    }

    /// In order of their names.
    ///
    /// @throws ServiceException when the folder is gone, cannot be read or holds too many files
    Map<Path, BasicFileAttributes> files() {
        Map<Path, BasicFileAttributes> found = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : (Iterable<Path>) entries::iterator) {
                if (unfinished(name(file)) || hidden(file)) {
                    continue;
                }
                attributes(file)
                        .filter(BasicFileAttributes::isRegularFile)
                        .ifPresent(a -> found.put(file, a));
                if (found.size() > MOST_FILES) {
                    throw new ServiceException(
                            "The folder "
                                    + folder
                                    + " holds more than "
                                    + MOST_FILES
                                    + " files. Watch a folder of its own.");
                }
            }
            return found;
        } catch (IOException | UncheckedIOException _) {
            throw new ServiceException(
                    "The folder "
                            + folder
                            + " cannot be watched: it is gone or may not be read. Name another.");
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// Empty where the file is gone.
    static Optional<BasicFileAttributes> attributes(Path file) {
        try {
            return Optional.of(
                    Files.readAttributes(
                            file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Whether it can be opened for reading now; on some systems a program that writes a file keeps all others out.
    static boolean opens(Path file) {
        try (SeekableByteChannel _ = Files.newByteChannel(file)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// Whether the end of the file is one at which nothing is missing: that of a line, an element or an archive. Else it may be half
    /// written, and a number in it cut.
    static boolean endsWhole(Path file) {
        ByteBuffer end = ByteBuffer.allocate(END);
        ByteBuffer begin = ByteBuffer.allocate(2);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            fill(channel, begin);
            channel.position(Math.max(0, channel.size() - END));
            fill(channel, end);
        } catch (IOException _) {
            return true; // whoever reads it will find out
        }
        if (begin.position() == 2 && begin.get(0) == 'P' && begin.get(1) == 'K') {
            return true; // half an archive cannot be read at all
        }
        for (int i = end.position() - 1; i >= 0; i--) {
            byte last = end.get(i);
            if (last != 0 && last != ' ') {
                return last == '\n' || last == '\r' || last == '}' || last == ']' || last == '>';
            }
        }
        return true;
    }

    private static void fill(SeekableByteChannel channel, ByteBuffer target) throws IOException {
        int n = 0;
        while (n >= 0 && target.hasRemaining()) {
            n = channel.read(target);
        }
    }

    private static boolean hidden(Path file) {
        try {
            return Files.isHidden(file);
        } catch (IOException _) {
            return false;
        }
    }

    /// Names that browsers and office programs give to what is not finished, or not meant for anybody else.
    private static boolean unfinished(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".")
                || lower.startsWith("~$")
                || lower.endsWith("~")
                || lower.endsWith(".part")
                || lower.endsWith(".partial")
                || lower.endsWith(".filepart")
                || lower.endsWith(".crdownload")
                || lower.endsWith(".opdownload")
                || lower.endsWith(".download")
                || lower.endsWith(".tmp");
    }
}
