package credence.imports;

import credence.core.value.ContractCode;
import credence.core.value.ContractCode.Spelling;
import credence.core.value.CurrencyCode;
import credence.core.value.OptionCode;
import credence.core.value.Symbol;
import credence.imports.ContractTable.Contract;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a point of a symbol is worth in files that hold anything and do not say: futures by the table, options of the United States 100, all
/// else 1.
///
/// A future is what is written like a contract, root with month and year or as a continuous series. `ES` alone is a share. A root that
/// the table does not know counts as a future only where nothing else is likely to be written so: at most three characters before the
/// month, ending in the year of the trade or within the two after it. Then nobody knows its worth, and its results count in points.
public final class SymbolWorth {

    private static final int LONGEST_UNKNOWN_ROOT = 3;
    private static final int YEARS_AHEAD = 2;
    private static final int LONGEST_AHEAD = 12;

    /// Coins of these names are far more common than their futures.
    private static final Set<String> COINS = Set.of("BTC", "ETH");

    private static final CurrencyCode BRL = new CurrencyCode("BRL");

    private final ContractTable table = ContractTable.standard();
    private final Map<String, Optional<ContractCode>> codes = new HashMap<>();
    private final SortedMap<String, Contract> byTable = new TreeMap<>();
    private final SortedSet<String> unknown = new TreeSet<>();
    private final SortedMap<String, String> otherMoney = new TreeMap<>();
    private final SortedSet<String> unbooked = new TreeSet<>();
    private final SortedSet<String> shares = new TreeSet<>();
    private final Map<String, Optional<OptionCode>> options = new HashMap<>();
    private final SortedSet<String> adjusted = new TreeSet<>();
    private boolean standardOptions;
    private boolean spot;

    /// @param symbol as the source spells it
    /// @param time of the trade, for contracts end
    /// @param stated currency by the file or the trader, if either says one
    public Multiplier of(String symbol, Instant time, Optional<CurrencyCode> stated) {
        Optional<OptionCode> option = options.computeIfAbsent(symbol, OptionCode::of);
        if (option.isPresent()) {
            return ofOption(symbol, option.get());
        }
        ContractCode code = code(symbol);
        Contract contract = code == null ? null : contract(code, time);
        if (code == null || (contract == null && !isUnknownFuture(code, time, stated))) {
            share(symbol);
            return Multiplier.ONE;
        }
        if (contract == null) {
            unknown.add(code.root());
            return Multiplier.UNKNOWN;
        }
        if (stated.isPresent() && !stated.get().equals(contract.currency())) {
            otherMoney.put(
                    code.root(), contract.currency().code() + ", not " + stated.get().code());
            return Multiplier.UNKNOWN;
        }
        byTable.put(contract.root(), contract);
        return Multiplier.ofTable(contract.multiplier());
    }

    private Multiplier ofOption(String symbol, OptionCode option) {
        if (option.adjusted()) {
            adjusted.add(Symbol.of(symbol).name());
            return Multiplier.UNKNOWN;
        }
        standardOptions = true;
        return Multiplier.STANDARD_OPTION;
    }

    /// Currency of the contract that a symbol names, where the table knows it.
    public Optional<CurrencyCode> currency(String symbol, Instant time) {
        ContractCode code = code(symbol);
        return code == null
                ? Optional.empty()
                : Optional.ofNullable(contract(code, time)).map(Contract::currency);
    }

    /// Whether a row of this worth has a result by the file's word that is no sum of money: the contract is settled in another currency than the
    /// row is said to be in, so that nobody knows which of them the result is in.
    ///
    /// @param worth as [#of] gave it for the row
    public boolean unbooked(String symbol, Multiplier worth) {
        ContractCode code =
                worth.origin() == Multiplier.Origin.UNKNOWN && OptionCode.of(symbol).isEmpty()
                        ? code(symbol)
                        : null;
        boolean found = code != null && otherMoney.containsKey(code.root());
        if (found && code != null) {
            unbooked.add(code.root());
        }
        return found;
    }

