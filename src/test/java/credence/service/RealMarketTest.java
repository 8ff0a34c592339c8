package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.brain.BrainState;
import credence.core.brain.Outcome;
import credence.core.brain.RiskRung;
import credence.core.market.Candle;
import credence.core.market.Situation;
import credence.core.regime.FleetDependence;
import credence.core.regime.MarketReading;
import credence.core.regime.Taxonomy;
import credence.core.trust.BotTrust;
import credence.core.trust.TrustBoard;
import credence.core.value.Estimate;
import credence.core.value.Regime;
import credence.core.value.Symbol;
import credence.desktop.desk.WorkspaceDesk;
import credence.imports.formats.StandardFormats;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader.BarOptions;
import credence.service.port.Progress;
import credence.testkit.MemoryStore;
import credence.testkit.SharedFolder;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Sixty-one real bots and the bars under them: what each entry met, and what the services say of it.
class RealMarketTest {

    private static final Symbol ETH = new Symbol("ETHUSDT");
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

    private static final MemoryStore STORE = new MemoryStore();
    private static Workspace workspace;
    private static String before;
    private static TrustBoard board;

    @BeforeAll
    static void importAll() throws IOException {
        workspace = open(STORE);
        trades(workspace);
        before = workspace.beliefs().stateHash(Optional.empty());
        bars(workspace);
        board = workspace.beliefs().trust(Optional.empty());
    }

    @AfterAll
    static void close() {
        if (workspace != null) {
            workspace.close();
        }
    }

    private static Workspace open(MemoryStore store) {
        return Workspace.open(store, StandardFormats.reader(), CLOCK);
    }

