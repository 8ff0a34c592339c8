package credence.imports.formats.bars;

import credence.core.fact.Bar;
import credence.core.fact.RowKey;
import credence.core.value.Symbol;
import credence.imports.Tally;
import credence.imports.TradeKeys;
import credence.imports.UnreadableFile;
import credence.service.port.FileReport;
import credence.service.port.FileReport.Refusal;
import credence.service.port.JournalReader.BarOptions;
import credence.service.port.ParsedFile.RefusedBar;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The bars of one symbol in a file, held against each other: put in order, those that stand twice told apart, those that contradict each other
/// refused, wicks beyond belief cut. What was done is said, one sentence a kind.
final class BarSeries {

    /// A wick this many times away from open and close is a print that nobody could have traded at.
    private static final double SPIKE = 10;

    private static final int NAMED = 3;

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private final String timeColumn;
    private final Symbol symbol;
    private final BarOptions options;
    private final Tally tally;
    private final List<BarRow> rows = new ArrayList<>();
    private final List<Instant> refusedAt = new ArrayList<>();
    private String prefix = "";

    /// @param timeColumn name of the column that holds the times, for messages
    BarSeries(String timeColumn, Symbol symbol, BarOptions options, Tally tally) {
        this.timeColumn = timeColumn;
        this.symbol = symbol;
        this.options = options;
        this.tally = tally;
    }

    void add(BarRow row) {
        rows.add(row);
    }

    /// The row of a bar was refused for its figures.
    ///
    /// @param time of its open, as the row says
    void refusedAt(Instant time) {
        refusedAt.add(time);
    }

    int size() {
        return rows.size();
    }

    /// Brings all bars into the tally.
    ///
    /// @param of stands before each sentence, where a file holds several series
    /// @throws UnreadableFile when the interval cannot be told
    void accept(String of) throws UnreadableFile {
        prefix = of;
        refuseBeyondTime(Duration.ZERO);
        if (rows.isEmpty()) {
            tellRefused(Optional.empty());
            return;
        }
        oldestFirst();
        tellRepeatedHoursApart();
        putInOrder();
        Duration interval =
                Lengths.of(rows.stream().map(BarRow::time).toList(), options.interval());
        new Stretches(timeColumn, rows).mustLast(interval);
        refuseBeyondTime(interval);
        refuseOffGrid(interval);
        List<BarRow> kept = apart(interval);
        tellRefused(Optional.of(interval));
        noteJumps(kept);
        String length = TradeKeys.instant(Instant.EPOCH.plus(interval));
        for (BarRow row : cut(kept)) {
            RowKey key =
                    RowKey.ofContent(
                            "bar", "", "", 0, symbol.name(), length, TradeKeys.instant(row.time()));
            tally.accept(
                    new Bar(
                            key,
                            symbol,
                            interval,
                            row.time(),
                            row.open(),
                            row.high(),
                            row.low(),
                            row.close(),
                            row.volume()),
                    row.line(),
                    1);
        }
    }

    /// A time that cannot be right tells nothing of which bar is meant.
    private void tellRefused(Optional<Duration> interval) {
        Instant last = options.latest().minus(interval.orElse(Duration.ZERO));
        for (Instant time : refusedAt) {
            if (!time.isBefore(EARLIEST) && !time.isAfter(last)) {
                tally.refuseBar(new RefusedBar(symbol, interval, time));
            }
        }
    }

    /// Refuses bars that are too old to be meant, or that nobody can know yet.
    ///
    /// @param length of a bar; zero as long as it is not known
    private void refuseBeyondTime(Duration length) {
        rows.removeIf(
                row -> {
                    if (row.time().isBefore(EARLIEST)) {
                        refuse(
                                row,
                                "The bar is dated before 1900.",
                                "Correct its time, or say how the dates of the file are written.");
                        return true;
                    }
                    if (row.time().isAfter(options.latest().minus(length))) {
                        refuse(
                                row,
                                "The bar closes more than a day after the present: nobody can know"
                                        + " it yet.",
                                "Correct its time, or --zone and --interval; if the clock of this"
                                        + " computer is slow, set it.");
                        return true;
                    }
                    return false;
                });
    }

