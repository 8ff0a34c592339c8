package credence.core.market;

import credence.core.value.BotId;
import credence.core.value.TimeCodec;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Every situation a symbol's market has been in: how often it was met, for how long, and what trades entered in it came to.
///
/// A situation is **met** once an [Episode], not once a candle: candles in a row are one meeting. Counts are kept for ever; episodes
/// themselves only the newest so many, and forgetting one changes no count.
public final class SituationLibrary {

    /// Episodes kept unless said otherwise: about a year of hours.
    public static final int EPISODES = 4_000;

    /// One situation of the library.
    ///
    /// @param met episodes; 0 when a trade was entered in it between two candles, and no candle closed in it
    /// @param candles over all episodes
    /// @param first close of the first candle in it; empty like `last` when no candle closed in it
    public record Shelf(
            Situation situation,
            int met,
            long candles,
            @Nullable Instant first,
            @Nullable Instant last,
            Tally trades) {}

    /// A situation of the library seen from another one.
    ///
    /// @param weight k in (0, 1], see [SituationKernel]
    public record Neighbour(Shelf shelf, double weight) {}

    /// Situations like one, and how often they were met.
    ///
    /// @param neighbours nearest first; of equals the one met more often
    /// @param effectiveMeetings (Σk)² ÷ Σk² over episodes
    public record Neighbourhood(List<Neighbour> neighbours, double effectiveMeetings) {

        public Neighbourhood {
            neighbours = List.copyOf(neighbours);
        }
    }

    private final int kept;
    private final SortedMap<Integer, Shelf> shelves = new TreeMap<>();
    private final NavigableMap<Instant, Episode> episodes = new TreeMap<>();

    /// @param kept episodes kept, ≥ 1
    public SituationLibrary(int kept) {
        if (kept < 1) {
            throw new IllegalArgumentException("at least the running episode must be kept");
        }
        this.kept = kept;
    }

    /// A candle closed, and from here on its situation holds.
    ///
    /// @param closed after the candle before
    public void see(Instant closed, Situation situation) {
        Episode running = episodes.isEmpty() ? null : episodes.lastEntry().getValue();
        boolean same = running != null && running.situation().equals(situation);
        if (running != null) {
            keep(running.until(closed, same));
        }
        if (!same) {
            keep(new Episode(situation, closed, closed, 1, true, new TreeMap<>()));
            if (episodes.size() > kept) {
                episodes.pollFirstEntry();
            }
        }
        Shelf shelf = shelf(situation);
        put(
                new Shelf(
                        situation,
                        shelf.met() + (same ? 0 : 1),
                        shelf.candles() + 1,
                        shelf.first() == null ? closed : shelf.first(),
                        closed,
                        shelf.trades()));
    }

    /// A bot opened a trade.
    ///
    /// @param situation at entry
    public void entered(BotId bot, Instant at, Situation situation) {
        Shelf shelf = shelf(situation);
        put(with(shelf, shelf.trades().entered()));
        change(at, bot, Tally::entered);
    }

    /// An outcome became known.
    ///
    /// @param at of the entry; situation likewise
    /// @param result 1 won, 0 lost, ½ break-even
    public void closed(
            BotId bot, Instant at, Situation situation, double result, OptionalDouble r) {
        Shelf shelf = shelf(situation);
        put(with(shelf, shelf.trades().closed(result, r)));
        change(at, bot, tally -> tally.closed(result, r));
    }

    /// Changes the tally of the episode that a moment lies in, unless it is forgotten.
    private void change(Instant at, BotId bot, UnaryOperator<Tally> by) {
        Map.Entry<Instant, Episode> found = episodes.floorEntry(at);
        if (found != null) {
            Episode it = found.getValue();
            keep(it.with(bot, by.apply(it.bots().getOrDefault(bot, Tally.NONE))));
        }
    }

    private void keep(Episode episode) {
        episodes.put(episode.from(), episode);
    }