    private @Nullable ContractCode code(String symbol) {
        return codes.computeIfAbsent(symbol, ContractCode::of).orElse(null);
    }

    private @Nullable Contract contract(ContractCode code, Instant time) {
        return code.spelling() == Spelling.DIGITS && !code.trades(year(time), LONGEST_AHEAD)
                ? null
                : table.root(code.root()).orElse(null);
    }

    private static boolean isUnknownFuture(
            ContractCode code, Instant time, Optional<CurrencyCode> stated) {
        return switch (code.spelling()) {
            case MARKED -> true;
            case CODE ->
                    code.root().length() <= LONGEST_UNKNOWN_ROOT
                            && code.trades(year(time), YEARS_AHEAD)
                            && !isBrazilianShare(code, stated);
            case DIGITS -> false;
        };
    }

    /// Four letters and one digit, or 11: `ABEV3`, `KLBN11`. Futures of São Paulo write the year in two digits.
    private static boolean isBrazilianShare(ContractCode code, Optional<CurrencyCode> stated) {
        return stated.filter(BRL::equals).isPresent()
                && code.root().length() == LONGEST_UNKNOWN_ROOT
                && (code.yearDigits() == 1 || code.year() == 11);
    }

    private static int year(Instant time) {
        return time.atOffset(ZoneOffset.UTC).getYear();
    }

    private void share(String symbol) {
        spot = true;
        String name = Symbol.of(symbol).name();
        if (!COINS.contains(name) && table.root(name).isPresent()) {
            shares.add(name);
        }
    }

    /// Says what was taken for what.
    public void notes(Tally tally) {
        if (!byTable.isEmpty()) {
            tally.note(
                    "The file does not say what a point is worth; by the table of common futures it"
                            + " is "
                            + String.join(
                                    ", ",
                                    byTable.values().stream().map(SymbolWorth::shown).toList())
                            + " a contract.");
        }
        if (standardOptions) {
            tally.note(
                    "The file does not say what a point of its options is worth; it is 100 a"
                            + " contract, the standard option contract.");
        }
        if (!adjusted.isEmpty()) {
            tally.note(
                    String.join(", ", adjusted)
                            + (adjusted.size() == 1 ? " is an option" : " are options")
                            + " adjusted after a split or merger, or a mini, and nobody knows what"
                            + " a point is worth: results that the file does not state count in"
                            + " points, in no sum of money, until you say it with “settings set"
                            + " multiplier."
                            + adjusted.first()
                            + " NUMBER”.");
        }
        for (String root : unknown) {
            tally.note(
                    root
                            + " looks like a future and nobody knows what a point of it is worth:"
                            + " results that the file does not state count in points, in no sum of"
                            + " money, until you say it with"
                            + " “settings set multiplier."
                            + root
                            + " NUMBER” (1 if it is no future).");
        }
        otherMoney.forEach(
                (root, why) ->
                        tally.note(
                                root
                                        + " is a contract in "
                                        + why
                                        + (unbooked.contains(root)
                                                ? ": its results count in points, in no sum of"
                                                        + " money, also those that the file states."
                                                : ": results that the file does not state count in"
                                                        + " points, in no sum of money.")
                                        + " Correct the currency, or say “settings set multiplier."
                                        + root
                                        + " NUMBER”."));
        if (!shares.isEmpty()) {
            tally.note(
                    String.join(", ", shares)
                            + (shares.size() == 1 ? " was read as a share" : " were read as shares")
                            + ", a point being worth 1. If you mean the future, say “settings set"
                            + " multiplier."
                            + shares.first()
                            + " "
                            + table.root(shares.first())
                                    .map(c -> c.multiplier().toPlainString())
                                    .orElse("NUMBER")
                            + "”.");
        }
    }

    /// Whether a point of some row was taken as one unit of money.
    public boolean sawSpot() {
        return spot;
    }

    private static String shown(Contract c) {
        BigDecimal worth = c.multiplier();
        return c.root() + " " + worth.toPlainString() + " " + c.currency().code();
    }
}
