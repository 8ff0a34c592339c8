package credence.imports.formats.metatrader;

import credence.core.value.Direction;
import credence.imports.Draft;
import credence.imports.RefusedRow;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes round trips of deals: one a closing deal, as MetaTrader counts them.
///
/// A hedging account may hold several positions of one symbol, and a report does not say which of them a deal closes. Taken is the
/// only one there is; else the one whose stop or target the comment names; else the one that explains the stated profit; else
/// the oldest of that size, else the oldest, and that is counted. Netting accounts have one position at its average price.
final class DealPairs {

    private static final Pattern LEVEL = Pattern.compile("\\[?(?:sl|tp) ([0-9.]+)\\]?.*");
    private static final MathContext AVERAGE = new MathContext(16, RoundingMode.HALF_EVEN);

    /// Stop and target that an order had when it was placed.
    record Levels(@Nullable BigDecimal stop, @Nullable BigDecimal takeProfit) {
        static final Levels NONE = new Levels(null, null);

        boolean named(BigDecimal level) {
            return (stop != null && stop.compareTo(level) == 0)
                    || (takeProfit != null && takeProfit.compareTo(level) == 0);
        }
    }

    /// What is open of one deal.
    static final class Lot {
        final Deal in;
        final Levels levels;
        BigDecimal price;
        BigDecimal volume;
        @Nullable MtCosts costs;
        int rows;

        Lot(Deal in, Levels levels, BigDecimal volume, @Nullable MtCosts costs, int rows) {
            this.in = in;
            this.levels = levels;
            this.price = in.price();
            this.volume = volume;
            this.costs = costs;
            this.rows = rows;
        }

        Direction side() {
            return in.side();
        }
    }

    /// A closed round trip.
    ///
    /// @param in the deal that opened it, the first of several
    record Pair(Deal in, Deal out, Levels levels, MtTrade trade) {}

    final List<Pair> pairs = new ArrayList<>();

    /// Closing deals whose position was opened before the report begins.
    final List<Deal> unopened = new ArrayList<>();

    int uncertain;

    private final boolean netting;
    private final Map<String, Levels> levels;
    private final Map<String, List<Lot>> open = new LinkedHashMap<>();
    private final Map<String, BigDecimal> worth = new HashMap<>();

    /// @param levels by order number
    DealPairs(boolean netting, Map<String, Levels> levels) {
        this.netting = netting;
        this.levels = levels;
    }

    /// By time, then by number: reports of several symbols may not be in order.
    static List<Deal> inOrder(List<Deal> deals) {
        return deals.stream()
                .sorted(
                        Comparator.comparing(Deal::time)
                                .thenComparing(d -> Draft.numeric(d.number()).orElse(0)))
                .toList();
    }

    /// @throws RefusedRow when more is closed than is open
    void add(Deal deal) throws RefusedRow {
        List<Lot> lots = open.computeIfAbsent(deal.symbol(), _ -> new ArrayList<>());
        if (deal.opens()) {
            opened(lots, new Lot(deal, level(deal), deal.volume(), deal.costs(), 1));
        } else if (deal.turns()) {
            turned(lots, deal);
        } else {
            closed(lots, deal, deal.volume(), deal.costs());
        }
    }

    /// What is open at the end.
    List<Lot> open() {
        return open.values().stream().flatMap(List::stream).toList();
    }

    private Levels level(Deal deal) {
        return levels.getOrDefault(deal.order(), Levels.NONE);
    }

    private void opened(List<Lot> lots, Lot lot) {
        if (netting && !lots.isEmpty() && lots.getFirst().side() == lot.side()) {
            Lot held = lots.getFirst();
            BigDecimal volume = held.volume.add(lot.volume);
            held.price =
                    held.price
                            .multiply(held.volume)
                            .add(lot.price.multiply(lot.volume))
                            .divide(volume, AVERAGE);
            held.volume = volume;
            held.costs = MtCosts.sum(held.costs, lot.costs);
            held.rows += lot.rows;
        } else {
            lots.add(lot);
        }
    }

    private void turned(List<Lot> lots, Deal deal) throws RefusedRow {
        BigDecimal against =
                lots.stream()
                        .filter(l -> l.side() != deal.side())
                        .map(l -> l.volume)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (against.signum() == 0 || against.compareTo(deal.volume()) >= 0) {
            throw refuse(deal, "This deal turns a position round that is not open here.");
        }
        MtCosts ofClosing = share(deal.costs(), against, deal.volume());
        closed(lots, deal, against, ofClosing);
        BigDecimal rest = deal.volume().subtract(against);
        MtCosts restCosts =
                deal.costs() == null || ofClosing == null ? null : deal.costs().minus(ofClosing);
        lots.add(new Lot(deal, level(deal), rest, restCosts, 0));
    }

