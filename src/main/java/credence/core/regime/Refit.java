package credence.core.regime;

import credence.core.value.TimeCodec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// One line of the model card: a refit of the hidden Markov model and what became of it.
///
/// @param at boundary it was made at; it used days closed at or before it
/// @param days observations used
/// @param states K of this fit
/// @param bic Schwarz's criterion by K, smaller is better; K without enough days are missing
/// @param list the states in the order of their numbers
/// @param logLikelihood of the standardised days
/// @param matched state `matched[i]`, as fitted, became number i; empty when states got new numbers by volatility
/// @param refused why the former fit stayed in force; empty when this one took over
/// @param note what else happened, in words; may be empty
public record Refit(
        Instant at,
        int days,
        int states,
        SortedMap<Integer, Double> bic,
        List<State> list,
        double logLikelihood,
        List<Integer> matched,
        Optional<String> refused,
        String note) {

    public Refit {
        bic = Collections.unmodifiableSortedMap(new TreeMap<>(bic));
        list = List.copyOf(list);
        matched = List.copyOf(matched);
    }

    /// A state in the units of the market.
    ///
    /// @param mean of the daily log return
    /// @param volatility standard deviation of the daily log return
    /// @param range mean ratio of (high − low) to close that a normal day of this state has (geometric); empty with one dimension
    /// @param days expected stay; empty when it is never left
    /// @param share of time in the long run, 0…1
    /// @param moves probabilities of tomorrow's states
    public record State(
            double mean,
            double volatility,
            OptionalDouble range,
            OptionalDouble days,
            double share,
            List<Double> moves) {

        public State {
            moves = List.copyOf(moves);
        }
    }

    /// Figures of a model in units of the market.
    static List<State> states(GaussianHmm model) {
        double[] shares = model.chain().stationary();
        List<State> states = new ArrayList<>();
        for (int i = 0; i < model.states(); i++) {
            List<Double> moves = new ArrayList<>();
            for (int j = 0; j < model.states(); j++) {
                moves.add(model.chain().transition(i, j));
            }
            states.add(
                    new State(
                            model.mean(i, 0),
                            model.deviation(i),
                            model.dimension() > 1
                                    ? OptionalDouble.of(StrictMath.exp(model.mean(i, 1)))
                                    : OptionalDouble.empty(),
                            model.chain().expectedDuration(i),
                            shares[i],
                            moves));
        }
        return states;
    }

    void write(DataOutput out) throws IOException {
        TimeCodec.instant(out, at);
        out.writeInt(days);
        out.writeInt(states);
        out.writeInt(bic.size());
        for (var entry : bic.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeDouble(entry.getValue());
        }
        out.writeInt(list.size());
        for (State state : list) {
            out.writeDouble(state.mean);
            out.writeDouble(state.volatility);
            write(out, state.range);
            write(out, state.days);
            out.writeDouble(state.share);
            out.writeInt(state.moves.size());
            for (double move : state.moves) {
                out.writeDouble(move);
            }
        }
        out.writeDouble(logLikelihood);
        out.writeInt(matched.size());
        for (int number : matched) {
            out.writeInt(number);
        }
        out.writeUTF(refused.orElse(""));
        out.writeUTF(note);
    }

    static Refit read(DataInput in) throws IOException {
        Instant at = TimeCodec.instant(in);
        int days = in.readInt();
        int k = in.readInt();
        SortedMap<Integer, Double> bic = new TreeMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            bic.put(in.readInt(), in.readDouble());
        }
        List<State> states = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            double mean = in.readDouble();
            double volatility = in.readDouble();
            OptionalDouble range = optional(in);
            OptionalDouble stay = optional(in);
            double share = in.readDouble();
            List<Double> moves = new ArrayList<>();
            for (int j = in.readInt(); j > 0; j--) {
                moves.add(in.readDouble());
            }
            states.add(new State(mean, volatility, range, stay, share, moves));
        }
        double logLikelihood = in.readDouble();
        List<Integer> matched = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            matched.add(in.readInt());
        }
        String refused = in.readUTF();
        return new Refit(
                at,
                days,
                k,
                bic,
                states,
                logLikelihood,
                matched,
                refused.isEmpty() ? Optional.empty() : Optional.of(refused),
                in.readUTF());
    }

    private static void write(DataOutput out, OptionalDouble number) throws IOException {
        out.writeBoolean(number.isPresent());
        if (number.isPresent()) {
            out.writeDouble(number.getAsDouble());
        }
    }

    private static OptionalDouble optional(DataInput in) throws IOException {
        return in.readBoolean() ? OptionalDouble.of(in.readDouble()) : OptionalDouble.empty();
    }
}
