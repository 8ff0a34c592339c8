package credence.core.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;

/// What came of trades.
///
/// @param entries trades opened
/// @param outcomes of these, the ones that have closed
/// @param wins a break-even counts half
/// @param measured outcomes with an R
/// @param sumOfR over these
public record Tally(int entries, int outcomes, double wins, int measured, double sumOfR) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    Tally entered() {
        return new Tally(entries + 1, outcomes, wins, measured, sumOfR);
    }

    Tally closed(double result, OptionalDouble r) {
        return new Tally(
                entries,
                outcomes + 1,
                wins + result,
                measured + (r.isPresent() ? 1 : 0),
                sumOfR + r.orElse(0));
    }

    /// Mean R of the outcomes that have one; empty without any.
    public OptionalDouble meanR() {
        return measured == 0 ? OptionalDouble.empty() : OptionalDouble.of(sumOfR / measured);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(entries);
        out.writeInt(outcomes);
        out.writeDouble(wins);
        out.writeInt(measured);
        out.writeDouble(sumOfR);
    }

    static Tally read(DataInput in) throws IOException {
        return new Tally(
                in.readInt(), in.readInt(), in.readDouble(), in.readInt(), in.readDouble());
    }
}
