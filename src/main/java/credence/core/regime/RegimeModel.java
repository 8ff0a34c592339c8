package credence.core.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a refit leaves behind: the model in force, where its filter stands, and what the next refit goes on from. Immutable.
///
/// @param inForce model in units of the market (so the standardiser of its fit is frozen in it), states by number; empty before the
///     first fit
/// @param filtered probabilities of its states after the last day of the latest refit's past, filtered through the whole past
/// @param latest latest fit of each K, in units of the market, whether it took over or not
/// @param challenger K that has won by the margin lately; 0 when none has
/// @param wins at how many refits in a row
/// @param refusals refits in a row that could not be matched
/// @param count refits so far
/// @param refit the latest refit as it stands on the model card
public record RegimeModel(
        Optional<GaussianHmm> inForce,
        double[] filtered,
        SortedMap<Integer, GaussianHmm> latest,
        int challenger,
        int wins,
        int refusals,
        int count,
        Optional<Refit> refit) {

    static final RegimeModel NONE =
            new RegimeModel(
                    Optional.empty(), new double[0], new TreeMap<>(), 0, 0, 0, 0, Optional.empty());

    public RegimeModel {
        filtered = filtered.clone();
        latest = Collections.unmodifiableSortedMap(new TreeMap<>(latest));
    }

    @Override
    public double[] filtered() {
        return filtered.clone();
    }

    /// For stores that keep fits between sessions.
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(inForce.isPresent());
        if (inForce.isPresent()) {
            inForce.get().write(out);
            Doubles.write(out, filtered);
        }
        out.writeInt(latest.size());
        for (GaussianHmm model : latest.values()) {
            model.write(out);
        }
        out.writeInt(challenger);
        out.writeInt(wins);
        out.writeInt(refusals);
        out.writeInt(count);
        out.writeBoolean(refit.isPresent());
        if (refit.isPresent()) {
            refit.get().write(out);
        }
    }

    public static RegimeModel read(DataInput in) throws IOException {
        Optional<GaussianHmm> inForce = Optional.empty();
        double[] filtered = {};
        if (in.readBoolean()) {
            GaussianHmm model = GaussianHmm.read(in);
            inForce = Optional.of(model);
            filtered = Doubles.read(in, model.states());
        }
        SortedMap<Integer, GaussianHmm> latest = new TreeMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            GaussianHmm model = GaussianHmm.read(in);
            latest.put(model.states(), model);
        }
        return new RegimeModel(
                inForce,
                filtered,
                latest,
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readBoolean() ? Optional.of(Refit.read(in)) : Optional.empty());
    }
}
