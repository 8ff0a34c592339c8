package credence.core.brain;

import credence.core.fact.TradeRecord;
import credence.core.ledger.Trade;
import credence.core.regime.MarketReading;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.core.value.TimeCodec;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// One entry on its way to becoming an outcome: what is still open of it, and what has been realised.
///
/// Its risk and the market it met are frozen when it is opened; nothing that is learned later moves them.
///
/// Where nobody knows the multiplier everything here counts in points × quantity instead of money: return and R are ratios and
/// come out the same, but costs in money, excursions in money and marks in money cannot be held against them.
public final class OpenEntry {

    /// Beside the class of evidence in its byte: the entry counts in points.
    private static final int IN_POINTS = 0x40;

    private final EntryKey key;
    private final SourceClass source;
    private final EntryRisk assumed;
    private final Optional<MarketReading> market;
    private final Optional<String> version;
    private final SortedMap<String, Part> open = new TreeMap<>();
    private final List<String> trades = new ArrayList<>();
    private BigDecimal size = BigDecimal.ZERO;
    private BigDecimal notional = BigDecimal.ZERO;
    private BigDecimal risk = BigDecimal.ZERO;
    private boolean everyPartHasStop = true;
    private BigDecimal net = BigDecimal.ZERO;
    private BigDecimal turnover = BigDecimal.ZERO;
    private @Nullable BigDecimal statedNet = BigDecimal.ZERO;
    private double mae;
    private double mfe;
    private boolean excursionsKnown = true;
    private @Nullable Instant markedAt;
    private @Nullable Double marketPrice;

    /// A part still open.
    ///
    /// @param lot whether fills opened it, not a row that states a whole trade
    /// @param mark the source's own mark of it, with the stated result if there is one
    private record Part(
            boolean lot,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal multiplier,
            Optional<TradeRecord.Mark> mark) {

        BigDecimal size() {
            return quantity.multiply(multiplier);
        }

        /// By the source's own word; nothing where it said nothing.
        BigDecimal netAtMark(int sign, boolean inPoints) {
            return mark.map(
                            m ->
                                    m.netPnl()
                                            .filter(money -> !inPoints)
                                            .orElseGet(() -> netAt(m.price().value(), sign)))
                    .orElse(BigDecimal.ZERO);
        }

        BigDecimal netAt(BigDecimal at, int sign) {
            return at.subtract(price).multiply(size()).multiply(BigDecimal.valueOf(sign));
        }
    }

    /// @param assumed what stands for its risk where it has no stop
    /// @param market what was known of its market, empty without bars
    OpenEntry(
            EntryKey key,
            SourceClass source,
            EntryRisk assumed,
            Optional<MarketReading> market,
            Optional<String> version) {
        this.key = key;
        this.source = source;
        this.assumed = assumed;
        this.market = market;
        this.version = version;
    }

    /// Adds a part, or replaces the one of that id (a lot that grew).
    void open(
            String id,
            boolean lot,
            BigDecimal quantity,
            Price price,
            BigDecimal multiplier,
            Optional<Price> stop) {
        Part part = new Part(lot, quantity, price.value(), multiplier, Optional.empty());
        Part former = open.put(id, part);
        BigDecimal more = part.size();
        BigDecimal added = price.value().abs().multiply(more);
        if (former != null) {
            added = added.subtract(former.price.abs().multiply(former.size()));
            more = more.subtract(former.size());
        }
        notional = notional.add(added);
        if (assumed.ranged()) {
            size = size.add(more);
        }
        if (stop.isPresent()) {
            risk = risk.add(price.value().subtract(stop.get().value()).abs().multiply(more));
        } else {
            everyPartHasStop = false;
        }
    }

