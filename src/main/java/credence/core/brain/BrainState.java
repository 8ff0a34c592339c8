package credence.core.brain;

import credence.core.belief.LearningEvent;
import credence.core.belief.PopulationPrior;
import credence.core.belief.PopulationPrior.ClassCounts;
import credence.core.belief.Prior;
import credence.core.ledger.Ledger;
import credence.core.regime.FitCache;
import credence.core.regime.MarketReading;
import credence.core.regime.Refit;
import credence.core.regime.SymbolMarket;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Symbol;
import credence.core.value.TimeCodec;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// All that is derived from the facts so far. Mutable, owned by one fold; [#encode] and [#decode] carry it over.
///
/// The encoding is canonical: equal states have equal bytes, in which [StateHash] finds its fingerprint.
public final class BrainState {

    /// Version of what [#encode] writes; states of another version are not read.
    public static final int ENCODING = Codec.VERSION;

    /// Events of the learning history kept in memory.
    public static final int HISTORY = 10_000;

    private static final int DAYS_OF_VELOCITY = 31;

    private final Configuration configuration;
    private final FitCache fits;
    private final SortedMap<BotId, BotState> bots = new TreeMap<>();
    private final SortedMap<EntryKey, OpenEntry> entries = new TreeMap<>();
    private final Map<String, OpenEntry> entryOfPart = new HashMap<>();
    private final SortedMap<Symbol, LastPrice> prices = new TreeMap<>();
    private final SortedMap<Symbol, SymbolMarket> markets = new TreeMap<>();
    private final SortedMap<BotId, Prior> priors = new TreeMap<>();
    private @Nullable PopulationPrior population;
    private final SortedMap<BotId, String> classes = new TreeMap<>();
    private final Deque<LearningEvent> history = new ArrayDeque<>();
    private final SortedMap<Long, Integer> outcomesByDay = new TreeMap<>();
    private Ledger ledger;
    private Prior priorOfStrangers;
    private @Nullable Instant now;
    private long lastDay;
    private boolean learnedSinceBoundary;
    private long outcomes;
    private long unmatched;

    /// What sources state of closes that found nothing open, by currency.
    private final SortedMap<CurrencyCode, BigDecimal> unmatchedResults = new TreeMap<>();

    private long predictions;

    record LastPrice(double close, Instant at) {}

    public BrainState(Configuration configuration) {
        this(configuration, FitCache.none());
    }

    /// @param fits keeps fits that are slow to make, so that a replay need not repeat them; it changes no bit
    public BrainState(Configuration configuration, FitCache fits) {
        this.configuration = configuration;
        this.fits = fits;
        this.ledger = new Ledger(configuration.matching());
        this.priorOfStrangers = Prior.unseen(configuration.belief());
    }

    public Configuration configuration() {
        return configuration;
    }

    /// Time of the latest fact or settled moment, absent before the first.
    public @Nullable Instant now() {
        return now;
    }

    void now(Instant time) {
        now = time;
    }

    public Collection<BotState> bots() {
        return Collections.unmodifiableCollection(bots.values());
    }

    public @Nullable BotState bot(BotId bot) {
        return bots.get(bot);
    }

    BotState botOrNew(BotId bot) {
        return bots.computeIfAbsent(bot, id -> new BotState(id, configuration.belief()));
    }

    /// Entries still open, in order of bot and time.
    public Collection<OpenEntry> openEntries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    public List<OpenEntry> openEntries(BotId bot) {
        List<OpenEntry> own = new ArrayList<>();
        for (OpenEntry e : entries.values()) {
            if (e.key().bot().equals(bot)) {
                own.add(e);
            }
        }
        return own;
    }

    /// Provisional outcomes of a bot: R of its open trades whose mark is a loss, after assumed costs, as learners see it.
    public List<Double> openLosses(BotState bot) {
        List<Double> losses = new ArrayList<>(0);
        for (OpenEntry entry : openEntries(bot.bot())) {
            OptionalDouble r = entry.markedR(assumedBps(bot, entry));
            if (r.isPresent() && r.getAsDouble() < 0) {
                losses.add(Math.max(-configuration.belief().rClamp(), r.getAsDouble()));
            }
        }
        return losses;
    }

