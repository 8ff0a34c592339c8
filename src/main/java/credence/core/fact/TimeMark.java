package credence.core.fact;

import java.time.Instant;

/// A live session was running at this moment: the fold may cross every boundary up to here (`rules.md` 5).
public record TimeMark(Instant time) implements Fact {

    @Override
    public FactOrder order() {
        return new FactOrder(time, Rank.BOUNDARY, "", 0, "time");
    }
}