    void close(Trade trade, boolean finished) {
        trades.add(trade.id());
        net = net.add(key.inPoints() ? trade.points() : trade.netPnl().orElseThrow());
        statedNet =
                statedNet == null || trade.netPnl().isEmpty()
                        ? null
                        : statedNet.add(trade.netPnl().get());
        turnover =
                turnover.add(
                        trade.entryPrice()
                                .value()
                                .abs()
                                .add(trade.exitPrice().value().abs())
                                .multiply(trade.quantity().value())
                                .multiply(trade.multiplier().orElse(BigDecimal.ONE)));
        if (!key.inPoints() && trade.mae().isPresent() && trade.mfe().isPresent()) {
            mae = Bounds.of(mae + Bounds.of(trade.mae().get()));
            mfe = Bounds.of(mfe + Bounds.of(trade.mfe().get()));
        } else {
            excursionsKnown = false;
        }
        if (finished) {
            open.remove(trade.lot());
        } else {
            open.computeIfPresent(
                    trade.lot(),
                    (id, p) ->
                            new Part(
                                    p.lot,
                                    p.quantity.subtract(trade.quantity().value()),
                                    p.price,
                                    p.multiplier,
                                    p.mark));
        }
    }

    boolean finished() {
        return open.isEmpty();
    }

    boolean holds(String part) {
        return open.containsKey(part);
    }

    /// Takes the source's own mark of a part.
    void mark(String part, TradeRecord.Mark mark) {
        open.computeIfPresent(
                part,
                (id, p) -> new Part(p.lot, p.quantity, p.price, p.multiplier, Optional.of(mark)));
        if (open.values().stream().allMatch(p -> p.mark.isPresent())) {
            markedAt = mark.time();
            marketPrice = null;
        }
    }

    /// Marks everything open at a price of the market.
    void mark(double price, Instant at) {
        if (markedAt != null && markedAt.isAfter(at)) {
            return;
        }
        markedAt = at;
        marketPrice = price;
    }

    /// Result of what is closed, and of what is still open at the last mark. Exact, so that it does not depend on how a source
    /// splits what is open into rows.
    private double netAtMark() {
        int sign = key.direction().sign();
        BigDecimal sum = net;
        for (Part p : open.values()) {
            sum =
                    sum.add(
                            marketPrice != null
                                    ? p.netAt(BigDecimal.valueOf(marketPrice), sign)
                                    : p.netAtMark(sign, key.inPoints()));
        }
        return Bounds.of(sum);
    }

    /// When it was last marked, absent without a mark.
    public @Nullable Instant markedAt() {
        return markedAt;
    }

