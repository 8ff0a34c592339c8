package credence.core.brain;

import credence.core.belief.BeliefParameters;
import credence.core.fact.Bar;
import credence.core.fact.Costs;
import credence.core.fact.Extra;
import credence.core.fact.Fill;
import credence.core.fact.Prediction;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.ledger.FeeProfile;
import credence.core.ledger.MatchingMethod;
import credence.core.ledger.Rates;
import credence.core.regime.MarketParameters;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.ContractCode;
import credence.core.value.CurrencyCode;
import credence.core.value.Money;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What applies to the whole fold (`rules.md` 3): its hash is part of the state.
///
/// @param assumedBpsPerSide cost assumed where a source states none, in basis points of turnover per side, ≥ 0
/// @param weightBase what the advised weight rests on
/// @param matching which open lot a closing fill meets
/// @param seed of the workspace's draws
/// @param symbolAliases canonical name by another canonical name of the same instrument
/// @param botNames name to use by the name a source uses
/// @param multipliers money per point per unit, by symbol or by root of its contracts, over what a source says
/// @param sources class of evidence by bot, over what a format or an import says
/// @param fees what an account is charged, where a source states no costs
/// @param base currency in which totals are given where rates are known
/// @param rates the user's dated rates: rows, but they apply to the whole fold
/// @param market how regimes and situations are read, and the benchmark
public record Configuration(
        BeliefParameters belief,
        double assumedBpsPerSide,
        WeightBase weightBase,
        MatchingMethod matching,
        long seed,
        SortedMap<Symbol, Symbol> symbolAliases,
        SortedMap<BotId, BotId> botNames,
        SortedMap<Symbol, BigDecimal> multipliers,
        SortedMap<BotId, SourceClass> sources,
        SortedMap<AccountId, FeeProfile> fees,
        Optional<CurrencyCode> base,
        Rates rates,
        MarketParameters market) {

    public static final Configuration DEFAULT =
            new Configuration(
                    BeliefParameters.DEFAULT,
                    5,
                    WeightBase.EDGE,
                    MatchingMethod.FIFO,
                    1,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>());

    /// Without fee profiles, base currency and rates, with markets read as by default.
    public Configuration(
            BeliefParameters belief,
            double assumedBpsPerSide,
            WeightBase weightBase,
            MatchingMethod matching,
            long seed,
            SortedMap<Symbol, Symbol> symbolAliases,
            SortedMap<BotId, BotId> botNames,
            SortedMap<Symbol, BigDecimal> multipliers,
            SortedMap<BotId, SourceClass> sources) {
        this(
                belief,
                assumedBpsPerSide,
                weightBase,
                matching,
                seed,
                symbolAliases,
                botNames,
                multipliers,
                sources,
                new TreeMap<>(),
                Optional.empty(),
                Rates.NONE,
                MarketParameters.DEFAULT);
    }

    public Configuration {
        if (!(assumedBpsPerSide >= 0 && assumedBpsPerSide <= 1000)) {
            throw new IllegalArgumentException("assumed costs must lie in 0…1000 bps per side");
        }
    }

    /// The same under other fee profiles and another base currency.
    public Configuration withMoney(
            SortedMap<AccountId, FeeProfile> profiles, Optional<CurrencyCode> currency) {
        return new Configuration(
                belief,
                assumedBpsPerSide,
                weightBase,
                matching,
                seed,
                symbolAliases,
                botNames,
                multipliers,
                sources,
                profiles,
                currency,
                rates,
                market);
    }

    /// The same under other rates.
    public Configuration withRates(Rates dated) {
        return new Configuration(
                belief,
                assumedBpsPerSide,
                weightBase,
                matching,
                seed,
                symbolAliases,
                botNames,
                multipliers,
                sources,
                fees,
                base,
                dated,
                market);
    }

    /// The same with markets read otherwise.
    public Configuration withMarket(MarketParameters parameters) {
        return new Configuration(
                belief,
                assumedBpsPerSide,
                weightBase,
                matching,
                seed,
                symbolAliases,
                botNames,
                multipliers,
                sources,
                fees,
                base,
                rates,
                parameters);
    }

    /// The row as this configuration reads it.
    public SourceRow read(SourceRow row) {
        return switch (row) {
            case TradeRecord t -> read(t);
            case Fill f -> read(f);
            case Prediction p when touches(p.symbol(), p.bot()) ->
                    new Prediction(
                            p.key(),
                            p.sequence(),
                            p.time(),
                            bot(p.bot()),
                            symbol(p.symbol()),
                            p.direction(),
                            p.entry(),
                            p.takeProfit(),
                            p.stopLoss(),
                            p.sourceId(),
                            source(p.bot(), p.source()),
                            p.call(),
                            p.extras());
            case Bar b when symbolAliases.containsKey(b.symbol()) ->
                    new Bar(
                            b.key(),
                            symbol(b.symbol()),
                            b.interval(),
                            b.time(),
                            b.open(),
                            b.high(),
                            b.low(),
                            b.close(),
                            b.volume());
            default -> row;
        };
    }

    private TradeRecord read(TradeRecord t) {
        boolean charged = charges(t);
        if (!charged && !touches(t.symbol(), t.bot())) {
            return t;
        }
        TradeRecord read =
                new TradeRecord(
                        t.key(),
                        t.sequence(),
                        t.account(),
                        bot(t.bot()),
                        symbol(t.symbol()),
                        t.direction(),
                        t.quantity(),
                        t.entryTime(),
                        t.entryPrice(),
                        t.exit(),
                        t.mark(),
                        multiplier(t.symbol(), t.multiplier()),
                        t.currency(),
                        t.stop(),
                        t.takeProfit(),
                        source(t.bot(), t.source()),
                        t.call(),
                        extras(t.symbol(), t.extras()));
        return charged ? charged(read) : read;
    }

    /// Whether a fee profile fills in what a closed trade does not state. A result after costs states them in itself.
    private boolean charges(TradeRecord t) {
        return !fees.isEmpty()
                && t.exit().isPresent()
                && t.exit().get().costs().isEmpty()
                && t.exit().get().netPnl().isEmpty()
                && fees.containsKey(t.account());
    }

    private TradeRecord charged(TradeRecord t) {
        TradeRecord.Exit exit = t.exit().orElseThrow();
        FeeProfile profile = fees.getOrDefault(t.account(), FeeProfile.NOTHING);
        Optional<BigDecimal> in =
                profile.estimate(
                        t.quantity().value(),
                        t.entryPrice().value(),
                        t.knownMultiplier(),
                        t.currency(),
                        t.entryTime(),
                        rates);
        Optional<BigDecimal> out =
                profile.estimate(
                        t.quantity().value(),
                        exit.price().value(),
                        t.knownMultiplier(),
                        t.currency(),
                        exit.time(),
                        rates);
        return in.isEmpty() || out.isEmpty()
                ? t
                : t.withExit(exit.withEstimatedCosts(in.get().add(out.get())));
    }

    private Fill read(Fill f) {
        Costs costs = costs(f);
        boolean sameCosts = costs.equals(f.costs());
        if (sameCosts && !touches(f.symbol(), f.bot())) {
            return f;
        }
        SortedMap<String, String> extras = extras(f.symbol(), f.extras());
        if (!sameCosts && !costs.estimated()) {
            extras =
                    with(
                            extras,
                            Extra.FEE_COUNTED,
                            costs.total().subtract(f.costs().total()).toPlainString());
        }
        return new Fill(
                f.key(),
                f.sequence(),
                f.time(),
                f.account(),
                bot(f.bot()),
                symbol(f.symbol()),
                f.side(),
                f.effect(),
                f.quantity(),
                f.price(),
                costs,
                f.currency(),
                multiplier(f.symbol(), f.multiplier()),
                f.stop(),
                f.tag(),
                source(f.bot(), f.source()),
                extras);
    }

    /// What a fill states, with its fee in another coin at the rate of its day; else by the account's fee profile.
    private Costs costs(Fill f) {
        Optional<Money> fee = f.extras().isEmpty() ? Optional.empty() : f.uncountedFee();
        if (fee.isPresent()) {
            return rates.convert(fee.get(), f.currency(), f.time())
                    .map(f.costs()::plusCommission)
                    .orElse(f.costs());
        }
        if (fees.isEmpty() || f.costs().stated() || !fees.containsKey(f.account())) {
            return f.costs();
        }
        return fees.getOrDefault(f.account(), FeeProfile.NOTHING)
                .estimate(
                        f.quantity().value(),
                        f.price().value(),
                        known(f.symbol(), f.knownMultiplier()),
                        f.currency(),
                        f.time(),
                        rates)
                .map(Costs::estimated)
                .orElse(f.costs());
    }

    private boolean touches(Symbol symbol, BotId bot) {
        return symbolAliases.containsKey(symbol)
                || multiplier(symbol).isPresent()
                || botNames.containsKey(bot)
                || sources.containsKey(bot(bot));
    }

    private Symbol symbol(Symbol symbol) {
        return symbolAliases.getOrDefault(symbol, symbol);
    }

    private BotId bot(BotId bot) {
        return botNames.getOrDefault(bot, bot);
    }

    /// The user's word for what a point of a symbol is worth in money, if there is one: for that very contract, else for its root.
    public Optional<BigDecimal> multiplier(Symbol symbol) {
        if (multipliers.isEmpty()) {
            return Optional.empty();
        }
        Symbol meant = symbol(symbol);
        BigDecimal whole = multipliers.get(meant);
        return whole != null
                ? Optional.of(whole)
                : ContractCode.of(meant.name()).map(c -> multipliers.get(new Symbol(c.root())));
    }

    private BigDecimal multiplier(Symbol symbol, BigDecimal stated) {
        return multiplier(symbol).orElse(stated);
    }

    private Optional<BigDecimal> known(Symbol symbol, Optional<BigDecimal> stated) {
        return multiplier(symbol).or(() -> stated);
    }

    /// Where the user says the multiplier the row says so.
    private SortedMap<String, String> extras(Symbol symbol, SortedMap<String, String> kept) {
        return multiplier(symbol).isPresent() ? with(kept, Extra.MULTIPLIER_SOURCE, "user") : kept;
    }

    private static SortedMap<String, String> with(
            SortedMap<String, String> extras, String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(extras);
        more.put(name, value);
        return more;
    }

    private SourceClass source(BotId bot, SourceClass stated) {
        return sources.getOrDefault(bot(bot), stated);
    }

    /// The configuration as text, one spelling for equal configurations.
    public String canonical() {
        return belief
                + "|"
                + assumedBpsPerSide
                + "|"
                + weightBase
                + "|"
                + matching
                + "|"
                + seed
                + "|"
                + symbolAliases
                + "|"
                + botNames
                + "|"
                + multipliers
                + (multipliers.isEmpty() ? "" : " by root")
                + "|"
                + sources
                + (fees.isEmpty() ? "" : "|fees" + fees)
                + (base.isEmpty() ? "" : "|base" + base.get())
                + (rates.isEmpty() ? "" : "|rates" + rates)
                + (market.equals(MarketParameters.DEFAULT) ? "" : "|market" + market);
    }

    public String hash() {
        return StateHash.of(canonical().getBytes(StandardCharsets.UTF_8));
    }
}
