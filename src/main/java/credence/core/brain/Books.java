package credence.core.brain;

import credence.core.fact.Fill;
import credence.core.ledger.Rates;
import credence.core.ledger.Trade;
import credence.core.value.CurrencyCode;
import credence.core.value.Money;
import credence.core.value.Symbol;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the money figures of a bot leave out, counted so that every total can say so, and its result in the base currency.
public final class Books {

    private final SortedMap<Symbol, Integer> withoutMoney = new TreeMap<>();
    private final SortedMap<CurrencyCode, Integer> uncountedFees = new TreeMap<>();
    private int differing;
    private int estimated;
    private BigDecimal base = BigDecimal.ZERO;
    private int withoutRate;

    void closed(Trade trade, Configuration configuration) {
        if (trade.charges().estimated()) {
            estimated++;
        }
        if (trade.netPnl().isEmpty()) {
            withoutMoney.merge(trade.symbol(), 1, Integer::sum);
            return;
        }
        if (configuration.base().isPresent()) {
            Optional<BigDecimal> worth = inBase(trade, configuration);
            worth.ifPresent(w -> base = Codec.canonical(base.add(w)));
            withoutRate += worth.isEmpty() ? 1 : 0;
        }
    }

    /// The net of a trade in the base currency by the rate of the day it closed; empty without a net, a base or a rate.
    public static Optional<BigDecimal> inBase(Trade trade, Configuration configuration) {
        Rates rates = configuration.rates();
        return trade.netPnl()
                .flatMap(
                        net ->
                                configuration
                                        .base()
                                        .flatMap(
                                                to ->
                                                        rates.convert(
                                                                new Money(net, trade.currency()),
                                                                to,
                                                                trade.exitTime())));
    }

    void filled(Fill fill) {
        fill.uncountedFee().ifPresent(fee -> uncountedFees.merge(fee.currency(), 1, Integer::sum));
    }

    void differs() {
        differing++;
    }

    /// Closed trades whose result nobody knows in money, by symbol: its multiplier is to be set.
    public SortedMap<Symbol, Integer> withoutMoney() {
        return Collections.unmodifiableSortedMap(withoutMoney);
    }

    /// Fills whose fee in this currency or coin is not counted, since no rate is known.
    public SortedMap<CurrencyCode, Integer> uncountedFees() {
        return Collections.unmodifiableSortedMap(uncountedFees);
    }

    /// Results a source states that do not follow from its prices, sizes and costs.
    public int differing() {
        return differing;
    }

    /// Closed trades with costs by a fee profile.
    public int estimated() {
        return estimated;
    }

    /// Sum of the nets in the base currency of the configuration, without those that lack a rate.
    public BigDecimal base() {
        return base;
    }

    /// Closed trades with a net that has no rate to the base currency.
    public int withoutRate() {
        return withoutRate;
    }

    boolean isEmpty() {
        return withoutMoney.isEmpty()
                && uncountedFees.isEmpty()
                && differing == 0
                && estimated == 0
                && base.signum() == 0
                && withoutRate == 0;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(withoutMoney.size());
        for (var e : withoutMoney.entrySet()) {
            out.writeUTF(e.getKey().name());
            out.writeInt(e.getValue());
        }
        out.writeInt(uncountedFees.size());
        for (var e : uncountedFees.entrySet()) {
            out.writeUTF(e.getKey().code());
            out.writeInt(e.getValue());
        }
        out.writeInt(differing);
        out.writeInt(estimated);
        Codec.decimal(out, base);
        out.writeInt(withoutRate);
    }

    void read(DataInput in) throws IOException {
        int symbols = in.readInt();
        for (int i = 0; i < symbols; i++) {
            withoutMoney.put(new Symbol(in.readUTF()), in.readInt());
        }
        int coins = in.readInt();
        for (int i = 0; i < coins; i++) {
            uncountedFees.put(new CurrencyCode(in.readUTF()), in.readInt());
        }
        differing = in.readInt();
        estimated = in.readInt();
        base = Codec.decimal(in);
        withoutRate = in.readInt();
    }
}
