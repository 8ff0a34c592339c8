package credence.core.random;

import org.apache.commons.math3.special.Erf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Random numbers that are answers, not a stream: keyed by workspace seed, learner and asking fact, counted by ordinal.
///
/// Equal (seed, learner, fact, ordinal) give equal numbers for ever, on every machine and in every order of asking;
/// unequal ones give numbers that have nothing to do with each other. So a late or unrelated fact disturbs nothing
/// (`rules.md` 7). The key is 128 bits of SHA-256 over the three names, the numbers come from [Philox].
public final class Draws {

    private static final double SQRT_2 = 1.4142135623730951;

    private final long seed;
    private final String learner;
    private final long key0;
    private final long key1;

    private Draws(long seed, String learner, String fact) {
        this.seed = seed;
        this.learner = learner;
        ByteBuffer digest = ByteBuffer.wrap(digest(seed, learner, fact));
        this.key0 = digest.getLong();
        this.key1 = digest.getLong();
    }

    /// Draws of a learner that no fact asks for: initial states, simulated worlds.
    public static Draws of(long seed, String learner) {
        return new Draws(seed, learner, "");
    }

    /// The same learner's draws for one fact.
    ///
    /// @param fact key of the asking fact
    public Draws at(String fact) {
        return new Draws(seed, learner, fact);
    }

    /// 64 random bits.
    ///
    /// @param ordinal which of the asker's questions this is, from 0
    public long bits(long ordinal) {
        return bits(ordinal, 0);
    }

    /// Uniform in [0, 1), a multiple of 2⁻⁵³.
    public double uniform(long ordinal) {
        return (bits(ordinal) >>> 11) * 0x1p-53;
    }

    /// Uniform in 0 … bound − 1, every value equally likely.
    ///
    /// Lemire's multiplication with rejection ("Fast random integer generation in an interval", ACM TOMACS 29, 2019);
    /// a rejected word is replaced under the same ordinal, so no other draw moves.
    ///
    /// @throws IllegalArgumentException when `bound` is not positive
    public int below(int bound, long ordinal) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive: " + bound);
        }
        // 2⁶⁴ mod bound: as many low products are surplus and would favour some values.
        long surplus = Long.remainderUnsigned(-(long) bound, bound);
        for (long attempt = 0; ; attempt++) {
            long word = bits(ordinal, attempt);
            if (Long.compareUnsigned(word * bound, surplus) >= 0) {
                return (int) Math.unsignedMultiplyHigh(word, bound);
            }
        }
    }

    /// Whether an event of this probability happens; 0 and less never, 1 and more always.
    public boolean happens(double probability, long ordinal) {
        return uniform(ordinal) < probability;
    }

    /// Standard normal, by inverse distribution function: one draw, finite, within ±8.3.
    public double normal(long ordinal) {
        // The middle of one of 2⁵² equal cells: never 0 or 1, and symmetric about ½.
        double p = ((bits(ordinal) >>> 12) + 0.5) * 0x1p-52;
        return SQRT_2 * Erf.erfInv(2 * p - 1);
    }

    /// Takes the ordinals one after the other, for code that asks many questions in one call.
    public DrawSequence inOrder() {
        return new DrawSequence(this);
    }

    private long bits(long ordinal, long attempt) {
        return Philox.block(ordinal, attempt, 0, 0, key0, key1)[0];
    }

    private static byte[] digest(long seed, String learner, String fact) {
        byte[] name = learner.getBytes(StandardCharsets.UTF_8);
        byte[] asking = fact.getBytes(StandardCharsets.UTF_8);
        try {
            // The length in front keeps ("a", "bc") and ("ab", "c") apart.
            return MessageDigest.getInstance("SHA-256")
                    .digest(
                            ByteBuffer.allocate(
                                            Long.BYTES
                                                    + Integer.BYTES
                                                    + name.length
                                                    + asking.length)
                                    .putLong(seed)
                                    .putInt(name.length)
                                    .put(name)
                                    .put(asking)
                                    .array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