    /// Costs to assume a side: none for a bot whose source states them, unless the entry counts in points, from which costs in
    /// money cannot be taken.
    double assumedBps(BotState bot, OpenEntry entry) {
        return bot.costsSeen() && !entry.inPoints() ? 0 : configuration.assumedBpsPerSide();
    }

    SortedMap<EntryKey, OpenEntry> entries() {
        return entries;
    }

    Map<String, OpenEntry> entryOfPart() {
        return entryOfPart;
    }

    SortedMap<Symbol, LastPrice> prices() {
        return prices;
    }

    SortedMap<Symbol, SymbolMarket> markets() {
        return markets;
    }

    SymbolMarket marketOrNew(Symbol symbol) {
        return markets.computeIfAbsent(symbol, s -> new SymbolMarket(configuration.market(), fits));
    }

    /// Symbols whose bars are held, in order.
    public Collection<Symbol> symbolsWithBars() {
        return Collections.unmodifiableCollection(markets.keySet());
    }

    /// Latest refits of the five's model of a symbol, oldest first.
    public List<Refit> modelCard(Symbol symbol) {
        SymbolMarket market = markets.get(symbol);
        return market == null ? List.of() : market.card();
    }

    /// What is known of a symbol's market now; the state must be settled. Empty without bars.
    public Optional<MarketReading> market(Symbol symbol) {
        SymbolMarket market = markets.get(symbol);
        return market == null || now == null ? Optional.empty() : Optional.of(market.read(now));
    }

    Ledger ledger() {
        return ledger;
    }

    /// The prior of the day for a bot.
    public Prior prior(BotId bot) {
        if (population == null) {
            return priors.getOrDefault(bot, priorOfStrangers);
        }
        ClassCounts counts = standIn(bot);
        return counts == null ? priorOfStrangers : population.without(counts);
    }

    /// What stands for a bot in the population of the day, absent for a stranger.
    private @Nullable ClassCounts standIn(BotId bot) {
        String name = classes.get(bot);
        BotState first = bots.get(name == null ? bot : new BotId(name));
        return first == null ? null : first.inPopulation();
    }

    /// The population of the day; absent until the first midnight after the start, or after a snapshot, which holds the
    /// priors themselves.
    @Nullable PopulationPrior population() {
        return population;
    }

    void population(PopulationPrior ofTheDay) {
        population = ofTheDay;
        priorOfStrangers = ofTheDay.ofAll();
        priors.clear();
    }

    /// Name of the first bot of a duplicate class, absent for a bot that stands alone.
    public @Nullable String duplicateClass(BotId bot) {
        return classes.get(bot);
    }

    /// Whether a bot makes the same trades as one that comes before it: where bots are put together, the first stands for its class.
    public boolean repeats(BotId bot) {
        String name = classes.get(bot);
        return name != null && !name.equals(bot.name());
    }

    SortedMap<BotId, String> classes() {
        return classes;
    }

    /// The latest events of the learning history, oldest first.
    public List<LearningEvent> history() {
        return List.copyOf(history);
    }

    void remember(LearningEvent event) {
        if (history.size() == HISTORY) {
            history.removeFirst();
        }
        history.addLast(event);
        outcomes++;
        learnedSinceBoundary = true;
        long day = Math.floorDiv(event.time().getEpochSecond(), 86_400L);
        outcomesByDay.merge(day, 1, Integer::sum);
        outcomesByDay.headMap(day - DAYS_OF_VELOCITY).clear();
    }

    /// Outcomes a day over the last `days` days of UTC, the present one included.
    public double velocity(int days) {
        if (now == null) {
            return 0;
        }
        long today = Math.floorDiv(now.getEpochSecond(), 86_400L);
        int sum = 0;
        for (int n : outcomesByDay.tailMap(today - days + 1).values()) {
            sum += n;
        }
        return (double) sum / days;
    }

    public long outcomes() {
        return outcomes;
    }

    /// Fills that said they close and found nothing open.
    public long unmatched() {
        return unmatched;
    }

