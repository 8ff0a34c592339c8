package credence.core.regime;

import credence.core.market.Features;
import credence.core.value.Status;
import credence.core.value.TimeCodec;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Reads the regime of five of one symbol, day by day.
///
/// The model is refitted at Monday 00:00 UTC on the days closed by then. After a refit that took over, the filter stands where the new model,
/// run through that whole past, leaves it; from there every day is one step of O(K²). So a reading rests on days closed at or before it
/// and on parameters from before it, whatever comes later. A day without return or range says nothing about the state and is left out of
/// filter and fit alike.
///
/// After a hole in the days ([#anew]) nothing is read until a day with a return has closed: the states are then as probable as in the long
/// run, and the day tells more.
///
/// Mutable; [#write] and [#read] keep every bit, at any point.
public final class FiveReader {

    private final FiveParameters parameters;
    private final FitCache cache;
    private final Refitting refitting;
    private final Deque<Refit> card = new ArrayDeque<>();
    private final Hysteresis<FiveRegime> hysteresis;
    private Observations days;
    private RegimeModel model = RegimeModel.NONE;
    private double[] filtered = {};
    // Hash of all that went into the refits so far, and how many days it covers.
    private String key;
    private int hashed;
    private int refits;
    private int refused;
    private @Nullable Instant lastDay;
    private @Nullable FiveReading reading;
    private boolean forgotten;

