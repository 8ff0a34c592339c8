package credence.desktop.panel.importing;

import credence.desktop.desk.Memory;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Watched folders as the window remembers them: for each its path, profile and whether it is watched, then the files that were dealt
/// with, a line each, a blank line between folders.
final class WatchMemory {

    private static final String NAME = "watch.folders";
    private static final String TAB = "\t";

    /// @param handled files that were dealt with
    record Folder(Path folder, String profile, boolean running, Set<String> handled) {}

    private final Memory memory;

    WatchMemory(Memory memory) {
        this.memory = memory;
    }

    void keep(List<Folder> folders) {
        if (folders.isEmpty()) {
            memory.remove(NAME);
            return;
        }
        List<String> blocks = new ArrayList<>();
        for (Folder f : folders) {
            List<String> lines = new ArrayList<>();
            lines.add(f.folder() + TAB + f.profile() + TAB + (f.running() ? "on" : "off"));
            lines.addAll(f.handled());
            blocks.add(String.join("\n", lines));
        }
        memory.put(NAME, String.join("\n\n", blocks));
    }

    /// Those that can still be read; what a person has spoilt is left out.
    List<Folder> recall() {
        List<Folder> folders = new ArrayList<>();
        for (String block : memory.get(NAME).orElse("").split("\n\n")) {
            List<String> lines = block.lines().toList();
            String[] head = lines.isEmpty() ? new String[0] : lines.getFirst().split(TAB);
            if (head.length != 3) {
                continue;
            }
            try {
                folders.add(
                        new Folder(
                                Path.of(head[0]),
                                head[1],
                                head[2].equals("on"),
                                new LinkedHashSet<>(lines.subList(1, lines.size()))));
            } catch (InvalidPathException _) {
                // from another system
            }
        }
        return folders;
    }
}
