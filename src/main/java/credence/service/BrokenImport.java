package credence.service;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An import that had begun to be kept and did not come to its end: the program was killed, or the computer went down. Nothing of it is held.
///
/// @param begunAt when its keeping began
/// @param files where its files lay then; of very many the first
/// @param count how many files it was of
public record BrokenImport(Instant begunAt, List<Path> files, int count) {

    public BrokenImport {
        files = List.copyOf(files);
    }

    /// What happened and what to do, for the trader.
    ///
    /// @param broken at least one
    /// @param when writes [#begunAt] as the reader is used to
    public static String words(List<BrokenImport> broken, Function<Instant, String> when) {
        int files = broken.stream().mapToInt(BrokenImport::count).sum();
        return (broken.size() == 1 ? "The import of " : broken.size() + " imports (")
                + broken.stream()
                        .map(b -> b.names() + " that began " + when.apply(b.begunAt()))
                        .collect(Collectors.joining(", "))
                + (broken.size() == 1 ? " was" : ") were")
                + " broken off while the rows were being kept: the program was killed, or the"
                + " computer went down. Nothing of "
                + (broken.size() == 1 ? "it" : "them")
                + " was kept, and what was there before is whole. Import the "
                + (files == 1 ? "file" : "files")
                + " again.";
    }

    private String names() {
        String first = String.valueOf(files.getFirst().getFileName());
        return count == 1
                ? first
                : first + " and " + (count - 1) + (count == 2 ? " more file" : " more files");
    }
}