    /// Realised and marked result ÷ entry notional; empty without a mark or a notional.
    public OptionalDouble markedReturn() {
        return markedAt == null || notional.signum() <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Bounds.of(netAtMark() / Bounds.of(notional)));
    }

    /// Result in R at the last mark, after assumed costs for a round trip; empty without a mark or a risk measure.
    ///
    /// @param assumedBpsPerSide 0 when the source states costs
    OptionalDouble markedR(double assumedBpsPerSide) {
        if (markedAt == null) {
            return OptionalDouble.empty();
        }
        double costs = assumedBpsPerSide / 1e4 * 2 * Bounds.of(notional);
        return inR(netAtMark() - costs);
    }

    RiskRung rung() {
        if (everyPartHasStop) {
            return risk.signum() > 0 ? RiskRung.STOP : RiskRung.NONE;
        }
        if (assumed.ranged()) {
            return rangedRisk() > 0 ? RiskRung.ATR : RiskRung.NONE;
        }
        return assumed.meanAbsoluteReturn() > 0 && notional.signum() > 0
                ? RiskRung.RELATIVE
                : RiskRung.NONE;
    }

    /// Whether its stops or the range of its prices leave no risk: such an outcome is excluded from R and counted.
    boolean riskless() {
        return everyPartHasStop ? risk.signum() <= 0 : assumed.ranged() && rangedRisk() <= 0;
    }

    private double rangedRisk() {
        return Bounds.of(Bounds.of(size) * assumed.range());
    }

    OptionalDouble inR(double money) {
        return switch (rung()) {
            case STOP -> OptionalDouble.of(Bounds.of(money / Bounds.of(risk)));
            case ATR -> OptionalDouble.of(Bounds.of(money / rangedRisk()));
            case RELATIVE ->
                    OptionalDouble.of(
                            Bounds.of(money / Bounds.of(notional) / assumed.meanAbsoluteReturn()));
            case NONE -> OptionalDouble.empty();
        };
    }

    /// What was at risk in money, or in points; empty where nothing says.
    private OptionalDouble atRisk() {
        return switch (rung()) {
            case STOP -> OptionalDouble.of(Bounds.of(risk));
            case ATR -> OptionalDouble.of(rangedRisk());
            case RELATIVE -> OptionalDouble.of(Bounds.of(notional) * assumed.meanAbsoluteReturn());
            case NONE -> OptionalDouble.empty();
        };
    }

    /// The outcome, once finished.
    Outcome outcome(Instant closed, double assumedBpsPerSide, boolean newVersion) {
        double stated = Bounds.of(net);
        double bothSides = Bounds.of(turnover);
        double charged = assumedBpsPerSide / 1e4 * bothSides;
        OptionalDouble entryQuality = OptionalDouble.empty();
        OptionalDouble exitQuality = OptionalDouble.empty();
        if (excursionsKnown) {
            OptionalDouble atRisk = atRisk();
            if (atRisk.isPresent()) {
                entryQuality = OptionalDouble.of(1 - share(mae, atRisk.getAsDouble()));
            }
            if (mfe > 0) {
                exitQuality = OptionalDouble.of(share(stated, mfe));
            }
        }
        OptionalDouble r = inR(stated - charged);
        BigDecimal decides = key.inPoints() && statedNet != null ? statedNet : net;
        return new Outcome(
                key.bot(),
                key.symbol(),
                key.direction(),
                key.time(),
                closed,
                List.copyOf(trades),
                net,
                key.currency(),
                notional.signum() > 0 ? Bounds.of(stated / Bounds.of(notional)) : 0,
                bothSides,
                charged,
                r,
                charged == 0 ? r : inR(stated),
                rung(),
                decides.signum() > 0 ? 1 : decides.signum() < 0 ? 0 : 0.5,
                source,
                entryQuality,
                exitQuality,
                newVersion,
                key.inPoints(),
                market);
    }

    private static double share(double part, double whole) {
        return Math.clamp(Bounds.of(part / whole), 0.0, 1.0);
    }

    EntryKey key() {
        return key;
    }

    /// Whether it counts in points, since nobody knows its multiplier.
    public boolean inPoints() {
        return key.inPoints();
    }

    /// Trades of this entry that are still open: each lot of fills, and one for all rows that state whole trades. In how many
    /// parts such a trade will be closed nobody knows while it is open, though its rows, once it is closed, say so.
    public int openTrades() {
        int lots = (int) open.values().stream().filter(Part::lot).count();
        return lots < open.size() ? lots + 1 : lots;
    }

    public Instant opened() {
        return key.time();
    }

    Optional<String> version() {
        return version;
    }

    /// What was known of its market when it was opened, empty without bars.
    public Optional<MarketReading> market() {
        return market;
    }

    Iterable<String> parts() {
        return open.keySet();
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(key.bot().name());
        out.writeUTF(key.symbol().name());
        out.writeByte(key.direction().ordinal());
        TimeCodec.instant(out, key.time());
        Codec.decimal(out, key.price());
        out.writeUTF(key.currency().code());
        out.writeByte(source.ordinal() | (key.inPoints() ? IN_POINTS : 0));
        assumed.write(out);
        MarketCodec.write(out, market);
        out.writeUTF(version.orElse(""));
        out.writeInt(open.size());
        for (var e : open.entrySet()) {
            Part p = e.getValue();
            out.writeUTF(e.getKey());
            out.writeBoolean(p.lot);
            Codec.decimal(out, p.quantity);
            Codec.decimal(out, p.price);
            Codec.decimal(out, p.multiplier);
            out.writeBoolean(p.mark.isPresent());
            if (p.mark.isPresent()) {
                TradeRecord.Mark m = p.mark.get();
                TimeCodec.instant(out, m.time());
                Codec.decimal(out, m.price().value());
                out.writeBoolean(m.netPnl().isPresent());
                if (m.netPnl().isPresent()) {
                    Codec.decimal(out, m.netPnl().get());
                }
            }
        }
        out.writeInt(trades.size());
        for (String id : trades) {
            out.writeUTF(id);
        }
        if (assumed.ranged()) {
            Codec.decimal(out, size);
        }
        Codec.decimal(out, notional);
        Codec.decimal(out, risk);
        out.writeBoolean(everyPartHasStop);
        Codec.decimal(out, net);
        Codec.decimal(out, turnover);
        out.writeDouble(mae);
        out.writeDouble(mfe);
        out.writeBoolean(excursionsKnown);
        out.writeBoolean(markedAt != null);
        if (markedAt != null) {
            TimeCodec.instant(out, markedAt);
            out.writeBoolean(marketPrice != null);
            if (marketPrice != null) {
                out.writeDouble(marketPrice);
            }
        }
        if (key.inPoints()) {
            out.writeBoolean(statedNet != null);
            if (statedNet != null) {
                Codec.decimal(out, statedNet);
            }
        }
    }

    static OpenEntry read(DataInput in) throws IOException {
        BotId bot = new BotId(in.readUTF());
        Symbol symbol = new Symbol(in.readUTF());
        Direction direction = Direction.values()[in.readByte()];
        Instant opened = TimeCodec.instant(in);
        BigDecimal entryPrice = Codec.decimal(in);
        CurrencyCode currency = new CurrencyCode(in.readUTF());
        int source = in.readByte();
        OpenEntry e =
                new OpenEntry(
                        new EntryKey(
                                bot,
                                symbol,
                                direction,
                                opened,
                                entryPrice,
                                currency,
                                (source & IN_POINTS) != 0),
                        SourceClass.values()[source & ~IN_POINTS],
                        EntryRisk.read(in),
                        MarketCodec.read(in),
                        Optional.of(in.readUTF()).filter(v -> !v.isEmpty()));
        int parts = in.readInt();
        for (int i = 0; i < parts; i++) {
            String id = in.readUTF();
            boolean lot = in.readBoolean();
            BigDecimal quantity = Codec.decimal(in);
            BigDecimal price = Codec.decimal(in);
            BigDecimal multiplier = Codec.decimal(in);
            Optional<TradeRecord.Mark> mark = Optional.empty();
            if (in.readBoolean()) {
                Instant time = TimeCodec.instant(in);
                Price at = new Price(Codec.decimal(in));
                mark =
                        Optional.of(
                                new TradeRecord.Mark(
                                        time,
                                        at,
                                        in.readBoolean()
                                                ? Optional.of(Codec.decimal(in))
                                                : Optional.empty()));
            }
            e.open.put(id, new Part(lot, quantity, price, multiplier, mark));
        }
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            e.trades.add(in.readUTF());
        }
        if (e.assumed.ranged()) {
            e.size = Codec.decimal(in);
        }
        e.notional = Codec.decimal(in);
        e.risk = Codec.decimal(in);
        e.everyPartHasStop = in.readBoolean();
        e.net = Codec.decimal(in);
        e.turnover = Codec.decimal(in);
        e.mae = in.readDouble();
        e.mfe = in.readDouble();
        e.excursionsKnown = in.readBoolean();
        if (in.readBoolean()) {
            e.markedAt = TimeCodec.instant(in);
            e.marketPrice = in.readBoolean() ? (Double) in.readDouble() : null;
        }
        if (e.inPoints()) {
            e.statedNet = in.readBoolean() ? Codec.decimal(in) : null;
        }
        return e;
    }
}
