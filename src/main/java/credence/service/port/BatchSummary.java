package credence.service.port;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// One import as it is listed.
///
/// @param withdrawnAt when it was undone, absent while it counts
public record BatchSummary(
        long batch,
        String kind,
        Instant importedAt,
        List<FileReport> files,
        @Nullable Instant withdrawnAt) {}