    private void closed(List<Lot> lots, Deal deal, BigDecimal volume, @Nullable MtCosts ownCosts)
            throws RefusedRow {
        List<Lot> against = lots.stream().filter(l -> l.side() != deal.side()).toList();
        if (against.isEmpty()) {
            unopened.add(deal);
            return;
        }
        BigDecimal held =
                against.stream().map(l -> l.volume).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (held.compareTo(volume) < 0) {
            throw refuse(deal, "More is closed than is open here (" + held + ").");
        }
        Lot first = choose(against, deal, volume);
        List<Lot> order = new ArrayList<>(against);
        order.remove(first);
        order.addFirst(first);
        BigDecimal left = volume;
        BigDecimal basis = BigDecimal.ZERO;
        MtCosts costs = ownCosts;
        int rows = 1;
        Lot oldest = first;
        for (Lot lot : order) {
            if (left.signum() == 0) {
                break;
            }
            BigDecimal part = left.min(lot.volume);
            MtCosts ofLot = share(lot.costs, part, lot.volume);
            costs = MtCosts.sum(costs, ofLot);
            lot.costs = lot.costs == null || ofLot == null ? null : lot.costs.minus(ofLot);
            basis = basis.add(lot.price.multiply(part));
            lot.volume = lot.volume.subtract(part);
            left = left.subtract(part);
            rows += lot.rows;
            lot.rows = 0;
            oldest = lot.in.time().isBefore(oldest.in.time()) ? lot : oldest;
        }
        lots.removeIf(l -> l.volume.signum() == 0);
        BigDecimal entry =
                basis.compareTo(first.price.multiply(volume)) == 0
                        ? first.price
                        : basis.divide(volume, AVERAGE);
        learn(deal, against, entry, volume);
        pairs.add(
                new Pair(
                        oldest.in,
                        deal,
                        oldest.levels,
                        new MtTrade(
                                rows > 1 ? oldest.in.line() : deal.line(),
                                rows,
                                deal.symbol(),
                                oldest.side(),
                                volume,
                                oldest.in.time(),
                                entry,
                                deal.time(),
                                deal.price(),
                                deal.profit(),
                                costs,
                                Comments.reason(deal.comment()))));
    }

    private Lot choose(List<Lot> against, Deal deal, BigDecimal volume) {
        if (against.size() == 1) {
            return against.getFirst();
        }
        List<Lot> sameSize = against.stream().filter(l -> l.volume.compareTo(volume) == 0).toList();
        Matcher m = LEVEL.matcher(deal.comment());
        if (m.matches()) {
            BigDecimal level = new BigDecimal(m.group(1));
            for (Lot lot : sameSize) {
                if (lot.levels.named(level)) {
                    return lot;
                }
            }
        }
        BigDecimal known = worth.get(deal.symbol());
        if (known != null) {
            List<Lot> bySize = new ArrayList<>(sameSize);
            against.stream().filter(l -> !sameSize.contains(l)).forEach(bySize::add);
            for (Lot lot : bySize) {
                if (lot.volume.compareTo(volume) >= 0 && explains(lot, deal, volume, known)) {
                    return lot;
                }
            }
        }
        uncertain++;
        return sameSize.isEmpty() ? against.getFirst() : sameSize.getFirst();
    }

    private static boolean explains(Lot lot, Deal deal, BigDecimal volume, BigDecimal worth) {
        BigDecimal expected =
                deal.price()
                        .subtract(lot.price)
                        .multiply(volume)
                        .multiply(worth)
                        .multiply(BigDecimal.valueOf(lot.side().sign()));
        BigDecimal allowed =
                BigDecimal.ONE
                        .movePointLeft(Math.max(deal.profit().scale(), 0))
                        .add(expected.abs().movePointLeft(3));
        return expected.subtract(deal.profit()).abs().compareTo(allowed) <= 0;
    }

    /// What a point is worth, from a closing of which there is no doubt.
    private void learn(Deal deal, List<Lot> against, BigDecimal entry, BigDecimal volume) {
        BigDecimal points = deal.price().subtract(entry).multiply(volume);
        if (against.size() == 1 && points.signum() != 0 && deal.profit().signum() != 0) {
            worth.put(deal.symbol(), deal.profit().divide(points, MathContext.DECIMAL64).abs());
        }
    }

    /// The last part takes the remainder.
    private static @Nullable MtCosts share(
            @Nullable MtCosts costs, BigDecimal part, BigDecimal whole) {
        return costs == null ? null : costs.share(part, whole);
    }

    private static RefusedRow refuse(Deal deal, String reason) {
        return new RefusedRow(
                deal.line(),
                "Volume",
                deal.volume().toPlainString(),
                reason,
                "Export a span of time that begins earlier.");
    }
}