    /// What came of the closes without an opening by their sources' own word, by currency: in no sum and no belief.
    public SortedMap<CurrencyCode, BigDecimal> unmatchedResults() {
        return Collections.unmodifiableSortedMap(unmatchedResults);
    }

    /// @param stated what the source says came of it
    void countUnmatched(CurrencyCode currency, Optional<BigDecimal> stated) {
        unmatched++;
        stated.ifPresent(
                result ->
                        unmatchedResults.merge(currency, Codec.canonical(result), BigDecimal::add));
    }

    /// Predictions seen; none is evaluated before prices are tracked, all wait in the queue of pending outcomes.
    public long predictions() {
        return predictions;
    }

    void countPrediction() {
        predictions++;
    }

    long lastDay() {
        return lastDay;
    }

    void lastDay(long day) {
        lastDay = day;
    }

    boolean learnedSinceBoundary() {
        return learnedSinceBoundary;
    }

    void boundaryDone() {
        learnedSinceBoundary = false;
    }

    /// Fingerprint of the state and its configuration.
    public String hash() {
        return StateHash.of(
                configuration.hash().getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                encode());
    }

    public byte[] encode() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
            write(new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    /// @throws UncheckedIOException when the bytes are not an encoded state
    public static BrainState decode(byte[] bytes, Configuration configuration) {
        return decode(bytes, configuration, FitCache.none());
    }

    /// @param fits as in the constructor
    /// @throws UncheckedIOException when the bytes are not an encoded state
    public static BrainState decode(byte[] bytes, Configuration configuration, FitCache fits) {
        try {
            return read(new DataInputStream(new ByteArrayInputStream(bytes)), configuration, fits);
        } catch (IOException e) {
            throw new UncheckedIOException("not an encoded state", e);
        }
    }

    private void write(DataOutput out) throws IOException {
        out.writeInt(Codec.VERSION);
        out.writeInt(bots.size());
        for (BotState b : bots.values()) {
            b.write(out);
        }
        out.writeInt(entries.size());
        for (OpenEntry e : entries.values()) {
            e.write(out);
        }
        out.writeInt(prices.size());
        for (var e : prices.entrySet()) {
            out.writeUTF(e.getKey().name());
            out.writeDouble(e.getValue().close());
            TimeCodec.instant(out, e.getValue().at());
        }
        out.writeInt(markets.size());
        for (var e : markets.entrySet()) {
            out.writeUTF(e.getKey().name());
            e.getValue().write(out);
        }
        SortedMap<BotId, Prior> known = priorsOfTheDay();
        out.writeInt(known.size());
        for (var e : known.entrySet()) {
            out.writeUTF(e.getKey().name());
            write(out, e.getValue());
        }
        write(out, priorOfStrangers);
        out.writeInt(classes.size());
        for (var e : classes.entrySet()) {
            out.writeUTF(e.getKey().name());
            out.writeUTF(e.getValue());
        }
        ledger.write(out);
        out.writeInt(history.size());
        for (LearningEvent e : history) {
            write(out, e);
        }
        out.writeInt(outcomesByDay.size());
        for (var e : outcomesByDay.entrySet()) {
            out.writeLong(e.getKey());
            out.writeInt(e.getValue());
        }
        out.writeBoolean(now != null);
        if (now != null) {
            TimeCodec.instant(out, now);
        }
        out.writeLong(lastDay);
        out.writeBoolean(learnedSinceBoundary);
        out.writeLong(outcomes);
        out.writeLong(unmatched);
        out.writeInt(unmatchedResults.size());
        for (var e : unmatchedResults.entrySet()) {
            out.writeUTF(e.getKey().code());
            Codec.decimal(out, e.getValue());
        }
        out.writeLong(predictions);
        writeBooks(out);
    }

    /// Only where there is something to tell: without it the bytes end before.
    private void writeBooks(DataOutput out) throws IOException {
        List<BotState> telling = bots.values().stream().filter(b -> !b.books().isEmpty()).toList();
        if (!telling.isEmpty()) {
            out.writeInt(telling.size());
            for (BotState b : telling) {
                out.writeUTF(b.bot().name());
                b.books().write(out);
            }
        }
    }

    private SortedMap<BotId, Prior> priorsOfTheDay() {
        if (population == null) {
            return priors;
        }
        SortedMap<BotId, Prior> known = new TreeMap<>();
        for (BotId bot : bots.keySet()) {
            ClassCounts counts = standIn(bot);
            if (counts != null) {
                known.put(bot, population.without(counts));
            }
        }
        return known;
    }

    private static BrainState read(DataInputStream in, Configuration configuration, FitCache fits)
            throws IOException {
        if (in.readInt() != Codec.VERSION) {
            throw new IOException("another version of the encoding");
        }
        BrainState s = new BrainState(configuration, fits);
        int bots = in.readInt();
        for (int i = 0; i < bots; i++) {
            BotState b = BotState.read(in, configuration.belief());
            s.bots.put(b.bot(), b);
        }
        int open = in.readInt();
        for (int i = 0; i < open; i++) {
            OpenEntry e = OpenEntry.read(in);
            s.entries.put(e.key(), e);
            e.parts().forEach(part -> s.entryOfPart.put(part, e));
        }
        int prices = in.readInt();
        for (int i = 0; i < prices; i++) {
            s.prices.put(
                    new Symbol(in.readUTF()),
                    new LastPrice(in.readDouble(), TimeCodec.instant(in)));
        }
        int markets = in.readInt();
        for (int i = 0; i < markets; i++) {
            s.markets.put(
                    new Symbol(in.readUTF()), SymbolMarket.read(in, configuration.market(), fits));
        }
        int priors = in.readInt();
        for (int i = 0; i < priors; i++) {
            s.priors.put(new BotId(in.readUTF()), readPrior(in));
        }
        s.priorOfStrangers = readPrior(in);
        int classes = in.readInt();
        for (int i = 0; i < classes; i++) {
            s.classes.put(new BotId(in.readUTF()), in.readUTF());
        }
        s.ledger = Ledger.read(in);
        int events = in.readInt();
        for (int i = 0; i < events; i++) {
            s.history.addLast(readEvent(in));
        }
        int days = in.readInt();
        for (int i = 0; i < days; i++) {
            s.outcomesByDay.put(in.readLong(), in.readInt());
        }
        if (in.readBoolean()) {
            s.now = TimeCodec.instant(in);
        }
        s.lastDay = in.readLong();
        s.learnedSinceBoundary = in.readBoolean();
        s.outcomes = in.readLong();
        s.unmatched = in.readLong();
        int currencies = in.readInt();
        for (int i = 0; i < currencies; i++) {
            s.unmatchedResults.put(new CurrencyCode(in.readUTF()), Codec.decimal(in));
        }
        s.predictions = in.readLong();
        int telling = in.available() > 0 ? in.readInt() : 0;
        for (int i = 0; i < telling; i++) {
            s.botOrNew(new BotId(in.readUTF())).books().read(in);
        }
        return s;
    }

    private static void write(DataOutput out, Prior p) throws IOException {
        out.writeDouble(p.rate());
        out.writeDouble(p.rateStrength());
        out.writeDouble(p.edge());
        out.writeDouble(p.edgeStrength());
        out.writeDouble(p.variance());
    }

    private static Prior readPrior(DataInput in) throws IOException {
        return new Prior(
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble());
    }

    private static void write(DataOutput out, LearningEvent e) throws IOException {
        out.writeUTF(e.bot().name());
        TimeCodec.instant(out, e.time());
        out.writeInt(e.index());
        out.writeDouble(e.prior());
        out.writeDouble(e.evidence());
        out.writeBoolean(e.r() != null);
        if (e.r() != null) {
            out.writeDouble(e.r());
        }
        out.writeDouble(e.likelihood());
        out.writeDouble(e.posterior());
        out.writeDouble(e.weightBefore());
        out.writeDouble(e.weightAfter());
        out.writeBoolean(e.seam());
    }

    private static LearningEvent readEvent(DataInput in) throws IOException {
        return new LearningEvent(
                new BotId(in.readUTF()),
                TimeCodec.instant(in),
                in.readInt(),
                in.readDouble(),
                in.readDouble(),
                in.readBoolean() ? (Double) in.readDouble() : null,
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readBoolean());
    }
}
