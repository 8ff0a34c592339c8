package credence.desktop.panel.regimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.regime.FourReading;
import credence.core.regime.Taxonomy;
import credence.core.trust.BotTrust;
import credence.core.value.Regime;
import credence.core.value.Symbol;
import credence.desktop.chart.Layer;
import credence.desktop.chart.RegimeLook;
import credence.desktop.desk.Desk;
import credence.desktop.desk.Desks;
import credence.desktop.desk.Session;
import credence.desktop.desk.Span;
import credence.desktop.desk.WorkspaceDesk;
import credence.desktop.shell.ShellViewModel;
import credence.imports.formats.StandardFormats;
import credence.service.MarketTimeline;
import credence.service.RegimeReport;
import credence.service.RegimeSpan;
import credence.service.Workspace;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader.BarOptions;
import credence.service.port.Progress;
import credence.testkit.DeskRig;
import credence.testkit.FakeDesks;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A moment is called by one name, whoever is asked: one real bot and the bars under it.
class OneNameTest {

    private static final Symbol ETH = new Symbol("ETHUSDT");

    /// A year of quarters of an hour before them is warm-up and past.
    private static final Instant FIRST = Instant.parse("2025-10-01T00:30:00Z");

    private static Workspace workspace;
    private static Session session;
    private static DeskRig rig;

    @BeforeAll
    static void importAll() throws IOException {
        workspace =
                Workspace.open(
                        new MemoryStore(),
                        StandardFormats.reader(),
                        InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));
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
        List<Path> one;
        try (Stream<Path> all = Files.list(SharedFolder.file("data/journals/tradingview/bots"))) {
            one = all.filter(f -> f.toString().endsWith(".csv")).sorted().limit(1).toList();
        }
        workspace
                .imports()
                .commit(workspace.imports().plan(one, options, Progress.NONE), Progress.NONE);
        workspace
                .imports()
                .commit(
                        workspace
                                .imports()
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
        rig = new DeskRig(new FakeDesks(false));
        Desk desk = new WorkspaceDesk(workspace, false);
        session =
                new Session(
                        new Desks() {
                            @Override
                            public Desk openFirst(Progress progress) {
                                return desk;
                            }

                            @Override
                            public Desk openOwn(Progress progress) {
                                return desk;
                            }

                            @Override
                            public Desk openSample(Progress progress) {
                                return desk;
                            }
                        },
                        rig.tasks,
                        rig.jobs,
                        rig.notices);
        session.openFirst();
    }

    @AfterAll
    static void close() {
        if (workspace != null) {
            workspace.close();
        }
    }

    /// Moments of a fortnight at which the name in force is the most probable one, and moments at which it is not.
    private static List<Instant> moments() {
        List<Instant> moments = new ArrayList<>();
        int agreeing = 0;
        int differing = 0;
        MarketTimeline drawn = drawn();
        for (int hour = 0; hour < 24 * 14 && moments.size() < 8; hour++) {
            Instant at = FIRST.plus(Duration.ofHours(hour));
            RegimeSpan span =
                    drawn.four().stream()
                            .filter(s -> !s.from().isAfter(at) && s.to().isAfter(at))
                            .findFirst()
                            .orElseThrow();
            MarketTimeline.Point point =
                    drawn.points().stream()
                            .filter(p -> !p.at().isAfter(at))
                            .reduce((a, b) -> b)
                            .orElseThrow();
            double own = Objects.requireNonNull(point.four().get(span.regime()));
            boolean likeliest = point.four().values().stream().allMatch(p -> p <= own);
            if (likeliest && agreeing < 3 && hour % 24 == 0) {
                agreeing++;
                moments.add(at);
            } else if (!likeliest && differing < 5) {
                differing++;
                moments.add(at);
            }
        }
        assertTrue(differing == 5 && agreeing >= 2, moments.toString());
        return moments;
    }

    private static MarketTimeline drawn() {
        return workspace
                .markets()
                .timeline(
                        ETH,
                        FIRST.minus(Duration.ofDays(1)),
                        FIRST.plus(Duration.ofDays(15)),
                        1_000_000,
                        Optional.empty(),
                        Progress.NONE);
    }

    @Test
    void everybodyCallsAMomentByTheNameInForce() {
        List<RegimeSpan> drawn = drawn().four();
        for (Instant at : moments()) {
            Optional<Instant> then = Optional.of(at);
            FourReading four = workspace.markets().reading(ETH, then).four().orElseThrow();
            String name = four.regime().name();
            double own = four.probabilities().of(four.regime());
            BotTrust bot = workspace.beliefs().trust(then).bots().getFirst();
            assertEquals(name, bot.regime().name().orElseThrow().regime(), "trust at " + at);
            assertEquals(own, bot.regime().name().orElseThrow().probability(), 1e-12);
            RegimeReport report =
                    workspace.markets().regimes(ETH, Taxonomy.FOUR, then, Progress.NONE);
            assertEquals(name, Objects.requireNonNull(report.current()).name().regime(), "regimes");
            assertEquals(name, report.spans().getLast().regime(), "the latest span");
            assertEquals(
                    Optional.of(Regime.valueOf(name)),
                    workspace.markets().situations(ETH, then, Progress.NONE).now().regime());
            RegimeSpan span =
                    drawn.stream()
                            .filter(s -> !s.from().isAfter(at) && s.to().isAfter(at))
                            .findFirst()
                            .orElseThrow();
            assertEquals(name, span.regime(), "what is drawn of it later");
            screens(at, name, own);
        }
    }

    private static void screens(Instant at, String name, double own) {
        session.selection()
                .set(
                        session.selection()
                                .get()
                                .withSpan(new Span.Between(FIRST.minus(Duration.ofDays(2)), at)));
        String share = rig.preferences.figures().getValue().share(own);
        RegimesViewModel regimes =
                new RegimesViewModel(session, rig.tasks, rig.notices, rig.preferences);
        regimes.showing(true);
        RegimesProjection p = regimes.shown().get();
        assertTrue(p.now().startsWith(RegimeLook.words(name)), p.now());
        assertTrue(p.now().contains("probability " + share), p.now());
        String strip =
                new ShellViewModel(session, rig.jobs, rig.notices, rig.preferences, rig.tasks)
                        .market()
                        .get();
        String lower = name.toLowerCase(Locale.ROOT);
        assertTrue(strip.startsWith("ETHUSDT " + lower), strip + " but " + name);
        assertTrue(strip.contains(share), strip);
        Layer.Ribbon ribbon =
                Objects.requireNonNull(p.price()).layers().stream()
                        .filter(Layer.Ribbon.class::isInstance)
                        .map(Layer.Ribbon.class::cast)
                        .max(Comparator.comparingLong(OneNameTest::end))
                        .orElseThrow();
        assertEquals(RegimeLook.words(name), ribbon.name(), "the ribbon ends with it");
    }

    private static long end(Layer.Ribbon ribbon) {
        return ribbon.stretches().getLast().range().to();
    }
}