    private static void trades(Workspace target) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(SharedFolder.file("data/journals/tradingview/bots"))) {
            files = all.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
        }
        ImportOptions d = ImportOptions.DEFAULT;
        ImportOptions options =
                new ImportOptions(
                        d.format(),
                        d.bot(),
                        d.account(),
                        Optional.of(ETH),
                        Optional.of(ZoneId.of("+08:00")),
                        d.currency(),
                        d.source(),
                        d.date(),
                        d.profile(),
                        false,
                        false);
        target.imports()
                .commit(target.imports().plan(files, options, Progress.NONE), Progress.NONE);
    }

    private static void bars(Workspace target) {
        target.imports()
                .commit(
                        target.imports()
                                .planBars(
                                        List.of(
                                                SharedFolder.file(
                                                        "data/prices/ETHUSDT_perp_15m.csv")),
                                        new BarOptions(
                                                ETH,
                                                Optional.of(Duration.ofMinutes(15)),
                                                Optional.of(ZoneOffset.UTC)),
                                        Progress.NONE),
                        Progress.NONE);
    }

    @Test
    void barsImportedBeforeTheTradesGiveTheHashOfBarsImportedAfterThem() throws IOException {
        String after = workspace.beliefs().stateHash(Optional.empty());
        assertNotEquals(before, after);
        try (Workspace other = open(new MemoryStore())) {
            bars(other);
            trades(other);
            assertEquals(after, other.beliefs().stateHash(Optional.empty()));
            assertEquals(board, other.beliefs().trust(Optional.empty()));
        }
    }

    /// The strip and the list of markets ask at every new state: nothing may be folded for them.
    @Test
    void whatTheMarketIsNowIsAnsweredWithoutFolding() {
        int sought = STORE.snapshotsSought();
        WorkspaceDesk desk = new WorkspaceDesk(workspace, false);
        assertEquals(List.of(ETH), desk.markets(Optional.empty()));
        MarketReading now = desk.reading(ETH, Optional.empty());
        assertEquals(sought, STORE.snapshotsSought(), "whoever folds looks for a snapshot first");
        assertEquals(Optional.of(now), workspace.markets().state(Optional.empty()).market(ETH));
        assertTrue(STORE.snapshotsSought() > sought, "the state asked for was folded");
    }

    /// 31,749 quarters of an hour had closed by then, counted in the file; the trades known by then are left aside.
    @Test
    void whatIsDrawnOfAMarketCostsItsBarsAlone() {
        Instant at = Instant.parse("2025-09-15T14:21:00Z");
        List<Long> totals = new ArrayList<>();
        Progress counting =
                new Progress() {
                    @Override
                    public void update(String phase, long done, long total) {
                        totals.add(total);
                    }

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                };
        MarketTimeline drawn =
                workspace
                        .markets()
                        .timeline(ETH, Instant.EPOCH, at, 1_000, Optional.of(at), counting);
        assertEquals(Set.of(31_749L), Set.copyOf(totals));
        MarketHistory whole = workspace.markets().history(ETH, Optional.of(at), Progress.NONE);
        assertFalse(whole.outcomes().isEmpty());
        assertEquals(MarketTimeline.of(whole, Instant.EPOCH, at, 1_000), drawn);
    }

    @Test
    void everyTradeHasItsRegimesAndItsSituationAtEntry() {
        List<Outcome> outcomes =
                workspace.markets().history(ETH, Optional.empty(), Progress.NONE).outcomes();
        assertEquals(37_970, outcomes.size());
        for (Outcome outcome : outcomes) {
            MarketReading market = outcome.market().orElseThrow();
            assertTrue(market.four().isPresent(), "four at " + outcome.opened());
            assertTrue(market.five().isPresent(), "five at " + outcome.opened());
            assertTrue(market.seven().isPresent(), "seven at " + outcome.opened());
            assertTrue(market.atr().isPresent(), "range at " + outcome.opened());
            assertFalse(market.four().get().at().isAfter(outcome.opened()));
            assertTrue(
                    Duration.between(market.four().get().at(), outcome.opened())
                                    .compareTo(Duration.ofHours(1))
                            < 0);
            Situation situation = market.situation();
            assertTrue(situation.regime().isPresent());
            assertTrue(situation.volatility().isPresent());
            assertTrue(situation.volume().isPresent());
            assertTrue(situation.momentum().isPresent());
            assertTrue(situation.correlation().isEmpty(), "there are no benchmark bars");
            assertEquals(Situation.Session.at(outcome.opened()), situation.session());
            assertEquals(RiskRung.ATR, outcome.rung());
        }
    }

    @Test
    void theBoardSaysTheRegimeOfEveryBotNowAndWhatIsBorrowed() {
        for (BotTrust bot : board.bots()) {
            assertTrue(bot.regime().now().isPresent(), bot.bot().name());
            assertEquals(List.of(ETH), bot.regime().symbols());
            assertTrue(bot.regime().weight().adjusted());
            double expected =
                    bot.regime().beliefs().cells().values().stream()
                            .mapToDouble(c -> c.expected())
                            .sum();
            assertEquals(bot.outcomes(), expected, 1e-6, bot.bot().name());
        }
    }

    @Test
    void theAverageAccuracyCountsDuplicatesOnce() {
        Estimate average = board.summary().averageAccuracy();
        List<BotTrust> distinct =
                board.bots().stream()
                        .filter(
                                b ->
                                        b.duplicateClass() == null
                                                || b.bot().name().equals(b.duplicateClass()))
                        .toList();
        assertEquals(distinct.size(), average.n());
        assertEquals(
                distinct.stream().mapToDouble(b -> b.accuracy().orElse(9)).average().orElseThrow(),
                average.orElse(0),
                1e-12);
    }

    /// What others found too: no bot's results can be shown to depend on the regime once the number of bots is paid for.
    @Test
    void noBotsDependenceOnTheRegimeSurvivesPayingForTheNumberOfBots() {
        FleetDependence fleet =
                workspace.markets().dependence(Optional.empty(), Progress.NONE).orElseThrow();
        assertEquals(61, fleet.rows().size());
        assertEquals(55, fleet.tested(), "duplicates count once, bots with few outcomes not");
        assertEquals(0, fleet.surviving());
        assertEquals(9, fleet.alone(), "about 5.5 are expected by chance");
        for (FleetDependence.Row row : fleet.rows().values()) {
            Double low = row.dependence().effect().low();
            assertEquals(
                    row.dependence().p().orElse(1) <= 0.10,
                    low != null && low > 0,
                    "an interval leaves out 0 exactly when its test says so");
        }
    }

    @Test
    void theReportOfEveryTaxonomyAddsUp() {
        for (Taxonomy taxonomy : Taxonomy.values()) {
            RegimeReport report =
                    workspace.markets().regimes(ETH, taxonomy, Optional.empty(), Progress.NONE);
            assertTrue(report.current() != null, taxonomy + " is read now");
            assertEquals(
                    1.0,
                    report.shares().stream().mapToDouble(RegimeReport.Share::share).sum(),
                    1e-9);
            assertEquals(
                    taxonomy.names(),
                    report.shares().stream().map(RegimeReport.Share::regime).toList());
            Instant last = Instant.MIN;
            for (RegimeSpan span : report.spans()) {
                assertFalse(span.from().isBefore(last), "spans follow one another");
                assertFalse(span.to().isBefore(span.from()));
                last = span.to();
            }
            assertEquals(
                    37_970 - report.withoutRegime(),
                    report.results().stream()
                            .filter(r -> r.bot() == null)
                            .mapToInt(RegimeReport.Result::outcomes)
                            .sum());
            assertEquals(
                    report.results().stream()
                            .filter(r -> r.bot() == null)
                            .mapToInt(RegimeReport.Result::outcomes)
                            .sum(),
                    report.results().stream()
                            .filter(r -> r.bot() != null)
                            .mapToInt(RegimeReport.Result::outcomes)
                            .sum());
            long distinct =
                    board.bots().stream()
                            .filter(
                                    b ->
                                            b.duplicateClass() == null
                                                    || b.bot().name().equals(b.duplicateClass()))
                            .mapToLong(BotTrust::outcomes)
                            .sum();
            assertTrue(distinct < 37_970);
            assertEquals(
                    distinct - report.withoutRegime(),
                    report.results().stream()
                            .filter(r -> r.bot() == null)
                            .mapToLong(r -> r.accuracy().estimate().n())
                            .sum(),
                    "duplicates count once");
            assertEquals(taxonomy == Taxonomy.FIVE, !report.modelCard().isEmpty());
        }
    }

    /// Names count a trade once, under the name in force; probabilities spread it. Both count each trade once in all, and what is
    /// believed of a bot counts by probability.
    @Test
    void tradesAreCountedByNameAndByProbability() {
        RegimeReport report =
                workspace.markets().regimes(ETH, Taxonomy.FOUR, Optional.empty(), Progress.NONE);
        List<RegimeReport.Result> all =
                report.results().stream().filter(r -> r.bot() == null).toList();
        assertEquals(37_970, all.stream().mapToInt(RegimeReport.Result::outcomes).sum());
        assertEquals(
                37_970, all.stream().mapToDouble(r -> r.effective().orElseThrow()).sum(), 1e-6);
        BotTrust first = board.bots().getFirst();
        for (RegimeReport.Result r : report.results()) {
            if (first.bot().equals(r.bot())) {
                assertEquals(
                        first.regime().beliefs().of(Regime.valueOf(r.regime())).expected(),
                        r.effective().orElseThrow(),
                        1e-6,
                        r.regime());
            }
        }
        // None of these exports has a column of costs.
        assertEquals("after assumed costs of 5 bp a side", report.costs().words());
    }

    @Test
    void situationsSayWhoTradedInEach() {
        SituationReport report =
                workspace.markets().situations(ETH, Optional.empty(), Progress.NONE);
        assertEquals(List.of("correlation with the benchmark"), report.missing());
        assertTrue(report.situations().size() > 100);
        assertEquals(
                37_970, report.situations().stream().mapToInt(s -> s.trades().outcomes()).sum());
        assertTrue(report.results().effectiveSpells() > 10);
        assertTrue(report.results().effectiveSpells() < report.results().effectiveOutcomes() / 2);
        assertTrue(report.episodes().getFirst().running());
    }

    @Test
    void aTimelineHoldsWhatIsDrawnOfASpan() {
        Instant from = Instant.parse("2025-06-01T00:00:00Z");
        Instant to = Instant.parse("2025-07-01T00:00:00Z");
        MarketTimeline all =
                workspace.markets().timeline(ETH, from, to, 1_000, Optional.empty(), Progress.NONE);
        assertEquals(30 * 24, all.candles().size());
        assertEquals(Duration.ofHours(1), all.candleInterval());
        assertEquals(from, all.candles().getFirst().opened());
        assertEquals(to, all.candles().getLast().closed());
        for (Taxonomy taxonomy : Taxonomy.values()) {
            List<RegimeSpan> spans = all.spans(taxonomy);
            assertEquals(from, spans.getFirst().from(), "cut to what was asked");
            assertEquals(to, spans.getLast().to());
        }
        MarketTimeline thinned =
                workspace.markets().timeline(ETH, from, to, 100, Optional.empty(), Progress.NONE);
        assertEquals(90, thinned.candles().size());
        assertEquals(Duration.ofHours(8), thinned.candleInterval());
        Candle first = thinned.candles().getFirst();
        assertEquals(all.candles().get(0).open(), first.open());
        assertEquals(all.candles().get(7).close(), first.close());
        assertEquals(
                all.candles().subList(0, 8).stream().mapToDouble(Candle::high).max().orElseThrow(),
                first.high());
        assertEquals(4, thinned.points().getFirst().four().size());
    }

    @Test
    void anAnswerAsOfAMomentIsThatOfAWorkspaceWhichEndsThere() {
        Instant at = Instant.parse("2025-09-15T14:20:00Z");
        RegimeReport then =
                workspace.markets().regimes(ETH, Taxonomy.FOUR, Optional.of(at), Progress.NONE);
        assertEquals(at, then.asOf());
        RegimeReport.Current current = then.current();
        assertTrue(current != null && current.at().equals(Instant.parse("2025-09-15T14:00:00Z")));
        BrainState state = workspace.markets().state(Optional.of(at));
        assertEquals(
                current.name().regime(),
                state.market(ETH).orElseThrow().four().orElseThrow().regime().name());
    }

    @Test
    void aSymbolWithoutBarsSaysWhatToImport() {
        ServiceException refused =
                assertThrows(
                        ServiceException.class,
                        () ->
                                workspace
                                        .markets()
                                        .regimes(
                                                new Symbol("ETHUSD"),
                                                Taxonomy.FOUR,
                                                Optional.empty(),
                                                Progress.NONE));
        assertEquals(
                "There are no bars of ETHUSD: nothing is known of its market. Import some: credence"
                        + " import-bars FILE --symbol ETHUSD. Is ETHUSDT meant?",
                refused.getMessage());
    }
}
