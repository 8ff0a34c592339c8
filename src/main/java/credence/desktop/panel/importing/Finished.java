package credence.desktop.panel.importing;

import credence.service.ImportResult;
import credence.service.port.mapping.ImportProfile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// An import that is done and not undone.
///
/// @param sources the files
/// @param used name of the saved profile that the files were read by
/// @param fits whether the files are of one kind, so that a profile can be made of what was said
/// @param maker makes that profile under a name; a name that is none is an [IllegalArgumentException] with a sentence for the trader
record Finished(
        ImportResult result,
        List<Path> sources,
        Optional<String> used,
        boolean fits,
        Function<String, ImportProfile> maker) {}
