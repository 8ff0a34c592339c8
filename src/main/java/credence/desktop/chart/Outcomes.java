package credence.desktop.chart;

/// How trades ended over time, each at a height, oldest first. Immutable.
///
/// Counts of any stretch cost the same however many outcomes it holds.
public final class Outcomes {

    private final TimeSeries places;
    private final Outcome[] kinds;
    private final int[] wins;
    private final int[] losses;

    /// @param places when, and at which height each is drawn
    /// @param kinds as many
    public Outcomes(TimeSeries places, Outcome[] kinds) {
        if (places.size() != kinds.length) {
            throw new IllegalArgumentException(
                    places.size() + " places for " + kinds.length + " outcomes");
        }
        this.places = places;
        this.kinds = kinds.clone();
        wins = new int[kinds.length + 1];
        losses = new int[kinds.length + 1];
        for (int i = 0; i < kinds.length; i++) {
            wins[i + 1] = wins[i] + (kinds[i] == Outcome.WON ? 1 : 0);
            losses[i + 1] = losses[i] + (kinds[i] == Outcome.LOST ? 1 : 0);
        }
    }

    public TimeSeries places() {
        return places;
    }

    public int size() {
        return kinds.length;
    }

    public Outcome kind(int i) {
        return kinds[i];
    }

    /// How many of the outcomes from `from` to before `to` are of a kind.
    int count(Outcome kind, int from, int to) {
        int won = wins[to] - wins[from];
        int lost = losses[to] - losses[from];
        return switch (kind) {
            case WON -> won;
            case LOST -> lost;
            case EVEN -> to - from - won - lost;
        };
    }
}
