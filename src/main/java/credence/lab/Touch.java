package credence.lab;

/// Which of two price levels a path reaches first.
///
/// @param candle where it does, or where it stopped being clear; the last candle when neither level is reached
record Touch(Side side, int candle) {

    enum Side {
        UP,
        DOWN,
        /// Both levels in one candle, or an opening beyond one of them: nobody can tell at what price the trade ended.
        UNCLEAR,
        /// The data end first.
        NEITHER
    }

    /// Walks from the open of a candle on.
    ///
    /// @param up in ticks, above that open; `down` below it
    static Touch first(Market market, int from, long up, long down) {
        for (int i = from; i < market.size(); i++) {
            Candle candle = market.candle(i);
            boolean gap = candle.open() >= up || candle.open() <= down;
            boolean reachesUp = candle.high() >= up;
            boolean reachesDown = candle.low() <= down;
            if (gap || (reachesUp && reachesDown)) {
                return new Touch(Side.UNCLEAR, i);
            }
            if (reachesUp || reachesDown) {
                return new Touch(reachesUp ? Side.UP : Side.DOWN, i);
            }
        }
        return new Touch(Side.NEITHER, market.size() - 1);
    }

    boolean clear() {
        return side == Side.UP || side == Side.DOWN;
    }
}
