package credence.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.trust.BotTrust;
import credence.core.trust.TrustBoard;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Symbol;
import credence.imports.formats.StandardFormats;
import credence.service.ImportResult;
import credence.service.TradeQuery;
import credence.service.TradeView;
import credence.service.Workspace;
import credence.service.port.FileReport;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;
import credence.store.H2Workspace;
import credence.testkit.MemoryStore;
import credence.testkit.RowFiles;
import credence.testkit.SharedFolder;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Sixty-one real bots through the whole path: files, store, fold, board. Expected figures are those that others counted from the files
/// (`bots_manifest.csv`).
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealFleetTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

    @TempDir static Path folder;

    private static List<Map<String, String>> manifest;
    private static List<Path> paths;
    private static Workspace workspace;
    private static ImportResult imported;
    private static TrustBoard board;

    @BeforeAll
    static void importAll() throws IOException {
        manifest = new ArrayList<>();
        List<String> lines =
                Files.readAllLines(
                        SharedFolder.file("data/journals/tradingview/bots_manifest.csv"));
        String[] names = lines.getFirst().split(",", -1);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Map<String, String> bot = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                bot.put(names[i], fields[i]);
            }
            manifest.add(bot);
        }
        paths =
                manifest.stream()
                        .map(
                                bot ->
                                        SharedFolder.file(
                                                "data/journals/tradingview/bots/"
                                                        + bot.get("bot")
                                                        + ".csv"))
                        .toList();
        workspace =
                Workspace.open(
                        H2Workspace.open(folder, "test", "1.0", Clock.systemUTC()),
                        StandardFormats.reader(),
                        CLOCK);
        imported = bring(workspace, paths);
        board = workspace.beliefs().trust(Optional.empty());
    }

    @AfterAll
    static void close() {
        if (workspace != null) {
            workspace.close();
        }
    }

    private static ImportOptions options() {
        ImportOptions d = ImportOptions.DEFAULT;
        return new ImportOptions(
                d.format(),
                d.bot(),
                d.account(),
                Optional.of(Symbol.of("ETHUSDT")),
                Optional.of(ZoneId.of("+08:00")),
                d.currency(),
                d.source(),
                d.date(),
                d.profile(),
                false,
                false);
    }

    private static ImportResult bring(Workspace target, List<Path> files) {
        return target.imports()
                .commit(target.imports().plan(files, options(), Progress.NONE), Progress.NONE);
    }

    private static BotTrust row(String bot) {
        return board.bots().stream()
                .filter(b -> b.bot().name().equals(bot))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the board has no " + bot));
    }

    private static int number(Map<String, String> bot, String column) {
        return Integer.parseInt(bot.get(column));
    }

    private static BigDecimal net(BotTrust b) {
        return b.netPnl().getOrDefault(CurrencyCode.USD, BigDecimal.ZERO);
    }

    @Test
    @Order(1)
    void everyBotStandsOnTheBoardWithTheFiguresOfItsFile() {
        assertEquals(61, board.bots().size());
        for (Map<String, String> bot : manifest) {
            String name = bot.get("bot");
            BotTrust row = row(name);
            assertEquals(number(bot, "closed"), row.trades(), name);
            assertEquals(number(bot, "open_at_end"), row.openTrades(), name);
            assertEquals(number(bot, "closed_wins"), row.wins(), name);
            assertEquals(number(bot, "closed_break_even"), row.breakEven(), name);
            assertEquals(0, new BigDecimal(bot.get("closed_net_pnl")).compareTo(net(row)), name);
            assertEquals(Set.of(CurrencyCode.USD), row.netPnl().keySet(), name);
        }
    }

    @Test
    @Order(2)
    void closedAndMarkedTogetherAreTheResultOfTheFile() {
        Map<String, BigDecimal> marks = new HashMap<>();
        for (TradeView trade : workspace.beliefs().trades(TradeQuery.ALL)) {
            if (trade.open()) {
                marks.merge(trade.bot(), trade.netPnl(), BigDecimal::add);
            }
        }
        assertEquals(
                manifest.stream().filter(b -> number(b, "open_at_end") > 0).count(), marks.size());
        for (Map<String, String> bot : manifest) {
            String name = bot.get("bot");
            assertEquals(
                    0,
                    new BigDecimal(bot.get("sum_net_pnl"))
                            .compareTo(
                                    net(row(name)).add(marks.getOrDefault(name, BigDecimal.ZERO))),
                    name);
        }
    }

    @Test
    @Order(3)
    void togetherTheyHaveTheTotalsThatOthersCounted() {
        assertEquals(38_329, board.bots().stream().mapToInt(BotTrust::trades).sum());
        assertEquals(23, board.bots().stream().mapToInt(BotTrust::openTrades).sum());
        assertEquals(16_786, board.bots().stream().mapToInt(BotTrust::wins).sum());
        assertEquals(367, board.bots().stream().mapToInt(BotTrust::breakEven).sum());
        assertEquals(
                0,
                new BigDecimal("51255.31")
                        .compareTo(
                                board.bots().stream()
                                        .map(RealFleetTest::net)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
        assertEquals(38_329, imported.closedTrades());
        assertEquals(23, imported.openTrades());
        assertEquals(2L * 38_352, imported.files().stream().mapToLong(FileReport::imported).sum());
    }

    /// Win rate is not merit: the bots that win nearly always are among the worst, and the board says why.
    @Test
    @Order(4)
    void thoseThatWinNearlyAlwaysStandInTheLastTenAndTheBoardSaysWhy() {
        List<Map<String, String>> winners =
                manifest.stream()
                        .filter(
                                b ->
                                        number(b, "closed") >= 100
                                                && number(b, "closed_wins")
                                                        >= 0.95 * number(b, "closed"))
                        .toList();
        assertTrue(winners.size() >= 3, winners::toString);
        Set<BotId> last =
                board.bots().subList(51, 61).stream()
                        .map(BotTrust::bot)
                        .collect(Collectors.toSet());
        for (Map<String, String> bot : winners) {
            BotTrust row = row(bot.get("bot"));
            assertTrue(last.contains(row.bot()), () -> row.bot() + " is not in " + last);
            assertTrue(
                    row.why().stream()
                            .anyMatch(
                                    w ->
                                            w.startsWith("Wins 9")
                                                    && (w.contains("an average loss is")
                                                            || w.contains(
                                                                    "even an average win loses"))),
                    () -> row.bot() + " " + row.why());
            assertEquals(0, row.effectiveWeight().orElse(-1));
        }
    }

    @Test
    @Order(5)
    void botsOfTheSameTradesAreOneClassEachWithOneBeliefAndStayThemselves() {
        Map<List<String>, Set<String>> groups = new HashMap<>();
        Map<String, List<String>> calls = new TreeMap<>();
        for (TradeView t : workspace.beliefs().trades(TradeQuery.ALL)) {
            if (!t.open()) {
                calls.computeIfAbsent(t.bot(), b -> new ArrayList<>())
                        .add(
                                t.entryTime()
                                        + " "
                                        + t.exitTime()
                                        + " "
                                        + t.side()
                                        + " "
                                        + t.entryPrice().stripTrailingZeros()
                                        + " "
                                        + t.exitPrice().stripTrailingZeros());
            }
        }
        calls.forEach(
                (bot, list) -> {
                    list.sort(null);
                    groups.computeIfAbsent(list, l -> new java.util.TreeSet<>()).add(bot);
                });
        List<Set<String>> classes =
                groups.values().stream().filter(members -> members.size() > 1).toList();
        assertEquals(
                List.of(2, 2, 3), classes.stream().map(Set::size).sorted().toList(), "of seven");
        for (Set<String> members : classes) {
            BotTrust first = row(members.iterator().next());
            for (String member : members) {
                BotTrust row = row(member);
                assertEquals(members.iterator().next(), row.duplicateClass());
                assertEquals(members.size() - 1, row.duplicates().size());
                assertEquals(first.accuracy(), row.accuracy(), member);
                assertEquals(first.confidence(), row.confidence(), member);
                assertEquals(first.outcomes(), row.outcomes(), member);
                assertEquals(
                        first.probabilityOfEdge().orElse(-1),
                        row.probabilityOfEdge().orElse(-1),
                        0.02,
                        member);
            }
        }
        long inClasses = board.bots().stream().filter(b -> b.duplicateClass() != null).count();
        assertEquals(classes.stream().mapToInt(Set::size).sum(), inClasses);
    }

    /// The five whose trades are equal in size too, two of them by byte-identical files.
    @Test
    @Order(6)
    void theFiveExactDuplicatesStayFiveBotsOfIdenticalBeliefs() {
        for (List<String> names :
                List.of(
                        List.of(
                                "order-dual-stop-near-only-01",
                                "order-dual-stop-source-order-short-first-01",
                                "order-dual-stop-source-order-long-first-01"),
                        List.of(
                                "matrix-bool-regime-mask-24x7-01",
                                "matrix-bool-mask-explicit-utc-tz-01"))) {
            BotTrust first = row(names.getFirst());
            for (String name : names) {
                BotTrust row = row(name);
                assertEquals(name, row.bot().name());
                assertEquals(first.netPnl(), row.netPnl());
                assertEquals(first.accuracy(), row.accuracy());
                assertEquals(first.accuracyHalf(), row.accuracyHalf());
                assertEquals(first.improvement(), row.improvement());
                assertEquals(first.confidence(), row.confidence());
                assertEquals(first.expectancyR(), row.expectancyR());
                assertEquals(first.probabilityOfEdge(), row.probabilityOfEdge());
                assertEquals(first.beliefWeight(), row.beliefWeight());
                assertEquals(first.effectiveWeight(), row.effectiveWeight());
                assertEquals(first.trend(), row.trend());
            }
        }
        Map<String, Long> files =
                manifest.stream()
                        .collect(
                                Collectors.groupingBy(
                                        b -> b.get("sha256_16"), Collectors.counting()));
        assertEquals(List.of(2L), files.values().stream().filter(count -> count > 1).toList());
        assertEquals(
                row("matrix-bool-regime-mask-24x7-01").trades(),
                row("matrix-bool-mask-explicit-utc-tz-01").trades());
    }

    @Test
    @Order(7)
    void whatIsRebuiltFromTheStoreIsWhatIsShown() {
        assertTrue(workspace.health().verify(Progress.NONE).equal());
    }

    /// The board as of a moment is that of a workspace which was told only what could be known then.
    @Test
    @Order(8)
    void atTenMomentsTheBoardIsThatOfTheJournalCutThere() {
        List<TradeRecord> rows = new ArrayList<>();
        for (Path path : paths) {
            for (ParsedFile.ParsedRow row :
                    StandardFormats.reader().read(path, options(), Progress.NONE).rows()) {
                rows.add((TradeRecord) row.row());
            }
        }
        assertEquals(38_352, rows.size());
        Instant first =
                rows.stream().map(TradeRecord::entryTime).min(Instant::compareTo).orElseThrow();
        Duration life = Duration.between(first, board.asOf());
        for (int i = 1; i <= 10; i++) {
            // The last one shortly before the end, some at an instant of a trade.
            Instant moment =
                    i % 2 == 0
                            ? rows.get(rows.size() / 11 * i).entryTime()
                            : first.plus(life.multipliedBy(2L * i - 1).dividedBy(20));
            RowFiles files = new RowFiles();
            try (Workspace then = Workspace.open(new MemoryStore(), files, CLOCK)) {
                files.bring(then, knownAt(rows, moment));
                assertEquals(
                        then.beliefs().trust(Optional.of(moment)),
                        workspace.beliefs().trust(Optional.of(moment)),
                        "at " + moment);
            }
        }
    }

    private static List<SourceRow> knownAt(List<TradeRecord> rows, Instant moment) {
        List<SourceRow> known = new ArrayList<>();
        for (TradeRecord t : rows) {
            if (t.entryTime().isAfter(moment)) {
                continue;
            }
            boolean ended =
                    t.exit()
                            .map(TradeRecord.Exit::time)
                            .or(() -> t.mark().map(TradeRecord.Mark::time))
                            .map(end -> !end.isAfter(moment))
                            .orElse(true);
            known.add(ended ? t : stillOpen(t));
        }
        return known;
    }

    private static TradeRecord stillOpen(TradeRecord t) {
        return new TradeRecord(
                RowKey.ofContent("open", t.account().name(), t.bot().name(), 0, t.key().value()),
                t.sequence(),
                t.account(),
                t.bot(),
                t.symbol(),
                t.direction(),
                t.quantity(),
                t.entryTime(),
                t.entryPrice(),
                Optional.empty(),
                Optional.empty(),
                t.multiplier(),
                t.currency(),
                t.stop(),
                t.takeProfit(),
                t.source(),
                t.call(),
                t.extras());
    }

    @Test
    @Order(9)
    void importedBackwardsAndInPiecesTheyGiveTheSameState() {
        JournalReader reader = StandardFormats.reader();
        List<Path> backwards = paths.reversed();
        try (Workspace other = Workspace.open(new MemoryStore(), reader, CLOCK)) {
            // One by one while a fold is short, then ten at a time: every import folds all there
            // is.
            for (int i = 0; i < backwards.size(); ) {
                int next = Math.min(backwards.size(), i + (i < 14 ? 1 : 10));
                bring(other, backwards.subList(i, next));
                i = next;
            }
            assertEquals(imported.stateHash(), other.beliefs().stateHash(Optional.empty()));
            assertEquals(board, other.beliefs().trust(Optional.empty()));
        }
    }

    @Test
    @Order(10)
    void importedAgainEverythingIsADuplicateAndNothingChanges() {
        ImportResult again = bring(workspace, paths);
        assertEquals(2L * 38_352, again.files().stream().mapToLong(FileReport::duplicates).sum());
        assertEquals(0, again.files().stream().mapToLong(FileReport::imported).sum());
        assertEquals(imported.stateHash(), again.stateHash());
    }

    @Test
    @Order(11)
    void undoneTheyAreGoneAndBroughtAgainTheyAreTheSame() {
        long batches = workspace.imports().list().size();
        assertEquals(2, batches);
        workspace.imports().undo(2);
        assertEquals(imported.stateHash(), workspace.beliefs().stateHash(Optional.empty()));
        workspace.imports().undo(1);
        assertEquals(List.of(), workspace.beliefs().trust(Optional.empty()).bots());
        ImportResult again = bring(workspace, paths);
        assertEquals(imported.stateHash(), again.stateHash());
        assertEquals(board, workspace.beliefs().trust(Optional.empty()));
    }
}
