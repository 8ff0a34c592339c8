package credence.core.regime;

import credence.core.market.Candle;
import credence.core.value.TimeCodec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/// Whether a market ever closes, told by its own bars, and so how long what was read of it holds once they stop.
///
/// A market that has had bars on a Saturday and on a Sunday (UTC, by when they opened) within the 28 days before its last bar never
/// closes: with three bars missing in a row something is missing. An hour is the least, since where nobody trades in a minute many
/// sources give no bar. Any other market is closed at times: four days and one bar outlast a weekend with a holiday at each end.
/// A bar longer than a day says nothing of the days in it.
public final class TradingDays {

    private static final Duration REMEMBERED = Duration.ofDays(28);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int BARS = 3;
    private static final Duration LEAST = Duration.ofHours(1);
    private static final Duration LONG_WEEKEND = Duration.ofDays(4);

    private Instant last = Instant.MIN;
    private Instant saturday = Instant.MIN;
    private Instant sunday = Instant.MIN;

    void heard(Candle bar) {
        heard(bar.opened(), bar.interval());
    }

    /// Takes in the next bar, in the order of their closes.
    public void heard(Instant opened, Duration interval) {
        if (interval.compareTo(DAY) > 0) {
            return;
        }
        last = opened;
        DayOfWeek day = last.atOffset(ZoneOffset.UTC).getDayOfWeek();
        if (day == DayOfWeek.SATURDAY) {
            saturday = last;
        } else if (day == DayOfWeek.SUNDAY) {
            sunday = last;
        }
    }

    public boolean neverCloses() {
        return isRecent(saturday) && isRecent(sunday);
    }

    private boolean isRecent(Instant day) {
        return !day.equals(Instant.MIN) && Duration.between(day, last).compareTo(REMEMBERED) <= 0;
    }

    /// The longest stretch without bars that tells of nothing missing.
    ///
    /// @param bars their length
    public Duration holds(Duration bars) {
        if (!neverCloses()) {
            return LONG_WEEKEND.plus(bars);
        }
        Duration three = bars.multipliedBy(BARS);
        return three.compareTo(LEAST) > 0 ? three : LEAST;
    }

    void write(DataOutput out) throws IOException {
        TimeCodec.instant(out, last);
        TimeCodec.instant(out, saturday);
        TimeCodec.instant(out, sunday);
    }

    static TradingDays read(DataInput in) throws IOException {
        TradingDays days = new TradingDays();
        days.last = TimeCodec.instant(in);
        days.saturday = TimeCodec.instant(in);
        days.sunday = TimeCodec.instant(in);
        return days;
    }
}
