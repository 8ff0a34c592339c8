package credence.testkit;

import credence.core.belief.BeliefPoint;
import credence.core.belief.LearningEvent;
import credence.core.fact.Fill;
import credence.core.regime.FleetDependence;
import credence.core.regime.MarketReading;
import credence.core.regime.Taxonomy;
import credence.core.trust.BotTrust;
import credence.core.trust.DataQuality;
import credence.core.trust.LearningSummary;
import credence.core.trust.RegimeFit;
import credence.core.trust.TrustBoard;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Estimate;
import credence.core.value.SourceClass;
import credence.core.value.Status;
import credence.core.value.Symbol;
import credence.desktop.desk.Desk;
import credence.service.BeliefHistory;
import credence.service.BrokenImport;
import credence.service.DeskState;
import credence.service.Feed;
import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.MarketTimeline;
import credence.service.RegimeReport;
import credence.service.ServiceException;
import credence.service.Setting;
import credence.service.SituationReport;
import credence.service.StatusReport;
import credence.service.TradeQuery;
import credence.service.TradeView;
import credence.service.port.BatchSummary;
import credence.service.port.FileReport;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader.BarOptions;
import credence.service.port.JournalReader.FormatDescription;
import credence.service.port.NewBatch;
import credence.service.port.Progress;
import credence.service.port.RowDecisions;
import credence.service.port.SourceLines;
import credence.service.port.WorkspaceStore.StoreHealth;
import credence.service.port.mapping.ColumnRef;
import credence.service.port.mapping.Condition;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.MappingProposal;
import credence.service.port.mapping.Need;
import credence.service.port.mapping.OwnerRule;
import credence.service.port.mapping.Role;
import credence.service.port.mapping.RowKind;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// A desk without a store: bots, trades and beliefs made up by counting, the same every time.
///
/// A planned file whose name holds `zone` asks for the time zone, one with `bad` cannot be read, one with `known` holds nothing new;
/// every other one brings ten rows of one bot.
public final class FakeDesk implements Desk {

    public static final Instant UNTIL = Instant.parse("2026-03-31T16:00:00Z");

    private static final Estimate NOT_READY = Estimate.none(Status.NOT_READY, 0);
    private static final CurrencyCode USD = new CurrencyCode("USD");

    private final boolean sample;
    private final List<Consumer<DeskState>> listeners = new ArrayList<>();
    private final List<BotId> bots = new ArrayList<>();
    private final List<BatchSummary> batches = new ArrayList<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final List<ImportOptions> planned = new ArrayList<>();
    private final List<BrokenImport> broken = new ArrayList<>();
    private final FakeProfiles profiles = new FakeProfiles();
    private DeskState state;
    private boolean closed;
    private @Nullable FakeMarket market;

    public FakeDesk(boolean sample, String... names) {
        this.sample = sample;
        for (String name : names) {
            bots.add(new BotId(name));
        }
        if (names.length > 0) {
            batches.add(
                    new BatchSummary(
                            1, "import", UNTIL, List.of(report("first.csv", 10, 0, null)), null));
        }
        state = new DeskState(1, board(), "hash1", events(), sample);
    }

    /// What was asked of the plans so far.
    public List<ImportOptions> planned() {
        return planned;
    }

    public boolean closed() {
        return closed;
    }

