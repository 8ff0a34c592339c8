package credence.service;

import credence.core.brain.BrainState;
import credence.core.fact.Fact;
import credence.core.fact.Fill;
import credence.core.trust.BotTrust;
import credence.core.trust.TrustBoard;
import credence.core.value.BotId;
import credence.service.port.NearName;
import credence.service.port.Progress;
import credence.service.port.StoredFacts;
import credence.service.port.StoredRows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers questions about what is believed, now or as of any moment.
public final class BeliefService {

    private final Desk desk;
    private volatile Optional<CachedTrades> lastTrades = Optional.empty();

    private record CachedTrades(long version, Optional<Instant> asOf, List<TradeView> trades) {}

    BeliefService(Desk desk) {
        this.desk = desk;
    }

    /// The board as of a moment, or of the latest fact.
    public TrustBoard trust(Optional<Instant> asOf) {
        Desk.Moment moment = desk.moment();
        return asOf.isEmpty()
                ? moment.state().board()
                : TrustBoard.of(desk.stateAsOf(moment, asOf));
    }

    /// The belief after every outcome of a bot.
    ///
    /// @throws ServiceException when the workspace knows no such bot (the message names near ones)
    public BeliefHistory history(BotId bot, Optional<Instant> asOf, Progress progress) {
        Desk.Moment moment = desk.moment();
        requireKnown(moment, bot);
        HistoryCollector collector = new HistoryCollector(bot, progress);
        Instant until = asOf.orElseGet(() -> moment.replay().until().orElse(Instant.EPOCH));
        BrainState state = collector.fold(moment.replay(), moment.configuration(), until);
        return new BeliefHistory(bot, state.now(), collector.points());
    }

    /// Trades, closed and open, in order of entry.
    ///
    /// @throws ServiceException when the workspace knows no such bot (the message names near ones)
    public List<TradeView> trades(TradeQuery query) {
        query.bot().ifPresent(bot -> requireKnown(desk.moment(), bot));
        List<TradeView> all = allTrades(query.asOf());
        return query.bot().isEmpty() && query.from().isEmpty() && query.to().isEmpty()
                ? all
                : TradeList.matching(all, t -> wants(query, t));
    }

    private static boolean wants(TradeQuery query, TradeView t) {
        return (query.bot().isEmpty() || query.bot().get().name().equals(t.bot()))
                && (query.from().isEmpty() || !t.entryTime().isBefore(query.from().get()))
                && (query.to().isEmpty() || t.entryTime().isBefore(query.to().get()));
    }

    private List<TradeView> allTrades(Optional<Instant> asOf) {
        Desk.Moment moment = desk.moment();
        Optional<CachedTrades> cached = lastTrades;
        if (cached.isPresent()
                && cached.get().version() == moment.version()
                && cached.get().asOf().equals(asOf)) {
            return cached.get().trades();
        }
        TradeCollector collector =
                new TradeCollector(
                        moment.configuration(),
                        moment.state().board().quality().uncountedFees().isEmpty()
                                ? List.of()
                                : moment.replay().inOrder());
        Instant until = asOf.orElseGet(() -> moment.replay().until().orElse(Instant.EPOCH));
        moment.replay().foldAsOf(moment.configuration(), until, Optional.empty(), collector);
        List<TradeView> trades =
                collector.trades(
                        new PointWorths(
                                StoredRows.of(moment.held().rows()),
                                moment.held().withdrawn(),
                                moment.configuration()));
        lastTrades = Optional.of(new CachedTrades(moment.version(), asOf, trades));
        return trades;
    }

    /// Knows where the rows of trades stand.
    public TradeOrigins origins() {
        Desk.Moment moment = desk.moment();
        StoredFacts held = moment.held();
        return new TradeOrigins(
                StoredRows.of(held.rows()),
                held.withdrawn(),
                new ImportedFiles(desk.store().facts(), desk.store().facts().batches()),
                moment.configuration());
    }

    /// Fills as they came in, in fold order.
    public List<Fill> fills(TradeQuery query) {
        List<Fill> fills = new ArrayList<>();
        for (Fact fact : desk.moment().replay().inOrder()) {
            if (fact instanceof Fill fill
                    && (query.bot().isEmpty() || query.bot().get().equals(fill.bot()))
                    && (query.asOf().isEmpty() || !fill.time().isAfter(query.asOf().get()))
                    && (query.from().isEmpty() || !fill.time().isBefore(query.from().get()))
                    && (query.to().isEmpty() || fill.time().isBefore(query.to().get()))) {
                fills.add(fill);
            }
        }
        return fills;
    }

    /// Hash of the state as of a moment.
    public String stateHash(Optional<Instant> asOf) {
        Desk.Moment moment = desk.moment();
        return asOf.isEmpty() ? moment.state().stateHash() : desk.stateAsOf(moment, asOf).hash();
    }

    static void requireKnown(Desk.Moment moment, BotId bot) {
        List<BotId> known = moment.state().board().bots().stream().map(BotTrust::bot).toList();
        if (known.contains(bot)) {
            return;
        }
        String help =
                known.isEmpty()
                        ? " No bot is known yet: import a journal first."
                        : NearName.of(bot.name(), known.stream().map(BotId::name).toList())
                                .map(near -> " Is " + near + " meant?")
                                .orElse(" \u201ctrust\u201d lists all " + known.size() + ".");
        throw new ServiceException("There is no bot " + bot + "." + help);
    }
}
