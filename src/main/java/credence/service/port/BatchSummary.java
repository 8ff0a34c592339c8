package credence.service.port;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One import as it is listed.
///
/// @param withdrawnAt when it was undone, absent while it counts
public record BatchSummary(
        long batch, String kind, Instant importedAt, List<FileReport> files, @Nullable Instant withdrawnAt) {}