    private Shelf shelf(Situation situation) {
        Shelf found = shelves.get(SituationCode.of(situation));
        return found == null ? new Shelf(situation, 0, 0, null, null, Tally.NONE) : found;
    }

    private static Shelf with(Shelf shelf, Tally trades) {
        return new Shelf(
                shelf.situation(),
                shelf.met(),
                shelf.candles(),
                shelf.first(),
                shelf.last(),
                trades);
    }

    private void put(Shelf shelf) {
        shelves.put(SituationCode.of(shelf.situation()), shelf);
    }

    /// All situations, the one met most often first; of equals in the order of [SituationCode].
    public List<Shelf> situations() {
        List<Shelf> all = new ArrayList<>(shelves.values());
        all.sort(Comparator.comparingInt(Shelf::met).reversed());
        return all;
    }

    /// The episodes kept, newest first.
    public List<Episode> episodes() {
        return List.copyOf(episodes.descendingMap().values());
    }

    /// Situations like this one; itself is among them once it was met.
    public Neighbourhood neighbours(Situation situation) {
        List<Neighbour> near = new ArrayList<>();
        double met = 0;
        double metSquares = 0;
        for (Shelf shelf : situations()) {
            double k = SituationKernel.weight(situation, shelf.situation());
            if (k > 0) {
                near.add(new Neighbour(shelf, k));
                met += shelf.met() * k;
                metSquares += shelf.met() * k * k;
            }
        }
        near.sort(Comparator.comparingDouble(Neighbour::weight).reversed());
        return new Neighbourhood(near, SituationKernel.effectiveSample(met, metSquares));
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(shelves.size());
        for (Shelf shelf : shelves.values()) {
            out.writeInt(SituationCode.of(shelf.situation()));
            out.writeInt(shelf.met());
            out.writeLong(shelf.candles());
            Instant first = shelf.first();
            Instant last = shelf.last();
            out.writeBoolean(first != null && last != null);
            if (first != null && last != null) {
                TimeCodec.instant(out, first);
                TimeCodec.instant(out, last);
            }
            shelf.trades().write(out);
        }
        out.writeInt(episodes.size());
        for (Episode episode : episodes.values()) {
            out.writeInt(SituationCode.of(episode.situation()));
            TimeCodec.instant(out, episode.from());
            TimeCodec.instant(out, episode.to());
            out.writeInt(episode.candles());
            out.writeBoolean(episode.running());
            out.writeInt(episode.bots().size());
            for (var bot : episode.bots().entrySet()) {
                out.writeUTF(bot.getKey().name());
                bot.getValue().write(out);
            }
        }
    }

    /// @throws IOException when the bytes are not those of a library
    public static SituationLibrary read(DataInput in, int kept) throws IOException {
        SituationLibrary library = new SituationLibrary(kept);
        for (int left = in.readInt(); left > 0; left--) {
            Situation situation = situation(in);
            int met = in.readInt();
            long candles = in.readLong();
            boolean seen = in.readBoolean();
            Instant first = seen ? TimeCodec.instant(in) : null;
            Instant last = seen ? TimeCodec.instant(in) : null;
            library.put(new Shelf(situation, met, candles, first, last, Tally.read(in)));
        }
        for (int left = in.readInt(); left > 0; left--) {
            Situation situation = situation(in);
            Instant from = TimeCodec.instant(in);
            Instant to = TimeCodec.instant(in);
            int candles = in.readInt();
            boolean running = in.readBoolean();
            TreeMap<BotId, Tally> bots = new TreeMap<>();
            for (int more = in.readInt(); more > 0; more--) {
                bots.put(new BotId(in.readUTF()), Tally.read(in));
            }
            library.keep(new Episode(situation, from, to, candles, running, bots));
        }
        return library;
    }

    private static Situation situation(DataInput in) throws IOException {
        try {
            return SituationCode.situation(in.readInt());
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }
}
