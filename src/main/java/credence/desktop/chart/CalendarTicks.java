package credence.desktop.chart;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Ticks of a time axis where people expect them: on full minutes, hours, days, Mondays, months and years of a zone.
///
/// Across a change of clocks ticks stay on the local full hour.
final class CalendarTicks {

    private static final DateTimeFormatter SECOND = format("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = format("HH:mm");
    private static final DateTimeFormatter DAY = format("d MMM");
    private static final DateTimeFormatter MONTH = format("MMM");
    private static final DateTimeFormatter YEAR = format("uuuu");

    private static final List<Step> STEPS =
            List.of(
                    new Step(1, ChronoUnit.SECONDS),
                    new Step(2, ChronoUnit.SECONDS),
                    new Step(5, ChronoUnit.SECONDS),
                    new Step(10, ChronoUnit.SECONDS),
                    new Step(30, ChronoUnit.SECONDS),
                    new Step(1, ChronoUnit.MINUTES),
                    new Step(2, ChronoUnit.MINUTES),
                    new Step(5, ChronoUnit.MINUTES),
                    new Step(10, ChronoUnit.MINUTES),
                    new Step(30, ChronoUnit.MINUTES),
                    new Step(1, ChronoUnit.HOURS),
                    new Step(2, ChronoUnit.HOURS),
                    new Step(6, ChronoUnit.HOURS),
                    new Step(12, ChronoUnit.HOURS),
                    new Step(1, ChronoUnit.DAYS),
                    new Step(2, ChronoUnit.DAYS),
                    new Step(1, ChronoUnit.WEEKS),
                    new Step(2, ChronoUnit.WEEKS),
                    new Step(1, ChronoUnit.MONTHS),
                    new Step(3, ChronoUnit.MONTHS),
                    new Step(6, ChronoUnit.MONTHS),
                    new Step(1, ChronoUnit.YEARS),
                    new Step(2, ChronoUnit.YEARS),
                    new Step(5, ChronoUnit.YEARS),
                    new Step(10, ChronoUnit.YEARS),
                    new Step(20, ChronoUnit.YEARS),
                    new Step(50, ChronoUnit.YEARS));

    private final ZoneId zone;

    CalendarTicks(ZoneId zone) {
        this.zone = zone;
    }

    /// One tick; the label may have a second line that names what the first leaves open.
    record Tick(long time, String label) {}

    /// @param count at most about so many ticks, at least 1
    List<Tick> ticks(TimeRange range, int count) {
        Step step = step(range, count);
        List<Tick> ticks = new ArrayList<>();
        @Nullable LocalDateTime before = null;
        LocalDateTime at = step.first(local(range.from()));
        while (ticks.size() <= 4 * count) {
            long time = at.atZone(zone).toInstant().toEpochMilli();
            if (time > range.to()) {
                break;
            }
            boolean later = ticks.isEmpty() || time > ticks.getLast().time();
            if (time >= range.from() && later) {
                ticks.add(new Tick(time, label(step, before, local(time))));
                before = local(time);
            }
            at = step.next(at);
        }
        return ticks;
    }

    private static Step step(TimeRange range, int count) {
        for (Step step : STEPS) {
            if (range.length() / step.millis() <= count) {
                return step;
            }
        }
        return STEPS.getLast();
    }

    private static String label(Step step, @Nullable LocalDateTime before, LocalDateTime at) {
        boolean sameDay = before != null && before.toLocalDate().equals(at.toLocalDate());
        boolean sameYear = before != null && before.getYear() == at.getYear();
        return switch (step.unit()) {
            case SECONDS ->
                    SECOND.format(at)
                            + (sameDay ? "" : "\n" + DAY.format(at) + " " + YEAR.format(at));
            case MINUTES, HOURS ->
                    MINUTE.format(at)
                            + (sameDay
                                    ? ""
                                    : "\n"
                                            + DAY.format(at)
                                            + (sameYear ? "" : " " + YEAR.format(at)));
            case DAYS, WEEKS -> DAY.format(at) + (sameYear ? "" : "\n" + YEAR.format(at));
            case MONTHS -> MONTH.format(at) + (sameYear ? "" : "\n" + YEAR.format(at));
            default -> YEAR.format(at);
        };
    }

    private LocalDateTime local(long time) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(time), zone);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    private record Step(int count, ChronoUnit unit) {

        double millis() {
            return count * (double) unit.getDuration().toMillis();
        }

        LocalDateTime next(LocalDateTime at) {
            return at.plus(count, unit);
        }

        /// The last place of this step at or before a moment.
        LocalDateTime first(LocalDateTime at) {
            LocalDateTime day = at.truncatedTo(ChronoUnit.DAYS);
            return switch (unit) {
                case SECONDS ->
                        at.truncatedTo(ChronoUnit.MINUTES)
                                .withSecond(at.getSecond() / count * count);
                case MINUTES ->
                        at.truncatedTo(ChronoUnit.HOURS).withMinute(at.getMinute() / count * count);
                case HOURS -> day.withHour(at.getHour() / count * count);
                case DAYS -> day.minusDays(Math.floorMod(day.toLocalDate().toEpochDay(), count));
                case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTHS ->
                        day.withDayOfMonth(1)
                                .withMonth((at.getMonthValue() - 1) / count * count + 1);
                default ->
                        day.withDayOfYear(1).withYear(Math.floorDiv(at.getYear(), count) * count);
            };
        }
    }
}
