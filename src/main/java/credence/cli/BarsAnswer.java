package credence.cli;

import credence.core.fact.Bar;
import credence.service.port.FileReport;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What an import of bars brought: how many, from when to when, and what is missing in between.
record BarsAnswer(ImportAnswer answer) {

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

    /// Stretches between neighbouring new bars that are longer than the interval.
    ///
    /// Absent when some of the bars were known before, since their times are not in the plan.
    @Nullable Long gaps() {
        if (duplicates() > 0) {
            return null;
        }
        List<Bar> bars =
                answer.plan().batch().files().stream()
                        .flatMap(f -> f.rows().stream())
                        .map(r -> r.row())
                        .filter(Bar.class::isInstance)
                        .map(Bar.class::cast)
                        .sorted(Comparator.comparing(Bar::time))
                        .toList();
        long gaps = 0;
        Map<Duration, Instant> last = new HashMap<>();
        for (Bar bar : bars) {
            Instant before = last.put(bar.interval(), bar.closeTime());
            if (before != null && bar.time().isAfter(before)) {
                gaps++;
            }
        }
        return gaps;
    }

    void write(Json out) {
        out.count("bars", bars());
        out.instant("from", from());
        out.instant("to", to());
        out.count("duplicates", duplicates());
        Long gaps = gaps();
        if (gaps == null) {
            out.nothing("gaps");
        } else {
            out.count("gaps", gaps);
        }
        answer.write(out);
    }

    void print(Console console) {
        Long gaps = gaps();
        console.line(
                Figures.count(bars(), "new bar", "new bars")
                        + ", "
                        + Figures.count(duplicates())
                        + " known already, from "
                        + Figures.minute(from())
                        + " to "
                        + Figures.minute(to())
                        + " UTC"
                        + (gaps == null ? "." : ", " + Figures.count(gaps, "gap", "gaps") + "."));
        console.line();
    }
}
