package credence.core.value;

/// What kind of evidence a row is (`rules.md` 13). Sums are kept per class; weights are relative to the best class present.
public enum SourceClass {
    LIVE(1.0),
    PAPER(0.5),
    BACKTEST(0.25);

    private final double weight;

    SourceClass(double weight) {
        this.weight = weight;
    }

    /// Evidence weight of one outcome of this class before it is set in relation to the best class present.
    public double weight() {
        return weight;
    }
}
