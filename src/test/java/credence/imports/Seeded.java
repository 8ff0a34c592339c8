package credence.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Repeatable chance for property tests: SplitMix64 (Steele, Lea, Flood 2014). The seed names the case.
public final class Seeded {

    private long state;

    public Seeded(long seed) {
        this.state = seed;
    }

    public long bits() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public int below(int bound) {
        return (int) Long.remainderUnsigned(bits(), bound);
    }

    public boolean chance(int percent) {
        return below(100) < percent;
    }

    public <T> T oneOf(List<T> things) {
        return things.get(below(things.size()));
    }

    public <T> Optional<T> perhaps(java.util.function.Supplier<T> thing) {
        return chance(50) ? Optional.of(thing.get()) : Optional.empty();
    }

    /// A positive decimal with 0 to 8 places.
    public BigDecimal positive() {
        return BigDecimal.valueOf(1 + below(1_000_000_000), below(9));
    }

    public BigDecimal signed() {
        return chance(50) ? positive() : positive().negate();
    }

    /// Between 2000 and 2060, mostly whole seconds.
    public Instant time() {
        return Instant.ofEpochSecond(
                946_684_800L + below(1_893_456_000), chance(80) ? 0 : below(1_000_000_000));
    }

    /// Text with everything that CSV can trip over, but no blanks at the ends.
    public String text() {
        List<String> parts =
                List.of(
                        "a", "Z", "9", ",", "\"", ";", "\n", "ä", "交", " b ", "'", "|", "\t.",
                        "=1+1", "#");
        StringBuilder s = new StringBuilder();
        for (int i = 0; i <= below(6); i++) {
            s.append(oneOf(parts));
        }
        return "x" + s.toString().strip() + "y";
    }
}
