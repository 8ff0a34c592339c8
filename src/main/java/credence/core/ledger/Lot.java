package credence.core.ledger;

import credence.core.fact.Costs;
import credence.core.fact.Fill;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.TimeCodec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// An open lot with what the view does not need: its exact basis.
///
/// @param basis Σ price × quantity of what is still open, without multiplier; the average price is only its rounding
record Lot(OpenLot open, BigDecimal basis) {

    /// What is taken out of a lot by a close.
    ///
    /// @param basis price × quantity of the part at entry
    /// @param costs entry costs that go with the part, column by column
    /// @param rest what stays open; empty when nothing does
    record Part(BigDecimal basis, Costs costs, Optional<Lot> rest) {}

    /// @param turnover price × quantity, exactly
    static Lot openedBy(
            Fill fill,
            PositionKey key,
            Direction direction,
            BigDecimal quantity,
            BigDecimal turnover,
            Costs costs) {
        BigDecimal price = Exact.canonical(fill.price().value());
        OpenLot open =
                new OpenLot(
                        fill.key().value(),
                        key.account(),
                        key.bot(),
                        key.symbol(),
                        direction,
                        new Quantity(quantity),
                        new Quantity(quantity),
                        fill.time(),
                        new Price(price),
                        key.multiplier(),
                        key.currency(),
                        costs,
                        fill.costs().stated(),
                        fill.stop().map(stop -> new Price(Exact.canonical(stop.value()))),
                        key.source());
        return new Lot(open, turnover);
    }

    BigDecimal remaining() {
        return open.remaining().value();
    }

    /// The lot grown by another fill (average method). Identity, entry time and first stop stay those of the first fill.
    ///
    /// @param turnover price × quantity, exactly
    Lot grownBy(Fill fill, BigDecimal quantity, BigDecimal turnover, Costs costs) {
        BigDecimal grownBasis = Exact.canonical(basis.add(turnover));
        BigDecimal grown = Exact.canonical(remaining().add(quantity));
        return new Lot(
                with(
                        Exact.canonical(open.opened().value().add(quantity)),
                        grown,
                        Exact.average(grownBasis, grown),
                        Charges.sum(open.costs(), costs),
                        open.costsStated() && fill.costs().stated()),
                grownBasis);
    }

    /// Takes `quantity`, at most all that is open, out of the lot.
    Part take(BigDecimal quantity) {
        Costs costs = Charges.share(open.costs(), quantity, remaining());
        BigDecimal taken = basisOf(quantity);
        if (quantity.compareTo(remaining()) == 0) {
            return new Part(taken, costs, Optional.empty());
        }
        OpenLot rest =
                with(
                        open.opened().value(),
                        Exact.canonical(remaining().subtract(quantity)),
                        open.entryPrice().value(),
                        Charges.rest(open.costs(), costs),
                        open.costsStated());
        return new Part(
                taken, costs, Optional.of(new Lot(rest, Exact.canonical(basis.subtract(taken)))));
    }

    private BigDecimal basisOf(BigDecimal quantity) {
        BigDecimal price = open.entryPrice().value();
        // While price × open quantity is the basis itself the price is exact, and so is its part of
        // any size.
        return price.multiply(remaining()).compareTo(basis) == 0
                ? Exact.canonical(price.multiply(quantity))
                : Exact.share(basis, quantity, remaining());
    }

    private OpenLot with(
            BigDecimal opened,
            BigDecimal remaining,
            BigDecimal price,
            Costs costs,
            boolean costsStated) {
        return new OpenLot(
                open.id(),
                open.account(),
                open.bot(),
                open.symbol(),
                open.direction(),
                new Quantity(opened),
                new Quantity(remaining),
                open.entryTime(),
                new Price(price),
                open.multiplier(),
                open.currency(),
                costs,
                costsStated,
                open.stop(),
                open.source());
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(open.id());
        out.writeUTF(open.opened().value().toPlainString());
        out.writeUTF(open.remaining().value().toPlainString());
        TimeCodec.instant(out, open.entryTime());
        out.writeUTF(open.entryPrice().value().toPlainString());
        Charges.write(out, open.costs(), open.costsStated());
        out.writeUTF(open.stop().map(Price::toString).orElse(""));
        out.writeUTF(basis.toPlainString());
    }

    static Lot read(DataInput in, PositionKey key, Direction direction) throws IOException {
        String id = in.readUTF();
        Quantity opened = Quantity.of(in.readUTF());
        Quantity remaining = Quantity.of(in.readUTF());
        Instant entryTime = TimeCodec.instant(in);
        Price entryPrice = Price.of(in.readUTF());
        Charges.Written costs = Charges.read(in);
        String stop = in.readUTF();
        OpenLot open =
                new OpenLot(
                        id,
                        key.account(),
                        key.bot(),
                        key.symbol(),
                        direction,
                        opened,
                        remaining,
                        entryTime,
                        entryPrice,
                        key.multiplier(),
                        key.currency(),
                        costs.costs(),
                        costs.known(),
                        stop.isEmpty() ? Optional.empty() : Optional.of(Price.of(stop)),
                        key.source());
        return new Lot(open, new BigDecimal(in.readUTF()));
    }
}
