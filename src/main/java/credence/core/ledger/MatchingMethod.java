package credence.core.ledger;

/// Which open lot a closing fill meets.
public enum MatchingMethod {
    FIFO,
    LIFO,
    /// One lot per position at the average price; the entry time is that of the first fill since flat.
    AVERAGE
}