    /// Says something new as the writer thread would.
    public void publish(DeskState next) {
        state = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    /// What was broken off; the test may add to it.
    @Override
    public List<BrokenImport> broken() {
        return broken;
    }

    @Override
    public void seenBroken() {
        broken.clear();
    }

    @Override
    public Path directory() {
        return Path.of("fake");
    }

    @Override
    public boolean sample() {
        return sample;
    }

    @Override
    public DeskState state() {
        return state;
    }

    @Override
    public Feed.Subscription subscribe(Consumer<DeskState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public TrustBoard trust(Optional<Instant> asOf) {
        TrustBoard now = state.board();
        return asOf.isEmpty()
                ? now
                : new TrustBoard(
                        asOf.get(), now.bots(), "As of " + asOf.get() + ".", now.summary());
    }

    @Override
    public BeliefHistory history(BotId bot, Optional<Instant> asOf, Progress progress) {
        if (!bots.contains(bot)) {
            throw new ServiceException("There is no bot " + bot + ".");
        }
        List<BeliefPoint> points = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            points.add(point(bot, i));
        }
        return new BeliefHistory(bot, asOf.orElse(UNTIL), points);
    }

    @Override
    public List<TradeView> trades(TradeQuery query) {
        List<TradeView> all = new ArrayList<>();
        for (int b = 0; b < bots.size(); b++) {
            for (int i = 1; i <= 20; i++) {
                all.add(trade(bots.get(b), b % 2 == 0 ? "ETHUSDT" : "ES", i));
            }
        }
        return all;
    }

    @Override
    public List<Fill> fills(TradeQuery query) {
        return List.of();
    }

    @Override
    public List<FormatDescription> formats() {
        return List.of(new FormatDescription("some-trades", "Some list of trades", false));
    }

    @Override
    public FileSurvey survey(Path file, ImportOptions options, Progress progress) {
        String name = String.valueOf(file.getFileName());
        boolean unknown = name.contains("mystery") && options.using().isEmpty();
        return new FileSurvey(
                name,
                "a text file",
                unknown ? "" : name.contains("mystery") ? ImportProfile.MAPPED : "some-trades",
                unknown ? 0 : 90,
                "By its header.",
                "comma",
                "UTF-8",
                1,
                List.of("When", "Side", "Qty", "Price", "Note"),
                List.of(List.of("2026-01-01T10:00:00Z", "BUY", "1", "100", "x")),
                options.using()
                        .or(
                                () ->
                                        name.contains("proven")
                                                ? Optional.of(offered())
                                                : Optional.empty()),
                options.using().isEmpty() && name.contains("offered")
                        ? List.of(offered())
                        : List.of(),
                unknown ? List.of(Need.MAPPING) : List.of(),
                unknown ? Optional.of(proposal(name)) : Optional.empty(),
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /// A profile that has brought in nothing yet, with a rule about bots.
    private static ImportProfile offered() {
        return ImportProfile.known("Depot", "some-trades", List.of("When"))
                .automatic(true)
                .rules(
                        List.of(
                                new OwnerRule(
                                        List.of(new Condition(Condition.Of.TAG, "", "x*")),
                                        "bot-x")),
                        List.of());
    }

    private static MappingProposal proposal(String name) {
        Mapping mapping =
                Mapping.empty(RowKind.FILLS)
                        .with(Role.TIME, ColumnRef.of("When"))
                        .with(Role.SIDE, ColumnRef.of("Side"))
                        .with(Role.QUANTITY, ColumnRef.of("Qty"));
        boolean whole = !name.contains("price");
        return new MappingProposal(
                whole ? mapping.with(Role.PRICE, ColumnRef.of("Price")) : mapping,
                List.of(),
                whole ? 80 : 0);
    }

    /// Profiles that were kept, in their order.
    public List<ImportProfile> kept() {
        return profiles.all();
    }

    @Override
    public FakeProfiles profiles() {
        return profiles;
    }

    @Override
    public ImportPlan plan(
            List<Path> files,
            ImportOptions options,
            Map<Path, RowDecisions> decisions,
            Progress progress) {
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        planned.add(options);
        List<FileReport> reports = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            boolean asks = name.contains("zone") && options.zone().isEmpty();
            boolean unknown = name.contains("mystery") && options.using().isEmpty();
            FileReport.Refusal error =
                    unknown
                            ? new FileReport.Refusal(
                                    1, "", "When", "The format is not known.", "Map its columns.")
                            : asks
                                    ? new FileReport.Refusal(
                                            2,
                                            "Date",
                                            "2026-01-01 10:00",
                                            "The times name no time zone, and none was given.",
                                            "Say which zone they are in, for example --zone UTC.")
                                    : name.contains("bad")
                                            ? new FileReport.Refusal(
                                                    1,
                                                    "",
                                                    "\u0000",
                                                    "This is no text.",
                                                    "Export it again.")
                                            : null;
            int rows = error == null ? 10 : 0;
            reports.add(report(name, name.contains("known") ? 0 : rows, rows, error));
        }
        return new ImportPlan(
                reports,
                files,
                new NewBatch(UNTIL, "import", List.of()),
                options.allOrNothing(),
                state.version());
    }

    @Override
    public List<Symbol> markets(Optional<Instant> asOf) {
        return market == null ? List.of() : List.of(market.symbol());
    }

    /// From now on the bars of a market are held.
    public void market(FakeMarket held) {
        market = held;
    }

    private FakeMarket heldMarket() {
        if (market == null) {
            throw new ServiceException("There are no bars.");
        }
        return market;
    }

    @Override
    public MarketReading reading(Symbol symbol, Optional<Instant> asOf) {
        return heldMarket().reading();
    }

    @Override
    public RegimeReport regimes(
            Symbol symbol, Taxonomy taxonomy, Optional<Instant> asOf, Progress progress) {
        return heldMarket().regimes(taxonomy);
    }

    @Override
    public SituationReport situations(Symbol symbol, Optional<Instant> asOf, Progress progress) {
        return heldMarket().situations();
    }

    @Override
    public MarketTimeline timeline(
            Symbol symbol,
            Instant from,
            Instant to,
            int most,
            Optional<Instant> asOf,
            Progress progress) {
        return heldMarket().timeline();
    }

    @Override
    public Optional<FleetDependence> dependence(Optional<Instant> asOf, Progress progress) {
        return market == null ? Optional.empty() : Optional.of(market.dependence());
    }

    @Override
    public ImportPlan planBars(List<Path> files, BarOptions options, Progress progress) {
        return plan(files, ImportOptions.DEFAULT, progress);
    }

    @Override
    public ImportResult preview(ImportPlan plan) {
        return new ImportResult(
                plan.files(), OptionalLong.empty(), 0, 0, 0, List.of(), state.stateHash(), false);
    }

    @Override
    public SourceLines lines(Path file, ImportOptions options) {
        return new SourceLines() {
            @Override
            public Optional<String> line(int number) {
                return Optional.empty();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    @Override
    public ImportResult commit(ImportPlan plan, Progress progress) {
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        long batch = batches.size() + 1L;
        batches.add(new BatchSummary(batch, "import", UNTIL, plan.files(), null));
        for (FileReport file : plan.files()) {
            file.bots().stream()
                    .map(BotId::new)
                    .filter(bot -> !bots.contains(bot))
                    .forEach(bots::add);
        }
        next();
        return new ImportResult(
                plan.files(),
                OptionalLong.of(batch),
                0,
                plan.imported(),
                0,
                plan.files().stream().flatMap(f -> f.bots().stream()).distinct().toList(),
                state.stateHash(),
                plan.hasRefusals());
    }

    @Override
    public List<BatchSummary> imports() {
        return List.copyOf(batches);
    }

    @Override
    public void undo(long batch) {
        BatchSummary found = batches.get((int) batch - 1);
        if (found.withdrawnAt() != null) {
            throw new ServiceException("Import " + batch + " is undone already.");
        }
        batches.set(
                (int) batch - 1,
                new BatchSummary(batch, found.kind(), found.importedAt(), found.files(), UNTIL));
        found.files().stream()
                .flatMap(f -> f.bots().stream())
                .forEach(name -> bots.remove(new BotId(name)));
        next();
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                setting("costs.assumedBpsPerSide", "5", "configuration"),
                setting("theme", "system", "preference"),
                setting("colors.profitLoss", "blue-orange", "preference"),
                setting("display.zone", "UTC", "preference"));
    }

    @Override
    public Setting set(String name, String value) {
        if (value.equals("wrong")) {
            throw new ServiceException("Setting " + name + " cannot be “wrong”.");
        }
        settings.put(name, value);
        return setting(name, "", "configuration");
    }

    /// What was set, empty when it was not.
    public String stored(String name) {
        return settings.getOrDefault(name, "");
    }

    @Override
    public StatusReport status() {
        return new StatusReport(
                "fake",
                "0",
                new StoreHealth("none", 1, 2_500_000, 1, 1, true),
                new TreeMap<>(),
                batches.size(),
                0,
                bots.size(),
                20L * bots.size(),
                0,
                0,
                UNTIL,
                true,
                DataQuality.FLAWLESS,
                state.stateHash());
    }

    @Override
    public void close() {
        closed = true;
    }

    private void next() {
        long version = state.version() + 1;
        publish(new DeskState(version, board(), "hash" + version, events(), sample));
    }

    private Setting setting(String name, String standard, String kind) {
        return new Setting(
                name,
                settings.getOrDefault(name, standard),
                standard,
                kind,
                "About " + name,
                "text");
    }

    private TrustBoard board() {
        List<BotTrust> rows = new ArrayList<>();
        for (int i = 0; i < bots.size(); i++) {
            rows.add(bot(bots.get(i), 0.8 - 0.1 * i));
        }
        return new TrustBoard(
                bots.isEmpty() ? null : UNTIL,
                rows,
                "None of these " + bots.size() + " bots is proven.",
                new LearningSummary(
                        bots.size(),
                        20L * bots.size(),
                        1,
                        Estimate.of(0.55, 0.5, 0.6, 2),
                        2.5,
                        1.5));
    }

    private List<LearningEvent> events() {
        List<LearningEvent> events = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            for (BotId bot : bots) {
                BeliefPoint p = point(bot, i);
                events.add(
                        new LearningEvent(
                                bot,
                                p.time(),
                                i,
                                p.priorMean(),
                                p.result(),
                                p.r(),
                                0.5,
                                p.accuracy().orElse(0),
                                0.2,
                                0.21,
                                i == 15));
            }
        }
        return events;
    }

    private static Instant moment(int i) {
        return UNTIL.minus(Duration.ofDays(20 - i));
    }

    private static BeliefPoint point(BotId bot, int i) {
        double result = i % 3 == 0 ? 0 : 1;
        double accuracy = 0.5 + i * 0.005;
        return new BeliefPoint(
                bot,
                i,
                moment(i),
                moment(i).minus(Duration.ofHours(5)),
                result,
                result == 1 ? 0.8 : -1.0,
                "STOP",
                result == 1 ? 0.008 : -0.01,
                0.5,
                0.5,
                Estimate.of(accuracy, accuracy - 0.1, accuracy + 0.1, i),
                Estimate.of(accuracy, accuracy - 0.04, accuracy + 0.04, i),
                0.5,
                0.2,
                0.21,
                Estimate.of(0.1, -0.2, 0.4, i),
                Estimate.of(0.1, -0.02, 0.22, i),
                Estimate.exact(0.6, i),
                0.1,
                i == 15,
                false,
                null,
                null,
                null);
    }

    private static TradeView trade(BotId bot, String symbol, int i) {
        boolean won = i % 3 != 0;
        boolean open = i == 20;
        return new TradeView(
                bot.name() + "-" + i,
                bot.name(),
                "default",
                symbol,
                i % 2 == 0 ? "LONG" : "SHORT",
                BigDecimal.ONE,
                moment(i).minus(Duration.ofHours(5)),
                new BigDecimal("100.00"),
                open ? null : moment(i),
                open ? null : new BigDecimal("101.25"),
                open ? null : new BigDecimal(won ? "8.00" : "-10.00"),
                open ? null : new BigDecimal("0.10"),
                open ? null : new BigDecimal(won ? "7.90" : "-10.10"),
                "USD",
                open ? null : won ? 0.8 : -1.0,
                "STOP",
                "UNKNOWN",
                "LIVE",
                open,
                false);
    }

    private static BotTrust bot(BotId bot, double likely) {
        return new BotTrust(
                bot,
                "ACTIVE",
                "UNDECIDED",
                null,
                List.of(),
                20,
                1,
                19,
                new TreeMap<>(Map.of(SourceClass.LIVE, 19)),
                13,
                0,
                new TreeMap<>(Map.of(USD, new BigDecimal("42.10"))),
                Estimate.of(0.6, 0.5, 0.7, 19),
                Estimate.of(0.6, 0.56, 0.64, 19),
                Estimate.of(0.05, -0.1, 0.2, 19),
                Estimate.of(0.52, 0.45, 0.59, 19),
                Estimate.exact(0.4, 19),
                18.5,
                Estimate.exact(0.5, 19),
                Estimate.exact(1, 19),
                Estimate.exact(Math.max(0, 2 * likely - 1), 19),
                NOT_READY,
                new BotTrust.Parts(NOT_READY, NOT_READY, NOT_READY, NOT_READY),
                Estimate.of(0.1, -0.2, 0.4, 19),
                Estimate.of(0.09, -0.25, 0.43, 19),
                Estimate.exact(likely, 19),
                Estimate.of(1.2, 1, 1.4, 19),
                Estimate.of(3, 1, 5, 19),
                false,
                List.of(new BotTrust.OpenLoss(moment(20), Estimate.exact(-0.527, 1), moment(20))),
                new TreeMap<>(Map.of("STOP", 19)),
                0,
                0,
                UNTIL,
                List.of(0.05, 0.08, 0.1),
                DataQuality.FLAWLESS,
                RegimeFit.UNKNOWN,
                List.of(
                        "Wins 60.0 %, needs 52.0 % to break even.",
                        "Open −52.7 % since 2026-03-31."));
    }

    private static FileReport report(
            String name, long fresh, long read, FileReport.@Nullable Refusal error) {
        long rows = Math.max(fresh, read);
        return new FileReport(
                name,
                "0".repeat(64),
                "some-trades",
                "its header",
                rows,
                fresh,
                rows - fresh,
                List.of(),
                List.of(),
                error == null
                        ? List.of(
                                new FileReport.Reconciled(
                                        "cumulative result",
                                        new BigDecimal("42.10"),
                                        new BigDecimal("42.10"),
                                        BigDecimal.ZERO,
                                        "EQUAL"))
                        : List.of(),
                error == null ? List.of(name.replaceFirst("\\.csv$", "")) : List.of(),
                error == null ? moment(1) : null,
                error == null ? moment(20) : null,
                List.of(),
                error);
    }
}
