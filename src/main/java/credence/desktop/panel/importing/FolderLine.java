package credence.desktop.panel.importing;

import java.nio.file.Path;

/// A folder that is watched, or was until something went wrong.
///
/// @param shown the folder as people write it
/// @param running whether it is watched now
/// @param state what it does, in words
/// @param last what became of the last file, with its time; empty when none came yet
public record FolderLine(
        Path folder, String shown, String profile, boolean running, String state, String last) {}
