package credence.core.ledger;

import credence.core.fact.Costs;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/// Costs column by column: shares that add up to the last digit, and their place in the state's bytes.
final class Charges {

    private static final int KNOWN = 1;
    private static final int COLUMNS = 2;
    private static final int ESTIMATED = 4;

    private Charges() {}

    static Costs canonical(Costs costs) {
        return new Costs(
                costs.commission().map(Exact::canonical),
                costs.fees().map(Exact::canonical),
                costs.funding().map(Exact::canonical),
                costs.estimated());
    }

    /// The part of each column that falls to `part` of `whole`.
    static Costs share(Costs costs, BigDecimal part, BigDecimal whole) {
        return new Costs(
                costs.commission().map(c -> Exact.share(c, part, whole)),
                costs.fees().map(c -> Exact.share(c, part, whole)),
                costs.funding().map(c -> Exact.share(c, part, whole)),
                costs.estimated());
    }

    /// Both together; a column that one of them states is stated.
    static Costs sum(Costs a, Costs b) {
        return new Costs(
                sum(a.commission(), b.commission()),
                sum(a.fees(), b.fees()),
                sum(a.funding(), b.funding()),
                a.estimated() || b.estimated());
    }

    private static Optional<BigDecimal> sum(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isPresent() && b.isPresent()
                ? Optional.of(Exact.canonical(a.get().add(b.get())))
                : a.isPresent() ? a : b;
    }

    /// What is left of `whole` without `part`, column by column.
    static Costs rest(Costs whole, Costs part) {
        return new Costs(
                rest(whole.commission(), part.commission()),
                rest(whole.fees(), part.fees()),
                rest(whole.funding(), part.funding()),
                whole.estimated());
    }

    private static Optional<BigDecimal> rest(Optional<BigDecimal> w, Optional<BigDecimal> p) {
        return w.map(all -> Exact.canonical(all.subtract(p.orElse(BigDecimal.ZERO))));
    }

    /// Writes the sum and one byte; the columns only where they say more than that.
    static void write(DataOutput out, Costs costs, boolean known) throws IOException {
        out.writeUTF(Exact.canonical(costs.total()).toPlainString());
        boolean plain =
                !costs.estimated()
                        && costs.fees().isEmpty()
                        && costs.funding().isEmpty()
                        && costs.commission().isPresent() == known;
        if (plain) {
            out.writeByte(known ? KNOWN : 0);
            return;
        }
        out.writeByte(COLUMNS | (known ? KNOWN : 0) | (costs.estimated() ? ESTIMATED : 0));
        out.writeUTF(costs.commission().map(BigDecimal::toPlainString).orElse(""));
        out.writeUTF(costs.fees().map(BigDecimal::toPlainString).orElse(""));
        out.writeUTF(costs.funding().map(BigDecimal::toPlainString).orElse(""));
    }

    /// @param known whether costs are known for the whole entry
    record Written(Costs costs, boolean known) {}

    static Written read(DataInput in) throws IOException {
        BigDecimal total = new BigDecimal(in.readUTF());
        int flags = in.readUnsignedByte();
        boolean known = (flags & KNOWN) != 0;
        if ((flags & COLUMNS) == 0) {
            return new Written(known ? Costs.ofTotal(total) : Costs.UNSTATED, known);
        }
        return new Written(
                new Costs(column(in), column(in), column(in), (flags & ESTIMATED) != 0), known);
    }

    private static Optional<BigDecimal> column(DataInput in) throws IOException {
        String text = in.readUTF();
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }
}
