package credence.testkit;

import credence.core.fact.Bar;
import credence.core.fact.CallDetails;
import credence.core.fact.Costs;
import credence.core.fact.ExitReason;
import credence.core.fact.Fact;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.Prediction;
import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// A made-up history of several bots and accounts, and what an export of it would have said at any moment.
///
/// Times lie on a grid of 15 minutes, so that many facts share one instant. There are partial exits, trades that open and close at once,
/// trades never closed, break-evens, stops, versions, all source classes, the same call in two accounts, a twin under another name,
/// fills that reverse, bars of one symbol, and predictions. Seeded: the same seed makes the same history.
public final class GeneratedJournal {

    public static final Instant START = Instant.parse("2025-01-05T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final Symbol ETH = new Symbol("ETHUSDT");
    private static final Symbol BTC = new Symbol("BTCUSDT");

    private final DrawSequence chance;
    private final int steps;
    private final List<Deal> deals = new ArrayList<>();
    private final List<SourceRow> others = new ArrayList<>();

    private record Part(
            BigDecimal quantity,
            Optional<Instant> closed,
            BigDecimal exitPrice,
            Optional<BigDecimal> costs,
            Optional<BigDecimal> net,
            Optional<BigDecimal> excursion) {}

    /// One entry with its parts, in order of closing; parts never closed come last.
    private record Deal(
            int number,
            AccountId account,
            BotId bot,
            Symbol symbol,
            Direction direction,
            Instant opened,
            BigDecimal price,
            List<Part> parts,
            Optional<Price> stop,
            Optional<String> version,
            SourceClass source,
            boolean nativeId) {}

    /// @param entries number of entries over all bots, spread over `days`
    public static GeneratedJournal of(long seed, int entries, int days) {
        return new GeneratedJournal(seed, entries, days);
    }

    private GeneratedJournal(long seed, int entries, int days) {
        this.chance = Draws.of(seed, "generated journal").inOrder();
        this.steps = days * 96;
        for (int i = 0; i < entries; i++) {
            deal(i);
        }
        for (int i = 0; i < entries / 4; i++) {
            fill(i);
        }
        for (int day = 1; day <= days; day++) {
            bar(day);
        }
        for (int i = 0; i < entries / 20; i++) {
            prediction(i);
        }
    }

    private Instant moment() {
        return START.plus(STEP.multipliedBy(chance.below(steps)));
    }

    private BigDecimal price() {
        return BigDecimal.valueOf(160_000 + chance.below(20_000), 2);
    }

    private void deal(int number) {
        int who = chance.below(5);
        Instant opened = moment();
        boolean late = opened.isAfter(START.plus(STEP.multipliedBy(steps / 2)));
        int parts = who != 3 && chance.happens(0.25) ? 2 + chance.below(3) : 1;
        BigDecimal entry = price();
        Direction direction = chance.happens(0.5) ? Direction.LONG : Direction.SHORT;
        List<Part> closing = new ArrayList<>();
        for (int p = 0; p < parts; p++) {
            closing.add(part(who, opened, entry, direction));
        }
        closing.sort(Comparator.comparing(p -> p.closed().orElse(Instant.MAX)));
        Deal deal =
                new Deal(
                        number,
                        new AccountId(who == 1 && chance.happens(0.5) ? "second" : "default"),
                        new BotId("bot " + who),
                        who == 4 ? BTC : ETH,
                        direction,
                        opened,
                        entry,
                        List.copyOf(closing),
                        chance.happens(who == 2 ? 0.9 : 0.1)
                                ? Optional.of(
                                        new Price(
                                                entry.subtract(
                                                        BigDecimal.valueOf(
                                                                direction.sign()
                                                                        * (long)
                                                                                chance.below(30)))))
                                : Optional.empty(),
                        who == 2 ? Optional.of(late ? "v2" : "v1") : Optional.empty(),
                        who == 1
                                ? late ? SourceClass.LIVE : SourceClass.BACKTEST
                                : who == 4 ? SourceClass.PAPER : SourceClass.LIVE,
                        who == 3);
        deals.add(deal);
        if (who == 0) {
            deals.add(as(deal, "twin of bot 0", "default"));
        }
        if (who == 1 && chance.happens(0.2)) {
            deals.add(
                    as(
                            deal,
                            "bot 1",
                            deal.account().name().equals("second") ? "default" : "second"));
        }
    }

    private static Deal as(Deal d, String bot, String account) {
        return new Deal(
                d.number(),
                new AccountId(account),
                new BotId(bot),
                d.symbol(),
                d.direction(),
                d.opened(),
                d.price(),
                d.parts(),
                d.stop(),
                d.version(),
                d.source(),
                d.nativeId());
    }

    private Part part(int who, Instant opened, BigDecimal entry, Direction direction) {
        BigDecimal quantity = BigDecimal.valueOf(1 + chance.below(30), chance.below(3));
        if (chance.happens(0.03)) {
            return new Part(
                    quantity,
                    Optional.empty(),
                    price(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        Instant closed =
                opened.plus(
                        STEP.multipliedBy(
                                chance.happens(0.1) ? 0 : chance.below(chance.below(600) + 1)));
        BigDecimal exit = chance.happens(0.08) ? entry : price();
        BigDecimal gross =
                exit.subtract(entry)
                        .multiply(quantity)
                        .multiply(BigDecimal.valueOf(direction.sign()));
        Optional<BigDecimal> costs =
                who == 2 || who == 4
                        ? Optional.of(BigDecimal.valueOf(chance.below(300), 2))
                        : Optional.empty();
        return new Part(
                quantity,
                Optional.of(closed),
                exit,
                costs,
                who == 4
                        ? Optional.empty()
                        : Optional.of(gross.subtract(costs.orElse(BigDecimal.ZERO))),
                who == 3
                        ? Optional.of(BigDecimal.valueOf(chance.below(5000), 2))
                        : Optional.empty());
    }

    private void fill(int number) {
        boolean buy = chance.happens(0.5);
        others.add(
                new Fill(
                        RowKey.ofNativeId("fill", "default", "filler", "" + number),
                        number,
                        moment(),
                        AccountId.DEFAULT,
                        new BotId("filler"),
                        BTC,
                        buy ? Side.BUY : Side.SELL,
                        PositionEffect.UNKNOWN,
                        new Quantity(BigDecimal.valueOf(1 + chance.below(4))),
                        new Price(price()),
                        Costs.ofTotal(BigDecimal.valueOf(chance.below(100), 2)),
                        CurrencyCode.USD,
                        BigDecimal.ONE,
                        Optional.empty(),
                        Optional.empty(),
                        SourceClass.LIVE,
                        new TreeMap<>()));
    }

    private void bar(int day) {
        double close = price().doubleValue();
        Instant opens = START.plus(Duration.ofDays(day)).minus(Duration.ofHours(4));
        others.add(
                new Bar(
                        RowKey.ofContent("bar", "", "", 0, ETH.name(), opens.toString()),
                        ETH,
                        Duration.ofHours(4),
                        opens,
                        close,
                        close + 5,
                        close - 5,
                        close,
                        10));
    }

    private void prediction(int number) {
        others.add(
                new Prediction(
                        RowKey.ofNativeId("prediction", "", "oracle", "" + number),
                        number,
                        moment(),
                        new BotId("oracle"),
                        ETH,
                        Direction.LONG,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        SourceClass.LIVE,
                        CallDetails.NONE,
                        new TreeMap<>()));
    }

    /// The moment of the last export: everything that will ever close has closed, and what is open is marked.
    public Instant end() {
        return START.plus(STEP.multipliedBy(steps + 600L));
    }

    /// Everything, as the last export says it.
    public List<SourceRow> rows() {
        return rowsKnownAt(end());
    }

    /// All facts of the last export.
    public List<Fact> facts() {
        return rows().stream().flatMap(row -> row.facts().stream()).toList();
    }

    /// What an export at a moment says: trades still open then as open rows without a mark (with one in the last export only).
    public List<SourceRow> rowsKnownAt(Instant moment) {
        List<SourceRow> rows = new ArrayList<>();
        Map<List<String>, Integer> ordinals = new HashMap<>();
        for (Deal deal : deals) {
            if (!deal.opened().isAfter(moment)) {
                rows.addAll(rows(deal, moment, ordinals));
            }
        }
        for (SourceRow row : others) {
            if (row.facts().stream().noneMatch(f -> f.order().knownAt().isAfter(moment))) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<TradeRecord> rows(Deal deal, Instant moment, Map<List<String>, Integer> ordinals) {
        List<TradeRecord> rows = new ArrayList<>();
        BigDecimal open = BigDecimal.ZERO;
        for (Part part : deal.parts()) {
            if (part.closed().isPresent() && !part.closed().get().isAfter(moment)) {
                TradeRecord.Exit exit =
                        new TradeRecord.Exit(
                                part.closed().get(),
                                new Price(part.exitPrice()),
                                part.costs(),
                                part.net(),
                                part.excursion(),
                                part.excursion(),
                                ExitReason.UNKNOWN);
                rows.add(row(deal, rows.size(), part.quantity(), Optional.of(exit), ordinals));
            } else {
                open = open.add(part.quantity());
            }
        }
        if (open.signum() > 0) {
            TradeRecord row = row(deal, rows.size(), open, Optional.empty(), ordinals);
            rows.add(moment.equals(end()) ? marked(row, deal) : row);
        }
        return rows;
    }

    private TradeRecord marked(TradeRecord row, Deal deal) {
        return withMark(
                row,
                new TradeRecord.Mark(
                        end(), new Price(deal.parts().getLast().exitPrice()), Optional.empty()));
    }

    /// The same open row with a mark.
    public static TradeRecord withMark(TradeRecord t, TradeRecord.Mark mark) {
        return new TradeRecord(
                t.key(),
                t.sequence(),
                t.account(),
                t.bot(),
                t.symbol(),
                t.direction(),
                t.quantity(),
                t.entryTime(),
                t.entryPrice(),
                Optional.empty(),
                Optional.of(mark),
                t.multiplier(),
                t.currency(),
                t.stop(),
                t.takeProfit(),
                t.source(),
                t.call(),
                t.extras());
    }

    private static TradeRecord row(
            Deal d,
            int part,
            BigDecimal quantity,
            Optional<TradeRecord.Exit> exit,
            Map<List<String>, Integer> ordinals) {
        String[] content = {
            d.symbol().name(),
            d.opened().toString(),
            exit.map(e -> e.time().toString()).orElse(""),
            d.direction().name(),
            RowKey.canonical(quantity),
            RowKey.canonical(d.price()),
            exit.map(e -> RowKey.canonical(e.price().value())).orElse("")
        };
        List<String> all = new ArrayList<>(List.of(content));
        all.add(d.account().name());
        all.add(d.bot().name());
        RowKey key =
                d.nativeId()
                        ? RowKey.ofNativeId(
                                "trade", d.account().name(), d.bot().name(), "" + d.number())
                        : RowKey.ofContent(
                                "trade",
                                d.account().name(),
                                d.bot().name(),
                                ordinals.merge(all, 1, Integer::sum) - 1,
                                content);
        return new TradeRecord(
                key,
                d.number() * 10L + part,
                d.account(),
                d.bot(),
                d.symbol(),
                d.direction(),
                new Quantity(quantity),
                d.opened(),
                new Price(d.price()),
                exit,
                Optional.empty(),
                BigDecimal.ONE,
                CurrencyCode.USD,
                d.stop(),
                Optional.empty(),
                d.source(),
                d.version().isEmpty() ? CallDetails.NONE : versioned(d.version()),
                new TreeMap<>());
    }

    private static CallDetails versioned(Optional<String> version) {
        return new CallDetails(
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                version,
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }
}
