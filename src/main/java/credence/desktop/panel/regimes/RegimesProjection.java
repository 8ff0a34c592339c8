package credence.desktop.panel.regimes;

import credence.core.performance.ClusteredEstimate;
import credence.core.regime.Dependence;
import credence.core.regime.FleetDependence;
import credence.core.regime.Refit;
import credence.core.regime.Taxonomy;
import credence.core.trust.BotTrust;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Estimate;
import credence.core.value.Money;
import credence.core.value.Status;
import credence.core.value.Symbol;
import credence.desktop.action.Emptiness;
import credence.desktop.chart.MarketPicture;
import credence.desktop.chart.RegimeLook;
import credence.desktop.chart.TimePicture;
import credence.desktop.theme.Figures;
import credence.service.MarketTimeline;
import credence.service.RegimeReport;
import credence.service.SituationReport;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the screen of regimes shows.
///
/// @param symbols whose bars are held; symbol the one shown
/// @param now the regime in force, in words; reason the rule that named it
/// @param situation the fingerprint of the moment in words, and what is known of moments like it
/// @param price with the ribbon; likelihood of each regime; absent without bars
/// @param regimes one for each name
/// @param costs what the results have paid for, in words
/// @param bots one for each bot that traded in it
/// @param dependence whether bots depend on the regime, in words
/// @param days results by day of the regime
/// @param situations met so far
/// @param refits of the five's model, newest first
/// @param model the latest one in words
public record RegimesProjection(
        List<Symbol> symbols,
        @Nullable Symbol symbol,
        Taxonomy taxonomy,
        String now,
        String reason,
        String situation,
        @Nullable TimePicture price,
        @Nullable TimePicture likelihood,
        List<RegimeRow> regimes,
        String costs,
        List<BotRow> bots,
        String dependence,
        List<DayRow> days,
        List<SituationRow> situations,
        List<RefitRow> refits,
        String model,
        @Nullable Emptiness emptiness) {

    static final Emptiness NO_BARS =
            new Emptiness(
                    "No price bars yet",
                    "Regimes are read from prices. Import bars of the symbols that your bots trade"
                            + " (time, open, high, low, close, volume), at least 200 candles: every"
                            + " trade then gets the regime and the situation it was entered in.",
                    "import.files",
                    "");

    static final RegimesProjection NOTHING = empty(null);

    static RegimesProjection empty(@Nullable Emptiness emptiness) {
        return new RegimesProjection(
                List.of(),
                null,
                Taxonomy.FOUR,
                "",
                "",
                "",
                null,
                null,
                List.of(),
                "",
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                emptiness);
    }

    /// Estimates are of all bots, a duplicate class once; outcomes of one spell are one cluster.
    ///
    /// @param share of the time, 0…1
    /// @param lasts mean length of a spell in words; then what follows it
    public record RegimeRow(
            String regime,
            double share,
            int spells,
            String lasts,
            String then,
            int outcomes,
            ClusteredEstimate accuracy,
            ClusteredEstimate meanR) {}

    /// A bot in each regime.
    ///
    /// @param cells by name of the regime
    /// @param p chance of regimes and results going together this well by luck; absent where it was not tested
    /// @param adjusted the same with the number of bots looked at paid for
    /// @param survives whether it is at most 10 %
    /// @param effect how much better it is in one regime than in another, the pair that differs most clearly; of this bot alone
    /// @param pair these two in words, empty without an effect
    public record BotRow(
            BotId bot,
            Map<String, Cell> cells,
            @Nullable Double p,
            @Nullable Double adjusted,
            boolean survives,
            Estimate effect,
            String pair) {

        Cell cell(String regime) {
            return cells.getOrDefault(regime, Cell.NONE);
        }
    }

    /// @param meanR believed for the four; of the others the plain mean with its interval
    /// @param outcomes entered while that name was in force
    /// @param effective how many by the probability of the regime at entry, which is what is believed by; absent where there is none
    /// @param borrowed whether it leans on the bot's other regimes more than on its own outcomes in this one
    public record Cell(
            Estimate meanR, long outcomes, @Nullable Double effective, boolean borrowed) {
        static final Cell NONE = new Cell(Estimate.none(Status.NO_DATA, 0), 0, null, false);
    }

    public record DayRow(
            String regime,
            String day,
            int outcomes,
            ClusteredEstimate accuracy,
            ClusteredEstimate meanR) {}

    /// @param weight likeness to the situation now, 0…1
    public record SituationRow(
            String words,
            double weight,
            int met,
            long candles,
            int outcomes,
            Estimate meanR,
            @Nullable Instant last) {}

    public record RefitRow(
            Instant at, int days, int states, String means, String volatilities, String outcome) {}

    /// @param whole whether all of the time is shown, so that results of all of it may stand beside shares of it
    static RegimesProjection of(
            List<Symbol> symbols,
            RegimeReport report,
            SituationReport situations,
            MarketTimeline timeline,
            Optional<FleetDependence> dependence,
            List<BotTrust> board,
            boolean whole,
            Figures figures) {
        Taxonomy taxonomy = report.taxonomy();
        MarketPicture pictures = new MarketPicture(figures);
        return new RegimesProjection(
                symbols,
                report.symbol(),
                taxonomy,
                now(report, figures),
                report.current() == null
                        ? report.readiness()
                        : spoken(report.current().reason(), taxonomy),
                situation(situations, figures),
                pictures.price(
                        timeline,
                        taxonomy,
                        whose(board),
                        whole ? results(report, board, figures) : Map.of()),
                pictures.probabilities(timeline, taxonomy),
                regimes(report, figures),
                costs(report),
                bots(report, dependence, board),
                dependence(dependence, figures),
                report.days().stream()
                        .map(
                                d ->
                                        new DayRow(
                                                RegimeLook.words(d.regime()),
                                                d.day() == 4 ? "4 or later" : "" + d.day(),
                                                d.outcomes(),
                                                d.accuracy(),
                                                d.meanR()))
                        .toList(),
                met(situations),
                report.modelCard().stream().map(r -> refit(r, figures)).toList(),
                model(report, figures),
                null);
    }

    private static String now(RegimeReport report, Figures figures) {
        RegimeReport.Current now = report.current();
        if (now == null) {
            return "No regime is read now";
        }
        return capital(
                now.name()
                        .words(
                                report.taxonomy() == Taxonomy.SEVEN
                                        ? "confidence "
                                        : "probability ",
                                r -> RegimeLook.words(r).toLowerCase(Locale.ROOT),
                                figures::share));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String whose(List<BotTrust> shown) {
        return shown.size() == 1 ? shown.getFirst().bot().name() : shown.size() + " bots";
    }

    /// What the trades of the bots shown came to in each regime, as their files state it.
    private static Map<String, String> results(
            RegimeReport report, List<BotTrust> board, Figures figures) {
        Set<BotId> shown = board.stream().map(BotTrust::bot).collect(Collectors.toSet());
        Map<String, SortedMap<CurrencyCode, BigDecimal>> sums = new LinkedHashMap<>();
        for (RegimeReport.Result r : report.results()) {
            if (r.bot() != null && shown.contains(r.bot())) {
                r.net()
                        .forEach(
                                (currency, net) ->
                                        sums.computeIfAbsent(r.regime(), _ -> new TreeMap<>())
                                                .merge(currency, net, BigDecimal::add));
            }
        }
        boolean doubled =
                board.stream()
                        .anyMatch(
                                bot ->
                                        bot.duplicates().stream()
                                                .anyMatch(
                                                        d ->
                                                                !d.equals(bot.bot())
                                                                        && shown.contains(d)));
        Map<String, String> words = new LinkedHashMap<>();
        sums.forEach(
                (regime, money) ->
                        words.put(
                                regime,
                                "net "
                                        + money.entrySet().stream()
                                                .map(
                                                        e ->
                                                                figures.signedMoney(
                                                                        new Money(
                                                                                e.getValue(),
                                                                                e.getKey())))
                                                .collect(Collectors.joining(", "))
                                        + (doubled ? " with duplicates" : "")));
        return words;
    }

    private static String costs(RegimeReport report) {
        return report.results().isEmpty()
                ? ""
                : "Outcomes count under the name in force at their entry. Mean R is "
                        + report.costs().words()
                        + "; wins and net are as the file states them.";
    }

    /// A reason with the names of regimes in words.
    private static String spoken(String reason, Taxonomy taxonomy) {
        String text = reason;
        for (String regime : taxonomy.names()) {
            text = text.replace(regime, RegimeLook.words(regime));
        }
        return text;
    }

    private static String situation(SituationReport s, Figures figures) {
        int met =
                s.situations().stream()
                        .filter(shelf -> shelf.situation().equals(s.now()))
                        .mapToInt(shelf -> shelf.met())
                        .sum();
        StringBuilder text = new StringBuilder(s.words()).append(". Met ");
        text.append(met == 1 ? "once" : figures.count(met) + " times").append(" before or now.");
        Estimate alike = s.results().alike().estimate();
        Double mean = alike.value();
        if (mean != null && s.results().effectiveOutcomes() >= 1) {
            text.append(" Trades entered in moments like it made ").append(figures.r(mean));
            Double low = alike.low();
            Double high = alike.high();
            if (low != null && high != null) {
                text.append(" (").append(figures.r(low)).append(" to ").append(figures.r(high));
                text.append(", 90 %)");
            }
            text.append(" on average, worth ")
                    .append(figures.number(s.results().effectiveOutcomes(), 0))
                    .append(" outcomes of ")
                    .append(figures.number(s.results().effectiveSpells(), 0))
                    .append(" spells.");
        }
        if (!s.missing().isEmpty()) {
            text.append(" Not known: ").append(String.join(", ", s.missing())).append('.');
        }
        return text.toString();
    }

    private static List<RegimeRow> regimes(RegimeReport report, Figures figures) {
        List<RegimeRow> rows = new ArrayList<>();
        for (RegimeReport.Share share : report.shares()) {
            RegimeReport.Result all =
                    report.results().stream()
                            .filter(r -> r.bot() == null && r.regime().equals(share.regime()))
                            .findFirst()
                            .orElse(null);
            rows.add(
                    new RegimeRow(
                            RegimeLook.words(share.regime()),
                            share.share(),
                            share.spells(),
                            lasts(share.meanCandles(), report.candle(), figures),
                            then(share, figures),
                            all == null ? 0 : Math.toIntExact(all.accuracy().estimate().n()),
                            all == null ? ClusteredEstimate.NO_DATA : all.accuracy(),
                            all == null ? ClusteredEstimate.NO_DATA : all.meanR()));
        }
        return rows;
    }

    private static String lasts(OptionalDouble candles, Duration candle, Figures figures) {
        if (candles.isEmpty()) {
            return "–";
        }
        double hours = candles.getAsDouble() * candle.toSeconds() / 3_600.0;
        return hours < 48
                ? figures.number(hours, 1) + " h"
                : figures.number(hours / 24, 1) + " days";
    }

    private static String then(RegimeReport.Share share, Figures figures) {
        int all = share.next().values().stream().mapToInt(Integer::intValue).sum();
        return share.next().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(2)
                .map(
                        e ->
                                RegimeLook.words(e.getKey())
                                        + " "
                                        + figures.share((double) e.getValue() / all))
                .reduce((a, b) -> a + ", " + b)
                .orElse("–");
    }

    private static List<BotRow> bots(
            RegimeReport report, Optional<FleetDependence> dependence, List<BotTrust> board) {
        Map<BotId, Map<String, Cell>> cells = new LinkedHashMap<>();
        for (RegimeReport.Result r : report.results()) {
            if (r.bot() != null) {
                cells.computeIfAbsent(r.bot(), _ -> new LinkedHashMap<>())
                        .put(
                                r.regime(),
                                new Cell(
                                        r.meanR().estimate(),
                                        r.outcomes(),
                                        boxed(r.effective()),
                                        false));
            }
        }
        List<BotRow> rows = new ArrayList<>();
        for (BotTrust trust : board) {
            Map<String, Cell> own = cells.get(trust.bot());
            if (own == null) {
                continue;
            }
            Map<String, Cell> shown = new LinkedHashMap<>(own);
            if (report.taxonomy() == Taxonomy.FOUR) {
                trust.regime()
                        .beliefs()
                        .cells()
                        .forEach(
                                (regime, cell) ->
                                        shown.put(
                                                regime.name(),
                                                new Cell(
                                                        cell.edge(),
                                                        own.getOrDefault(regime.name(), Cell.NONE)
                                                                .outcomes(),
                                                        cell.expected(),
                                                        cell.borrowed())));
            }
            FleetDependence.@Nullable Row tested =
                    dependence.map(d -> d.rows().get(trust.bot())).orElse(null);
            rows.add(
                    new BotRow(
                            trust.bot(),
                            shown,
                            tested == null ? null : boxed(tested.dependence().p()),
                            tested == null ? null : boxed(tested.adjusted()),
                            tested != null && tested.survives(),
                            tested == null
                                    ? Estimate.none(Status.NO_DATA, 0)
                                    : tested.dependence().effect(),
                            tested == null ? "" : pair(tested.dependence())));
        }
        return rows;
    }

    private static String pair(Dependence d) {
        return d.better().isEmpty() || d.worse().isEmpty()
                ? ""
                : RegimeLook.words(d.better().get().name())
                        + ", not "
                        + RegimeLook.words(d.worse().get().name()).toLowerCase(Locale.ROOT);
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    private static String dependence(Optional<FleetDependence> found, Figures figures) {
        if (found.isEmpty() || found.get().tested() == 0) {
            return "Too few outcomes with a regime to tell whether any bot depends on it.";
        }
        int tested = found.get().tested();
        int surviving = found.get().surviving();
        String bots = tested == 1 ? "the one bot tested" : "the " + tested + " bots tested";
        String alone =
                " Taken one by one, "
                        + figures.count(found.get().alone())
                        + (found.get().alone() == 1 ? " does" : " do")
                        + " better in one regime than in another with 90 %; about "
                        + figures.number(found.get().expectedAlone(), 1)
                        + " would by chance.";
        return surviving == 0
                ? "None of "
                        + bots
                        + " is shown to depend on the regime: differences as large come about by"
                        + " luck when so many are looked at (duplicates count once)."
                        + alone
                : surviving
                        + " of "
                        + bots
                        + " depend"
                        + (surviving == 1 ? "s" : "")
                        + " on the regime beyond what luck explains (Benjamini–Hochberg at 10 %;"
                        + " duplicates count once)."
                        + alone;
    }

    private static List<SituationRow> met(SituationReport report) {
        return report.neighbours().neighbours().stream()
                .map(
                        n ->
                                new SituationRow(
                                        credence.core.market.SituationWords.of(
                                                n.shelf().situation()),
                                        n.weight(),
                                        n.shelf().met(),
                                        n.shelf().candles(),
                                        n.shelf().trades().outcomes(),
                                        report.results().of(n.shelf().situation()).estimate(),
                                        n.shelf().last()))
                .toList();
    }

    private static RefitRow refit(Refit r, Figures figures) {
        return new RefitRow(
                r.at(),
                r.days(),
                r.states(),
                each(r, s -> figures.signed(100 * s.mean(), 2) + " %"),
                each(r, s -> figures.number(100 * s.volatility(), 2) + " %"),
                r.refused()
                        .map(why -> "Refused, the former one stays: " + why)
                        .orElse(
                                r.note().isEmpty()
                                        ? "Used from then on"
                                        : "Used from then on: " + r.note()));
    }

    private static String each(Refit r, java.util.function.Function<Refit.State, String> figure) {
        return String.join(" / ", r.list().stream().map(figure).toList());
    }

    private static String model(RegimeReport report, Figures figures) {
        if (report.taxonomy() != Taxonomy.FIVE) {
            return "Only the five regimes rest on a fitted model; the others are rules. Choose"
                    + " “Five, daily” to see its refits.";
        }
        if (report.modelCard().isEmpty()) {
            return report.readiness();
        }
        long refused = report.modelCard().stream().filter(r -> r.refused().isPresent()).count();
        return "A Gaussian hidden Markov model of daily returns and ranges, refitted every Monday"
                + " on the past alone. Of the last "
                + figures.count(report.modelCard().size())
                + " refits "
                + figures.count(refused)
                + (refused == 1 ? " was" : " were")
                + " refused because the states could not be matched.";
    }
}