    public FiveReader(FiveParameters parameters, FitCache cache) {
        this.parameters = parameters;
        this.cache = cache;
        this.refitting = new Refitting(parameters);
        this.hysteresis = new Hysteresis<>(FiveRegime.class, parameters.closes());
        this.days = new Observations(parameters.dimension());
        this.key = sha256(parameters.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Hears a closed day. A Monday that lies between it and the day before is crossed first.
    ///
    /// @param day daily features, later than the ones before
    /// @throws IllegalArgumentException when the day does not come after the last one
    public void see(Features day) {
        if (lastDay != null) {
            if (!day.closed().isAfter(lastDay)) {
                throw new IllegalArgumentException(
                        "the day closed " + day.closed() + " does not follow " + lastDay);
            }
            Instant monday = Weeks.mondayFrom(lastDay);
            if (monday.isBefore(day.closed())) {
                refit(monday);
            }
        }
        lastDay = day.closed();
        observe(day);
        reading = named(day);
    }

    /// Days were missing before the next one for so long that the state before says nothing of the state after.
    public void anew() {
        days.anew();
        forgotten = true;
        reading = null;
        hysteresis.forget();
        model.inForce().ifPresent(hmm -> filtered = hmm.chain().stationary());
    }

    /// Crosses a Monday 00:00 UTC: refits if any day has closed since the last refit. Need not be called, since the next day does;
    /// called, it makes the model card up to date at once. Twice is once.
    public void refit(Instant monday) {
        if (days.size() == hashed) {
            return;
        }
        key = keyOfNext(monday);
        hashed = days.size();
        RegimeModel next = cache.refit(key, () -> refitting.next(model, days, monday));
        if (next.count() == model.count()) {
            return;
        }
        model = next;
        refits++;
        Refit line = next.refit().orElseThrow();
        if (line.refused().isEmpty()) {
            filtered =
                    forgotten ? next.inForce().orElseThrow().chain().stationary() : next.filtered();
        } else {
            refused++;
        }
        card.addLast(line);
        if (card.size() > parameters.card()) {
            card.removeFirst();
        }
    }

    private void observe(Features day) {
        if (day.logReturn().isEmpty() || (parameters.dimension() > 1 && day.highLow().isEmpty())) {
            return;
        }
        double[] x =
                parameters.dimension() > 1
                        ? new double[] {day.logReturn().getAsDouble(), day.highLow().getAsDouble()}
                        : new double[] {day.logReturn().getAsDouble()};
        days.add(x);
        forgotten = false;
        model.inForce().ifPresent(hmm -> hmm.chain().step(filtered, hmm.logDensities(x)));
    }

    private @Nullable FiveReading named(Features day) {
        FiveRule rule;
        if (FiveRule.crisis(day, parameters)) {
            rule = FiveRule.ofCrisis(day, parameters);
            hysteresis.force(FiveRegime.CRISIS);
        } else if (model.inForce().isPresent() && !forgotten) {
            rule = FiveRule.ofStates(model.inForce().get(), filtered);
            hysteresis.see(rule.regime());
        } else {
            hysteresis.interrupt();
            return null;
        }
        FiveRegime name = hysteresis.inForce().orElse(rule.regime());
        return new FiveReading(
                day.closed(),
                name,
                rule.probabilities(),
                hysteresis.standing(),
                name == rule.regime() ? rule.reason() : stays(name, rule));
    }

    private String stays(FiveRegime name, FiveRule rule) {
        return FiveRule.words(
                "%s stays until another name has been read at %d closes in a row, so far %d. %s",
                name, hysteresis.needed(), hysteresis.inARow(), rule.reason());
    }

    /// At the last day's close; empty while warming up.
    public Optional<FiveReading> reading() {
        return Optional.ofNullable(reading);
    }

    /// OK with a model, NO_DATA without a day, NOT_READY in between.
    public Status status() {
        return model.inForce().isPresent()
                ? Status.OK
                : lastDay == null ? Status.NO_DATA : Status.NOT_READY;
    }

    /// Days with return and range so far; the first fit needs 50 a state.
    public int days() {
        return days.size();
    }

    /// In units of the market; empty before the first fit.
    public Optional<GaussianHmm> model() {
        return model.inForce();
    }

    /// Filtered probabilities of the model's states; empty before the first fit.
    public double[] filtered() {
        return filtered.clone();
    }

    /// The model card: latest refits, oldest first.
    public List<Refit> card() {
        return List.copyOf(card);
    }

    /// Refits ever made, those no longer on the card included.
    public int refits() {
        return refits;
    }

    /// How many of them were refused.
    public int refused() {
        return refused;
    }

    public void write(DataOutput out) throws IOException {
        days.write(out);
        model.write(out);
        out.writeInt(filtered.length);
        Doubles.write(out, filtered);
        out.writeUTF(key);
        out.writeInt(hashed);
        out.writeInt(refits);
        out.writeInt(refused);
        out.writeInt(card.size());
        for (Refit line : card) {
            line.write(out);
        }
        out.writeBoolean(lastDay != null);
        if (lastDay != null) {
            TimeCodec.instant(out, lastDay);
        }
        out.writeBoolean(reading != null);
        if (reading != null) {
            reading.write(out);
        }
        hysteresis.write(out);
        out.writeBoolean(forgotten);
    }

    public static FiveReader read(DataInput in, FiveParameters parameters, FitCache cache)
            throws IOException {
        FiveReader reader = new FiveReader(parameters, cache);
        reader.days = Observations.read(in, parameters.dimension());
        reader.model = RegimeModel.read(in);
        reader.filtered = Doubles.read(in, in.readInt());
        reader.key = in.readUTF();
        reader.hashed = in.readInt();
        reader.refits = in.readInt();
        reader.refused = in.readInt();
        for (int i = in.readInt(); i > 0; i--) {
            reader.card.addLast(Refit.read(in));
        }
        if (in.readBoolean()) {
            reader.lastDay = TimeCodec.instant(in);
        }
        if (in.readBoolean()) {
            reader.reading = FiveReading.read(in);
        }
        reader.hysteresis.read(in);
        reader.forgotten = in.readBoolean();
        return reader;
    }

    private String keyOfNext(Instant monday) {
        byte[] before = key.getBytes(StandardCharsets.UTF_8);
        int d = days.dimension();
        int fresh = days.size() - hashed;
        ByteBuffer all =
                ByteBuffer.allocate(before.length + Long.BYTES + fresh * (d * Double.BYTES + 1));
        all.put(before).putLong(monday.getEpochSecond());
        for (int t = hashed; t < days.size(); t++) {
            all.put((byte) (days.startsAnew(t) ? 1 : 0));
            for (int a = 0; a < d; a++) {
                all.putDouble(days.value(t, a));
            }
        }
        return sha256(all.array());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