    /// Off the grid the wrong bar would be kept, and the right one after it refused for overlapping it.
    private void refuseOffGrid(Duration interval) {
        Grid grid = Grid.of(rows.stream().map(BarRow::time).toList(), interval);
        List<BarRow> on = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (grid.holds(i)) {
                on.add(rows.get(i));
            } else {
                refuse(
                        rows.get(i),
                        "The bar begins off the grid of the file: most bars begin every "
                                + Lengths.words(interval)
                                + ", at times like "
                                + grid.before(rows.get(i).time())
                                + ".",
                        "Correct its time. If the interval or the time zone changes here, split"
                                + " the file and import each part by itself.");
            }
        }
        rows.clear();
        rows.addAll(on);
    }

    private void oldestFirst() {
        int up = 0;
        int down = 0;
        for (int i = 1; i < rows.size(); i++) {
            int step = rows.get(i).time().compareTo(rows.get(i - 1).time());
            up += step > 0 ? 1 : 0;
            down += step < 0 ? 1 : 0;
        }
        if (down > up) {
            Collections.reverse(rows);
        }
    }

    /// In autumn clocks show an hour twice: a time that is not after the one before it is the second.
    private void tellRepeatedHoursApart() {
        int second = 0;
        for (int i = 1; i < rows.size(); i++) {
            BarRow row = rows.get(i);
            Instant again = row.again();
            if (again != null && !row.time().isAfter(rows.get(i - 1).time())) {
                rows.set(i, row.at(again));
                second++;
            }
        }
        if (second > 0) {
            note(
                    counted(second, "bar stands", "bars stand")
                            + " in the hour that clocks show twice in autumn, for the second time,"
                            + " and was read so.");
        }
    }

    private void putInOrder() {
        int back = 0;
        BarRow first = null;
        BarRow before = null;
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).time().isBefore(rows.get(i - 1).time())) {
                back++;
                first = first == null ? rows.get(i) : first;
                before = before == null ? rows.get(i - 1) : before;
            }
        }
        if (first != null && before != null) {
            note(
                    "The file goes back in time "
                            + (back == 1 ? "once" : back + " times")
                            + ", first in line "
                            + Math.max(first.line(), before.line())
                            + " ("
                            + before.time()
                            + " beside "
                            + first.time()
                            + "); its bars were put in order. If it changes its time zone there,"
                            + " undo the import, split the file at that line, and import each part"
                            + " with its own --zone.");
            rows.sort(Comparator.comparing(BarRow::time).thenComparing(BarRow::line));
        }
    }

    /// Leaves out bars that stand twice, and refuses those that contradict another or overlap it.
    private List<BarRow> apart(Duration interval) {
        List<BarRow> kept = new ArrayList<>(rows.size());
        Duration least = interval.minus(Lengths.tolerance(interval));
        for (BarRow row : rows) {
            BarRow last = kept.isEmpty() ? null : kept.getLast();
            if (last == null || !row.time().isBefore(last.time().plus(least))) {
                kept.add(row);
            } else if (!row.time().equals(last.time())) {
                refuse(
                        row,
                        "The bar begins before that of line "
                                + last.line()
                                + " is over: they stand "
                                + Lengths.words(Duration.between(last.time(), row.time()))
                                + " apart and last "
                                + Lengths.words(interval)
                                + ".",
                        "Split the file where its interval or its time zone changes, and import"
                                + " each part by itself.");
            } else if (row.sameFigures(last)) {
                tally.skip(FileReport.REPEATED_BAR, row.line());
            } else {
                refusedAt.add(row.time());
                refuse(
                        row,
                        "Line " + last.line() + " has another bar of the same time.",
                        "Keep one of the two rows. If they are of two symbols, name them in a"
                                + " column symbol; a series has one interval.");
            }
        }
        return kept;
    }

    private void refuse(BarRow row, String reason, String remedy) {
        tally.refuse(new Refusal(row.line(), timeColumn, row.time().toString(), reason, remedy));
    }

    private List<BarRow> cut(List<BarRow> kept) {
        List<String> named = new ArrayList<>();
        int spikes = 0;
        List<BarRow> mended = new ArrayList<>(kept.size());
        for (BarRow row : kept) {
            double top = Math.max(row.open(), row.close());
            double bottom = Math.min(row.open(), row.close());
            boolean up = row.high() > top * SPIKE;
            boolean down = row.low() < bottom / SPIKE;
            if (up || down) {
                spikes++;
                if (named.size() < NAMED) {
                    named.add(
                            "line "
                                    + row.line()
                                    + ", "
                                    + (down ? "low " + row.low() : "high " + row.high())
                                    + " beside open "
                                    + row.open()
                                    + " and close "
                                    + row.close());
                }
            }
            mended.add(
                    (up || down) && !options.keepSpikes()
                            ? row.within(up ? top : row.high(), down ? bottom : row.low())
                            : row);
        }
        if (spikes > 0) {
            note(spikes(spikes, named, options.keepSpikes()));
        }
        return mended;
    }

    private static String spikes(int count, List<String> named, boolean keep) {
        return counted(count, "bar has", "bars have")
                + " a wick more than ten times away from open and close ("
                + String.join("; ", named)
                + (count > named.size() ? "; and " + (count - named.size()) + " more" : "")
                + "). "
                + (keep
                        ? "As you said, that was kept: ranges and volatility measured on it will be"
                                + " far too large for a long time."
                        : "Such prints are mistakes: it was cut to open and close. If the price was"
                                + " really traded, import the file with --keep-spikes --replace.");
    }

    /// A series that leaps tenfold is kept, since prices can; but it is said.
    private void noteJumps(List<BarRow> kept) {
        int jumps = 0;
        @Nullable String first = null;
        for (int i = 1; i < kept.size(); i++) {
            BarRow a = kept.get(i - 1);
            BarRow b = kept.get(i);
            double times = b.close() / a.close();
            if (times > SPIKE || times < 1 / SPIKE) {
                jumps++;
                if (first == null) {
                    first =
                            String.format(
                                    Locale.ROOT,
                                    "from %s in line %d to %s in line %d",
                                    a.close(),
                                    a.line(),
                                    b.close(),
                                    b.line());
                }
            }
        }
        if (first != null) {
            note(
                    "The price leaps more than tenfold "
                            + (jumps == 1 ? "once" : jumps + " times")
                            + ", first "
                            + first
                            + ". It was kept; if it is a split, another unit or a mistake, correct"
                            + " the file and import it again with --replace.");
        }
    }

    private void note(String sentence) {
        tally.note(prefix + sentence);
    }

    private static String counted(int n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }
}
