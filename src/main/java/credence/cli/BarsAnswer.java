package credence.cli;

import credence.service.port.FileReport;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/// What an import of bars brought: how many, from when to when.
///
/// @param gaps stretches without bars in all that is held of the symbol
record BarsAnswer(ImportAnswer answer, long gaps) {

    /// Bars brought by this import.
    long bars() {
        return answer.files().stream().mapToLong(FileReport::imported).sum();
    }

    long duplicates() {
        return answer.files().stream().mapToLong(FileReport::duplicates).sum();
    }

    @Nullable Instant from() {
        return answer.files().stream()
                .map(FileReport::from)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Nullable Instant to() {
        return answer.files().stream()
                .map(FileReport::to)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    void write(Json out) {
        out.count("bars", bars());
        out.instant("from", from());
        out.instant("to", to());
        out.count("duplicates", duplicates());
        out.count("gaps", gaps);
        answer.writeImport(out);
    }

    void print(Console console) {
        console.line(
                Figures.count(bars(), "new bar", "new bars")
                        + ", "
                        + Figures.count(duplicates())
                        + " known already, from "
                        + Figures.minute(from())
                        + " to "
                        + Figures.minute(to())
                        + " UTC. "
                        + Figures.count(gaps, "stretch", "stretches")
                        + " without bars in all that is held: the market was closed, or something"
                        + " is missing.");
        console.line();
    }
}
