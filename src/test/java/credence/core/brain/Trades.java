package credence.core.brain;

import credence.core.fact.CallDetails;
import credence.core.fact.ExitReason;
import credence.core.fact.Fact;
import credence.core.fact.RowKey;
import credence.core.fact.TradeRecord;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A small journal in words: trades of ETHUSDT, by default long, one unit, live, without stop or costs. Times as in ISO, without the Z.
public final class Trades {

    private final List<Fact> facts = new ArrayList<>();
    private int number;

    /// One trade on its way into the journal.
    public final class Entry {
        private final BotId bot;
        private final Instant time;
        private final Price price;
        private Direction direction = Direction.LONG;
        private Quantity quantity = Quantity.of("1");
        private AccountId account = AccountId.DEFAULT;
        private CurrencyCode currency = CurrencyCode.USD;
        private SourceClass source = SourceClass.LIVE;
        private Optional<Price> stop = Optional.empty();
        private Optional<String> net = Optional.empty();
        private Optional<String> costs = Optional.empty();
        private Optional<BigDecimal> mae = Optional.empty();
        private Optional<BigDecimal> mfe = Optional.empty();

        private Entry(String bot, String time, String price) {
            this.bot = new BotId(bot);
            this.time = at(time);
            this.price = Price.of(price);
        }

        public Entry goingShort() {
            direction = Direction.SHORT;
            return this;
        }

        public Entry of(String units) {
            quantity = Quantity.of(units);
            return this;
        }

        public Entry in(String name) {
            account = new AccountId(name);
            return this;
        }

        public Entry as(SourceClass other) {
            source = other;
            return this;
        }

        public Entry paidIn(String code) {
            currency = new CurrencyCode(code);
            return this;
        }

        public Entry stop(String at) {
            stop = Optional.of(Price.of(at));
            return this;
        }

        public Entry costs(String money) {
            costs = Optional.of(money);
            return this;
        }

        public Entry net(String money) {
            net = Optional.of(money);
            return this;
        }

        public Entry excursions(String worst, String best) {
            mae = Optional.of(new BigDecimal(worst));
            mfe = Optional.of(new BigDecimal(best));
            return this;
        }

        public TradeRecord closed(String when, String at) {
            return keep(
                    Optional.of(
                            new TradeRecord.Exit(
                                    at(when),
                                    Price.of(at),
                                    costs.map(BigDecimal::new),
                                    net.map(BigDecimal::new),
                                    mae,
                                    mfe,
                                    ExitReason.UNKNOWN)),
                    Optional.empty());
        }

        public TradeRecord open() {
            return keep(Optional.empty(), Optional.empty());
        }

        public TradeRecord marked(String when, String at) {
            return keep(
                    Optional.empty(),
                    Optional.of(
                            new TradeRecord.Mark(
                                    at(when), Price.of(at), net.map(BigDecimal::new))));
        }

        private TradeRecord keep(Optional<TradeRecord.Exit> exit, Optional<TradeRecord.Mark> mark) {
            number++;
            TradeRecord row =
                    new TradeRecord(
                            RowKey.ofNativeId("trade", "", "", Integer.toString(number)),
                            number,
                            account,
                            bot,
                            new Symbol("ETHUSDT"),
                            direction,
                            quantity,
                            time,
                            price,
                            exit,
                            mark,
                            BigDecimal.ONE,
                            currency,
                            stop,
                            Optional.empty(),
                            source,
                            CallDetails.NONE,
                            new TreeMap<>());
            facts.addAll(row.facts());
            return row;
        }
    }

    public static Instant at(String time) {
        return Instant.parse(time + "Z");
    }

    public Entry entry(String bot, String time, String price) {
        return new Entry(bot, time, price);
    }

    public Trades and(Fact fact) {
        facts.add(fact);
        return this;
    }

    /// `count` trades of a bot, one an hour from `start`, entered at 100, out five minutes later at the given prices in turn.
    public Trades hourly(String bot, String start, int count, String... exits) {
        for (int i = 0; i < count; i++) {
            Instant in = at(start).plusSeconds(3_600L * i);
            String entry = in.toString().replace("Z", "");
            String exit = in.plusSeconds(300).toString().replace("Z", "");
            entry(bot, entry, "100").closed(exit, exits[i % exits.length]);
        }
        return this;
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    /// The state as of a moment, under the default configuration.
    public BrainState stateAt(String time) {
        return new Replay(facts)
                .foldAsOf(Configuration.DEFAULT, at(time), Optional.empty(), BrainObserver.NONE)
                .state();
    }
}
