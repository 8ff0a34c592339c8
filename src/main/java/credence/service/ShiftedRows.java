package credence.service;

import credence.core.fact.Fill;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.service.port.FileReport;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ParsedFile;
import credence.service.port.ParsedFile.ParsedRow;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Notices a file whose rows are known, each at another time by the same quarters of an hour: a later export of the same journal that was
/// read in another zone than the first, or was written in another one (the clock of a chart was set anew in between).
final class ShiftedRows {

    /// Equal rows of fewer may be chance, where times were read in two zones.
    private static final int LEAST = 5;

    /// The same where they were read in one.
    private static final int LEAST_IN_ONE_ZONE = 10;

    /// Clocks on Earth are at most 26 hours apart (UTC−12 and UTC+14).
    private static final Duration MOST = Duration.ofHours(26);

    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

    private final HeldTrades held;

    /// A row but for its time.
    ///
    /// @param side of a fill, or direction of a trade
    /// @param exit price; null for fills and open trades
    /// @param lasted from entry to exit; null for fills and open trades
    private record Figures(
            String stream,
            String symbol,
            String side,
            BigDecimal quantity,
            BigDecimal price,
            @Nullable BigDecimal exit,
            @Nullable Duration lasted) {

        static @Nullable Figures of(SourceRow row) {
            return switch (row) {
                case Fill f ->
                        new Figures(
                                TradeRecord.stream(f.account(), f.bot()),
                                f.symbol().toString(),
                                f.side().name(),
                                f.quantity().value().stripTrailingZeros(),
                                f.price().value().stripTrailingZeros(),
                                null,
                                null);
                case TradeRecord t ->
                        new Figures(
                                TradeRecord.stream(t.account(), t.bot()),
                                t.symbol().toString(),
                                t.direction().name(),
                                t.quantity().value().stripTrailingZeros(),
                                t.entryPrice().value().stripTrailingZeros(),
                                t.exit()
                                        .map(e -> e.price().value().stripTrailingZeros())
                                        .orElse(null),
                                t.exit()
                                        .map(e -> Duration.between(t.entryTime(), e.time()))
                                        .orElse(null));
                default -> null;
            };
        }
    }

    /// Where a row is known.
    private record Known(Instant time, long batch, String zone) {}

    ShiftedRows(HeldTrades held) {
        this.held = held;
    }

    /// Why a file is refused, if it is.
    Optional<Refusal> check(ParsedFile file) {
        if (file.zones().isEmpty() || !held.any(f -> isAlike(f, file))) {
            return Optional.empty();
        }
        Map<Figures, List<Instant>> own = new HashMap<>();
        for (ParsedRow row : file.rows()) {
            Figures figures = Figures.of(row.row());
            if (figures != null && !held.knows(row.row())) {
                own.computeIfAbsent(figures, _ -> new ArrayList<>(1)).add(time(row.row()));
            }
        }
        int fresh = own.values().stream().mapToInt(List::size).sum();
        Map<Figures, List<Known>> known = new HashMap<>();
        held.each(
                f -> isAlike(f, file),
                (row, f, told) -> {
                    Figures figures = Figures.of(row);
                    if (figures != null && own.containsKey(figures)) {
                        known.computeIfAbsent(figures, _ -> new ArrayList<>(1))
                                .add(new Known(time(row), told.batch(), f.zones().getFirst()));
                    }
                });
        Map<Duration, List<Known>> shifts = new TreeMap<>();
        own.forEach(
                (figures, times) -> {
                    List<Known> there = known.getOrDefault(figures, List.of());
                    // Figures that are there more than once tell no time.
                    if (times.size() == 1 && there.size() == 1) {
                        Known one = there.getFirst();
                        Duration shift = Duration.between(one.time(), times.getFirst());
                        if (!shift.isZero()
                                && shift.toSeconds() % QUARTER == 0
                                && shift.abs().compareTo(MOST) <= 0) {
                            shifts.computeIfAbsent(shift, _ -> new ArrayList<>()).add(one);
                        }
                    }
                });
        // A zone with summer time is one of two shifts away from another.
        List<Map.Entry<Duration, List<Known>>> most =
                shifts.entrySet().stream()
                        .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                        .limit(2)
                        .toList();
        int rows = most.stream().mapToInt(e -> e.getValue().size()).sum();
        boolean oneZone =
                most.stream()
                        .flatMap(e -> e.getValue().stream())
                        .allMatch(k -> file.zones().equals(List.of(k.zone())));
        return rows < (oneZone ? LEAST_IN_ONE_ZONE : LEAST) || rows * 2 < fresh
                ? Optional.empty()
                : Optional.of(refusal(rows, most, file, oneZone));
    }

    /// Times that name their zone themselves are right.
    private static boolean isAlike(FileReport earlier, ParsedFile file) {
        return earlier.format().equals(file.format()) && !earlier.zones().isEmpty();
    }

    private static Instant time(SourceRow row) {
        return row instanceof TradeRecord t ? t.entryTime() : ((Fill) row).time();
    }

    private static Refusal refusal(
            int rows,
            List<Map.Entry<Duration, List<Known>>> shifts,
            ParsedFile file,
            boolean oneZone) {
        Duration shift = shifts.getFirst().getKey();
        List<Known> there = shifts.stream().flatMap(e -> e.getValue().stream()).toList();
        TreeSet<Long> batches = new TreeSet<>(there.stream().map(Known::batch).toList());
        String imports =
                (batches.size() == 1 ? "import " : "imports ")
                        + String.join(", ", batches.stream().map(String::valueOf).toList());
        String then = there.getFirst().zone();
        return new Refusal(
                0,
                "",
                "",
                rows
                        + " of its rows are known from "
                        + imports
                        + " with the same symbol, side, quantity and price, but "
                        + ShiftedBars.words(shift.abs())
                        + (shift.isNegative() ? " later" : " earlier")
                        + (oneZone
                                ? ": their times were written in another zone than those of then,"
                                        + " though both were read in "
                                        + then
                                : ": times were read in the zone "
                                        + then
                                        + " then, and in "
                                        + String.join(", ", file.zones())
                                        + " now")
                        + ". They would count twice. Nothing of it was imported.",
                oneZone
                        ? "Say the zone in which this file was written (--zone); or, if the other"
                                + " was read in the wrong one, undo "
                                + imports
                                + " first (credence undo-import)."
                        : "Read it in the zone of then (--zone "
                                + then
                                + "); or, if that was the wrong one, undo "
                                + imports
                                + " first (credence undo-import).");
    }
}
