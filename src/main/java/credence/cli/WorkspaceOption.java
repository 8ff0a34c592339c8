package credence.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import java.nio.file.Path;
import java.util.Optional;

/// `--workspace DIR`, before or after the command.
final class WorkspaceOption {

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            order = 90,
            description = "Folder of the workspace. Default: the one of this user.")
    private @Nullable Path directory;

    Optional<Path> directory() {
        return Optional.ofNullable(directory).map(d -> d.toAbsolutePath().normalize());
    }
}
