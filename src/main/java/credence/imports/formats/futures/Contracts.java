package credence.imports.formats.futures;

import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.imports.ContractTable;
import credence.imports.Multiplier;
import credence.imports.Owners;
import credence.imports.Tally;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the contracts of one file are worth, and which of them nobody knows.
final class Contracts {

    private final ContractTable table = ContractTable.standard();
    private final SortedSet<String> unknown = new TreeSet<>();
    private final ImportOptions options;
    private final Owners owners;
    private final Tally tally;

    Contracts(ImportOptions options, Owners owners, Tally tally) {
        this.options = options;
        this.owners = owners;
        this.tally = tally;
    }

    Multiplier multiplier(String symbol) {
        Multiplier known = table.multiplier(symbol);
        if (known.origin() == Multiplier.Origin.UNKNOWN) {
            unknown.add(symbol);
        }
        return known;
    }

    /// By the file, else by `--currency`, else by the contract.
    CurrencyCode currency(String stated, String symbol) {
        Optional<CurrencyCode> ofContract =
                table.find(symbol).map(ContractTable.Contract::currency);
        return stated.isBlank() && options.currency().isEmpty() && ofContract.isPresent()
                ? ofContract.get()
                : owners.currency(stated);
    }

    /// (exit − entry) × contracts × worth of a point; empty when that is unknown.
    Optional<BigDecimal> gross(
            String symbol,
            Direction direction,
            BigDecimal quantity,
            BigDecimal entry,
            BigDecimal exit) {
        Multiplier worth = table.multiplier(symbol);
        return worth.origin() == Multiplier.Origin.UNKNOWN
                ? Optional.empty()
                : Optional.of(
                        exit.subtract(entry)
                                .multiply(quantity)
                                .multiply(worth.value())
                                .multiply(BigDecimal.valueOf(direction.sign())));
    }

    /// Says which contracts are worth nobody knows what.
    void noteUnknown() {
        if (!unknown.isEmpty()) {
            tally.note(
                    "What a point is worth is not known for "
                            + String.join(", ", unknown)
                            + ": results count in points until you say it.");
        }
    }
}
