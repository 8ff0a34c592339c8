package credence.service;

import credence.core.fact.Bar;

import java.time.Instant;

/// What files hold of the bars of one symbol.
///
/// @param imported bars that are new, or that replace known ones
/// @param duplicates bars that are known already
/// @param from open of the first of them
/// @param to close of the last of them
public record BarsOfSymbol(long imported, long duplicates, Instant from, Instant to) {

    static BarsOfSymbol imported(Bar bar) {
        return new BarsOfSymbol(1, 0, bar.time(), bar.closeTime());
    }

    static BarsOfSymbol duplicate(Bar bar) {
        return new BarsOfSymbol(0, 1, bar.time(), bar.closeTime());
    }

    BarsOfSymbol and(BarsOfSymbol other) {
        return new BarsOfSymbol(
                imported + other.imported,
                duplicates + other.duplicates,
                from.isBefore(other.from) ? from : other.from,
                to.isAfter(other.to) ? to : other.to);
    }
}
