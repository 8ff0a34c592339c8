package credence.service;

import credence.core.brain.BrainState;
import credence.core.market.Situation;
import credence.core.market.SituationWords;
import credence.core.market.Situations;
import credence.core.regime.FleetDependence;
import credence.core.regime.MarketReading;
import credence.core.regime.Taxonomy;
import credence.core.value.Symbol;
import credence.service.port.NearName;
import credence.service.port.Progress;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers what the market is doing, has done, and what bots made of it. Readings are the fold's own: what is shown of a moment is
/// what was known then.
public final class MarketService {

    /// Answers kept: some symbols of the present moment, and of a few others.
    private static final int KEPT = 6;

    private final Desk desk;
    private final Map<Question, Object> answers =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Question, Object> eldest) {
                    return size() > KEPT;
                }
            };

    private record Question(long version, Optional<Instant> asOf, String what) {}

    MarketService(Desk desk) {
        this.desk = desk;
    }

    /// Symbols whose bars are held, in order.
    public List<Symbol> symbols(Optional<Instant> asOf) {
        List<Symbol> now = desk.moment().markets().symbols();
        return asOf.isEmpty() || now.isEmpty() ? now : List.copyOf(state(asOf).symbolsWithBars());
    }

    /// The symbol a trader looks at first: the benchmark where its bars are held, else the one with bars in which most was traded
    /// lately; empty without bars.
    public Optional<Symbol> foremost() {
        return desk.moment().markets().foremost();
    }

    /// What is known of a symbol's market at a moment, or now.
    ///
    /// @throws ServiceException when no bars of it are held; the message says what to import
    public MarketReading reading(Symbol symbol, Optional<Instant> asOf) {
        Symbol held = canonical(symbol);
        Optional<MarketReading> reading =
                asOf.isEmpty()
                        ? Optional.ofNullable(desk.moment().markets().readings().get(held))
                        : state(asOf).market(held);
        return reading.orElseThrow(() -> withoutBars(held, asOf));
    }

    /// @throws ServiceException when no bars of it are held; the message says what to import
    public RegimeReport regimes(
            Symbol symbol, Taxonomy taxonomy, Optional<Instant> asOf, Progress progress) {
        return RegimeReports.of(history(symbol, asOf, progress), taxonomy);
    }

    /// @throws ServiceException when no bars of it are held; the message says what to import
    public SituationReport situations(Symbol symbol, Optional<Instant> asOf, Progress progress) {
        MarketHistory history = history(symbol, asOf, progress);
        Situation now =
                history.now()
                        .map(MarketReading::situation)
                        .orElseGet(
                                () ->
                                        Situations.unknown(
                                                history.asOf() == null
                                                        ? Instant.EPOCH
                                                        : history.asOf()));
        return new SituationReport(
                history.symbol(),
                history.asOf(),
                now,
                history.now()
                        .flatMap(MarketReading::silentSince)
                        .map(MarketReading::silence)
                        .orElseGet(() -> SituationWords.of(now)),
                SituationWords.missing(now),
                history.library().neighbours(now),
                SituationResults.of(history, now),
                history.repeating(),
                history.library().situations(),
                history.library().episodes());
    }

    /// Candles and regimes to be drawn.
    ///
    /// @param from candles closed after it; `to` up to and including it
    /// @param most candles at most; more are thinned by drawing several as one
    /// @throws ServiceException when no bars of it are held; the message says what to import
    public MarketTimeline timeline(
            Symbol symbol,
            Instant from,
            Instant to,
            int most,
            Optional<Instant> asOf,
            Progress progress) {
        return MarketTimeline.of(course(symbol, asOf, progress), from, to, most);
    }

    /// Which bots' results depend on the regime at entry; empty where no bars are held.
    public Optional<FleetDependence> dependence(Optional<Instant> asOf, Progress progress) {
        if (symbols(asOf).isEmpty()) {
            return Optional.empty();
        }
        Desk.Moment moment = desk.moment();
        return Optional.of(
                (FleetDependence)
                        kept(
                                new Question(moment.version(), asOf, "dependence"),
                                () ->
                                        new DependenceCollector(progress)
                                                .fold(
                                                        moment.replay(),
                                                        moment.configuration(),
                                                        until(moment, asOf))));
    }

    MarketHistory history(Symbol asked, Optional<Instant> asOf, Progress progress) {
        Symbol symbol = held(asked, asOf);
        Desk.Moment moment = desk.moment();
        return (MarketHistory)
                kept(
                        whole(moment, asOf, symbol),
                        () ->
                                new MarketCollector(symbol, progress)
                                        .fold(
                                                moment.replay(),
                                                moment.configuration(),
                                                until(moment, asOf)));
    }

    /// The history without what bots made of it: of that nothing need be folded, since asking a market moves nothing in it.
    private MarketHistory course(Symbol asked, Optional<Instant> asOf, Progress progress) {
        Symbol symbol = held(asked, asOf);
        Desk.Moment moment = desk.moment();
        MarketHistory whole = (MarketHistory) known(whole(moment, asOf, symbol));
        return whole != null
                ? whole
                : (MarketHistory)
                        kept(
                                new Question(moment.version(), asOf, "course of " + symbol),
                                () ->
                                        new MarketCollector(symbol, progress)
                                                .foldBars(
                                                        moment.replay(),
                                                        moment.configuration(),
                                                        until(moment, asOf)));
    }

    private static Question whole(Desk.Moment moment, Optional<Instant> asOf, Symbol symbol) {
        return new Question(moment.version(), asOf, "market " + symbol);
    }

    /// As the configuration spells it.
    ///
    /// @throws ServiceException when no bars of it are held
    private Symbol held(Symbol asked, Optional<Instant> asOf) {
        Symbol symbol = canonical(asked);
        if (!symbols(asOf).contains(symbol)) {
            throw withoutBars(symbol, asOf);
        }
        return symbol;
    }

    /// As the configuration spells it.
    private Symbol canonical(Symbol symbol) {
        return desk.moment().configuration().symbolAliases().getOrDefault(symbol, symbol);
    }

    private static Instant until(Desk.Moment moment, Optional<Instant> asOf) {
        return asOf.orElseGet(() -> moment.replay().until().orElse(Instant.EPOCH));
    }

    private Object kept(Question question, Supplier<Object> answer) {
        Object known = known(question);
        if (known != null) {
            return known;
        }
        Object made = answer.get();
        synchronized (answers) {
            answers.put(question, made);
        }
        return made;
    }

    private @Nullable Object known(Question question) {
        synchronized (answers) {
            return answers.get(question);
        }
    }

    BrainState state(Optional<Instant> asOf) {
        Desk.Moment moment = desk.moment();
        return (BrainState)
                kept(
                        new Question(moment.version(), asOf, "state"),
                        () -> desk.stateAsOf(moment, asOf));
    }

    private ServiceException withoutBars(Symbol symbol, Optional<Instant> asOf) {
        List<String> held = symbols(asOf).stream().map(Symbol::name).toList();
        String others =
                held.isEmpty()
                        ? ""
                        : NearName.of(symbol.name(), held)
                                .map(near -> " Is " + near + " meant?")
                                .orElse(
                                        held.size() <= 5
                                                ? " Held are bars of "
                                                        + String.join(", ", held)
                                                        + "."
                                                : "");
        return new ServiceException(
                "There are no bars of "
                        + symbol
                        + asOf.map(at -> " by " + at.toString().replace("T00:00:00Z", ""))
                                .orElse("")
                        + ": nothing is known of its market. Import some: credence import-bars"
                        + " FILE --symbol "
                        + symbol
                        + "."
                        + others);
    }
}
