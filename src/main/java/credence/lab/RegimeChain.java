package credence.lab;

import credence.core.random.DrawSequence;
import credence.core.value.Regime;

/// Regimes at the entries of a bot: spells of geometric length, each followed by one of the other three with equal chance.
final class RegimeChain {

    private final DrawSequence chance;
    private final double meanSpell;
    private Regime now;

    /// @param meanSpell in entries, > 1
    RegimeChain(DrawSequence chance, double meanSpell) {
        this.chance = chance;
        this.meanSpell = meanSpell;
        this.now = Regime.values()[chance.below(Regime.values().length)];
    }

    Regime next() {
        if (chance.happens(1 / meanSpell)) {
            Regime[] all = Regime.values();
            now = all[(now.ordinal() + 1 + chance.below(all.length - 1)) % all.length];
        }
        return now;
    }
}
