package credence.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.time.Instant;
import java.util.Optional;

/// `--as-of T`: the answer as it was at a moment, from what was known then.
final class AsOfOption {

    @Option(
            names = "--as-of",
            paramLabel = "T",
            order = 70,
            converter = MomentConverter.class,
            description =
                    "Answer from what was known at T, such as 2025-06-30T14:00:00Z. Without an"
                            + " offset T is UTC; a date alone is its first moment. Default: the"
                            + " latest fact.")
    private @Nullable Instant moment;

    Optional<Instant> moment() {
        return Optional.ofNullable(moment);
    }
}
