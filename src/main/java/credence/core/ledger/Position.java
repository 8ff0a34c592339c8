package credence.core.ledger;

import credence.core.fact.Costs;
import credence.core.fact.ExitReason;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.ResultBasis;
import credence.core.fact.StatedPnl;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The open lots of one position, oldest first; both directions at once only where a source says OPEN against it.
final class Position {

    private final PositionKey key;
    private final MatchingMethod method;
    private final Map<Direction, OpenSide> sides = new EnumMap<>(Direction.class);

    Position(PositionKey key, MatchingMethod method) {
        this.key = key;
        this.method = method;
        for (Direction direction : Direction.values()) {
            sides.put(direction, new OpenSide());
        }
    }

    boolean isFlat() {
        return sides.values().stream().allMatch(side -> side.lots.isEmpty());
    }

    List<OpenLot> openLots() {
        return sides.values().stream().flatMap(side -> side.lots.stream()).map(Lot::open).toList();
    }

    /// Whether all that a closing fill closes is open.
    boolean covers(Fill fill) {
        BigDecimal left = fill.quantity().value();
        for (Lot lot : side(against(fill)).lots) {
            left = left.subtract(lot.remaining());
            if (left.signum() <= 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether anything is open that a fill closes.
    boolean closes(Fill fill) {
        return !side(against(fill)).lots.isEmpty();
    }

    /// What a fill closes, if it closes.
    private static Direction against(Fill fill) {
        return Direction.openedBy(fill.side()).sign() > 0 ? Direction.SHORT : Direction.LONG;
    }

    List<LedgerEvent> apply(Fill fill) {
        List<LedgerEvent> events = new ArrayList<>(2);
        Direction opens = Direction.openedBy(fill.side());
        Remainder rest =
                new Remainder(
                        Exact.canonical(fill.quantity().value()),
                        fill.price().value(),
                        Exact.canonical(fill.turnover()),
                        Charges.canonical(fill.costs()));
        if (fill.effect() != PositionEffect.OPEN && !earnedNothingThoughItWould(fill)) {
            close(fill, against(fill), rest, events);
        }
        if (rest.quantity.signum() > 0) {
            Quantity quantity = new Quantity(rest.quantity);
            boolean onlyCloses =
                    fill.effect() == PositionEffect.CLOSE || (earned(fill) && !made(fill, events));
            events.add(
                    onlyCloses
                            ? new LedgerEvent.UnmatchedClose(
                                    fill, quantity, Exact.canonical(rest.costs.total()))
                            : new LedgerEvent.EntryOpened(open(fill, opens, rest)));
        }
        return events;
    }

    /// Whether a fill of which nobody says what it does has a result by its source's own word: it closed what was opened before the
    /// export begins. One after costs is no result where it is but the fill's costs.
    static boolean earned(Fill fill) {
        return fill.effect() == PositionEffect.UNKNOWN
                && StatedPnl.of(fill.extras())
                        .filter(s -> s.amount().signum() != 0)
                        .filter(
                                s ->
                                        s.basis() == ResultBasis.BEFORE_COSTS
                                                || s.amount().add(fill.costs().total()).signum()
                                                        != 0)
                        .isPresent();
    }

    /// Whether what a fill closed made what its source says, by lots or by the average price; if so, the rest of it reverses the position, else it
    /// closes more, opened before the export begins. Results after costs and points of unknown worth tell nothing: they count as made where
    /// anything was closed.
    private static boolean made(Fill fill, List<LedgerEvent> events) {
        List<LedgerEvent.TradeCompleted> closed =
                events.stream()
                        .filter(LedgerEvent.TradeCompleted.class::isInstance)
                        .map(LedgerEvent.TradeCompleted.class::cast)
                        .toList();
        return !closed.isEmpty()
                && StatedPnl.of(fill.extras())
                        .filter(s -> s.basis() == ResultBasis.BEFORE_COSTS)
                        .flatMap(s -> StatedResult.of(fill, s, closed))
                        .map(StatedResult::agrees)
                        .orElse(true);
    }

    /// Whether a fill of which nobody says what it does made nothing by its source's own word, and closing would make something: it opens
    /// against what is open, as accounts do that hold both sides at once.
    private boolean earnedNothingThoughItWould(Fill fill) {
        boolean nothing =
                fill.effect() == PositionEffect.UNKNOWN
                        && StatedPnl.of(fill.extras())
                                .filter(s -> s.basis() == ResultBasis.BEFORE_COSTS)
                                .filter(s -> s.amount().signum() == 0)
                                .isPresent();
        if (!nothing || !closes(fill)) {
            return false;
        }
        OpenSide open = side(against(fill));
        BigDecimal average = Exact.average(open.averageBasis, open.size);
        Lot next = method == MatchingMethod.LIFO ? open.lots.getLast() : open.lots.getFirst();
        return isElsewhere(fill, average) && isElsewhere(fill, next.open().entryPrice().value());
    }

    /// Whether more than what prices are rounded by lies between the price of a fill and another.
    private static boolean isElsewhere(Fill fill, BigDecimal price) {
        BigDecimal move = fill.price().value().subtract(price).abs();
        return move.compareTo(
                        Rounding.ofPrices(
                                price.setScale(2, RoundingMode.HALF_EVEN),
                                fill.price().value(),
                                BigDecimal.ONE))
                > 0;
    }

    private OpenSide side(Direction direction) {
        return sides.computeIfAbsent(direction, _ -> new OpenSide());
    }

    private void close(Fill fill, Direction closed, Remainder rest, List<LedgerEvent> events) {
        OpenSide side = side(closed);
        Deque<Lot> open = side.lots;
        boolean newestFirst = method == MatchingMethod.LIFO;
        while (rest.quantity.signum() > 0 && !open.isEmpty()) {
            Lot lot = newestFirst ? open.removeLast() : open.removeFirst();
            BigDecimal quantity = rest.quantity.min(lot.remaining());
            Lot.Part part = lot.take(quantity);
            BigDecimal turnover = rest.turnover(quantity);
            Costs costs = Charges.sum(part.costs(), rest.take(quantity));
            BigDecimal average = side.take(quantity);
            events.add(
                    new LedgerEvent.TradeCompleted(
                            trade(fill, lot.open(), quantity, turnover, part.basis(), costs),
                            part.rest().isEmpty(),
                            points(closed, turnover, average)));
            part.rest().ifPresent(newestFirst ? open::addLast : open::addFirst);
        }
    }

    private static BigDecimal points(Direction of, BigDecimal turnover, BigDecimal basis) {
        return Exact.canonical(turnover.subtract(basis).multiply(BigDecimal.valueOf(of.sign())));
    }

    private OpenLot open(Fill fill, Direction direction, Remainder rest) {
        OpenSide side = side(direction);
        side.add(rest.quantity, rest.turnover);
        Deque<Lot> open = side.lots;
        Lot lot =
                method == MatchingMethod.AVERAGE && !open.isEmpty()
                        ? open.removeLast().grownBy(fill, rest.quantity, rest.turnover, rest.costs)
                        : Lot.openedBy(
                                fill, key, direction, rest.quantity, rest.turnover, rest.costs);
        open.addLast(lot);
        return lot.open();
    }

    private Trade trade(
            Fill exit,
            OpenLot lot,
            BigDecimal quantity,
            BigDecimal turnover,
            BigDecimal basis,
            Costs costs) {
        if (exit.time().isBefore(lot.entryTime())) {
            throw new IllegalArgumentException(
                    "fill at "
                            + exit.time()
                            + " comes after one at "
                            + lot.entryTime()
                            + ": fills must be in order");
        }
        BigDecimal points = points(lot.direction(), turnover, basis);
        BigDecimal total = Exact.canonical(costs.total());
        Optional<BigDecimal> gross = lot.multiplier().map(m -> Exact.canonical(points.multiply(m)));
        return new Trade(
                lot.id() + '/' + exit.key().value(),
                lot.id(),
                lot.account(),
                lot.bot(),
                lot.symbol(),
                lot.direction(),
                new Quantity(quantity),
                lot.entryTime(),
                lot.entryPrice(),
                exit.time(),
                new Price(Exact.canonical(exit.price().value())),
                lot.multiplier(),
                lot.currency(),
                points,
                gross,
                total,
                lot.costsStated() && exit.costs().stated(),
                costs,
                gross.map(g -> Exact.canonical(g.subtract(total))),
                Optional.empty(),
                Optional.empty(),
                reason(exit),
                lot.source());
    }

    /// A tag that is the name of an exit reason is taken at its word; any other is the source's own business.
    private static ExitReason reason(Fill exit) {
        String tag = exit.tag().map(t -> t.strip().toUpperCase(Locale.ROOT)).orElse("");
        for (ExitReason reason : ExitReason.values()) {
            if (reason.name().equals(tag)) {
                return reason;
            }
        }
        return ExitReason.UNKNOWN;
    }

    void write(DataOutput out) throws IOException {
        key.write(out);
        for (Direction direction : Direction.values()) {
            OpenSide side = side(direction);
            out.writeInt(side.lots.size());
            for (Lot lot : side.lots) {
                lot.write(out);
            }
            out.writeUTF(side.averageBasis.toPlainString());
        }
    }

    static Position read(DataInput in, MatchingMethod method) throws IOException {
        Position position = new Position(PositionKey.read(in), method);
        for (Direction direction : Direction.values()) {
            OpenSide side = position.side(direction);
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                Lot lot = Lot.read(in, position.key, direction);
                side.lots.addLast(lot);
                side.size = side.size.add(lot.remaining());
            }
            side.averageBasis = new BigDecimal(in.readUTF());
        }
        return position;
    }

    PositionKey key() {
        return key;
    }

    /// What is open in one direction.
    private static final class OpenSide {
        private final Deque<Lot> lots = new ArrayDeque<>();

        /// Of all lots together.
        private BigDecimal size = BigDecimal.ZERO;

        /// Turnover of what is open if every close takes its share of all of it, as many exchanges count.
        private BigDecimal averageBasis = BigDecimal.ZERO;

        private void add(BigDecimal quantity, BigDecimal turnover) {
            size = size.add(quantity);
            averageBasis = Exact.canonical(averageBasis.add(turnover));
        }

        /// @return the share of the average basis that goes with a quantity
        private BigDecimal take(BigDecimal quantity) {
            BigDecimal part = Exact.share(averageBasis, quantity, size);
            size = size.subtract(quantity);
            averageBasis = Exact.canonical(averageBasis.subtract(part));
            return part;
        }
    }

    /// What of a fill is not yet used, with its share of the turnover and of the costs.
    private static final class Remainder {
        private final BigDecimal price;
        private BigDecimal quantity;
        private BigDecimal turnover;
        private Costs costs;

        private Remainder(BigDecimal quantity, BigDecimal price, BigDecimal turnover, Costs costs) {
            this.quantity = quantity;
            this.price = price;
            this.turnover = turnover;
            this.costs = costs;
        }

        /// What of the turnover goes with a quantity that is about to be used up: price × quantity where that is exact.
        private BigDecimal turnover(BigDecimal part) {
            return price.multiply(quantity).compareTo(turnover) == 0
                    ? price.multiply(part)
                    : Exact.share(turnover, part, quantity);
        }

        /// Uses up a quantity.
        ///
        /// @return the costs that go with it
        private Costs take(BigDecimal part) {
            turnover = Exact.canonical(turnover.subtract(turnover(part)));
            Costs share = Charges.share(costs, part, quantity);
            quantity = Exact.canonical(quantity.subtract(part));
            costs = Charges.rest(costs, share);
            return share;
        }
    }
}
