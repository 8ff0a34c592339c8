package credence.core.brain;

import credence.core.ledger.Trade;

import java.math.BigDecimal;

/// A bot's trades as one number, so that duplicates are found without comparing them pair by pair.
///
/// Sum, over its trades, of a 128-bit hash of symbol, side, entry and exit (times and prices); sizes do not count: the same calls with
/// other money are the same bot. A sum does not depend on the order of the trades. Two different sets agree by chance in one of 2^128.
record Fingerprint(long high, long low) {

    static Fingerprint of(Trade trade) {
        long h = 0x243F6A8885A308D3L;
        long l = 0x13198A2E03707344L;
        long[] fields = {
            trade.symbol().name().hashCode(),
            trade.direction().ordinal(),
            trade.entryTime().getEpochSecond(),
            trade.entryTime().getNano(),
            bits(trade.entryPrice().value()),
            trade.exitTime().getEpochSecond(),
            trade.exitTime().getNano(),
            bits(trade.exitPrice().value())
        };
        for (long field : fields) {
            h = mix(h ^ field);
            l = mix(l + field * 0x9E3779B97F4A7C15L);
        }
        return new Fingerprint(h, l);
    }

    private static long bits(BigDecimal price) {
        return Double.doubleToLongBits(price.doubleValue());
    }

    /// Finaliser of SplitMix64 (Steele, Lea & Flood, 2014).
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
