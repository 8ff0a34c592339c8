package credence.imports.formats.crypto;

import credence.core.value.Side;
import credence.imports.Clues;
import credence.imports.FillDraft;
import credence.imports.RefusedRow;
import credence.imports.formats.crypto.BybitTransactionLog.Made;
import credence.service.port.FileReport.Refusal;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts the two rows of every fill on Bybit's spot market together: what came and what went.
///
/// The trade's id ties them; where there is none, time, market, direction and price do. Several fills of one price have as many rows of either coin,
/// and at one price more of one coin is more of the other: they belong together in the order of their size. Where their numbers differ the
/// log was cut between them, and none becomes a fill.
final class SpotLegs {

    /// What the rows of a fill have in common.
    ///
    /// @param tie the trade's id, or the price
    record Moment(String user, Instant time, String market, String direction, String tie) {}

    /// One row.
    ///
    /// @param moved negative is given
    /// @param fee in the row's own coin, positive is paid; null when it is not stated
    record Leg(
            int line,
            Moment moment,
            String coin,
            BigDecimal moved,
            @Nullable BigDecimal fee,
            BigDecimal price,
            String trade,
            String order) {}

    private final ExchangeFile file;
    private final Map<Moment, List<Leg>> moments = new LinkedHashMap<>();
    private final Map<Moment, Integer> broken = new HashMap<>();

    SpotLegs(ExchangeFile file) {
        this.file = file;
    }

    void add(Leg leg) {
        moments.computeIfAbsent(leg.moment, _ -> new ArrayList<>()).add(leg);
    }

    /// A row of this moment cannot be read.
    void broken(Moment moment, int line) {
        broken.putIfAbsent(moment, line);
    }

    /// Fills of all rows; those that are none are refused.
    List<Made> fills() {
        List<Made> fills = new ArrayList<>();
        for (Map.Entry<Moment, List<Leg>> e : moments.entrySet()) {
            try {
                fills.addAll(fills(e.getKey(), e.getValue()));
            } catch (RefusedRow refused) {
                Refusal why = refused.refusal();
                for (Leg leg : e.getValue()) {
                    file.tally()
                            .refuse(
                                    new Refusal(
                                            leg.line,
                                            "Quantity",
                                            leg.moved.toPlainString(),
                                            why.reason(),
                                            why.remedy()));
                }
            }
        }
        return fills;
    }

    private List<Made> fills(Moment moment, List<Leg> legs) throws RefusedRow {
        Leg first = legs.getFirst();
        Integer unread = broken.get(moment);
        if (unread != null) {
            throw refused(first, "Line " + unread + ", of the same trade, cannot be read.");
        }
        Pair pair = pair(moment.market, legs);
        if (pair == null) {
            throw refused(
                    first,
                    "Of the two coins of "
                            + moment.market
                            + " only one stands here, or others do.");
        }
        List<Leg> bases = ofCoin(legs, pair.base());
        List<Leg> quotes = ofCoin(legs, pair.quote());
        if (bases.size() != quotes.size() || bases.size() + quotes.size() != legs.size()) {
            throw refused(
                    first,
                    "The two halves of a trade stand in "
                            + bases.size()
                            + " and "
                            + quotes.size()
                            + " rows; where none is missing there are equally many.");
        }
        Side side = moment.direction.startsWith("B") ? Side.BUY : Side.SELL;
        List<Made> fills = new ArrayList<>();
        for (int i = 0; i < bases.size(); i++) {
            fills.add(fill(moment, pair, side, bases.get(i), quotes.get(i)));
        }
        return fills;
    }

    /// @param base row of the coin traded
    /// @param quote row of the coin it is priced in
    private Made fill(Moment moment, Pair pair, Side side, Leg base, Leg quote) throws RefusedRow {
        int wanted = side == Side.BUY ? 1 : -1;
        if (base.moved.signum() != wanted || quote.moved.signum() != -wanted) {
            throw refused(base, "The signs of the quantities contradict the direction.");
        }
        FillDraft fill =
                file.fill(
                                Math.min(base.line, quote.line),
                                Clues.NONE.account(moment.user),
                                moment.time,
                                pair,
                                side,
                                base.moved.abs(),
                                base.price)
                        .dataRows(2)
                        .id(base.trade)
                        .amount(quote.moved)
                        .extra("order_id", base.order);
        Map<String, BigDecimal> paid = new TreeMap<>();
        if (base.fee != null && (base.fee.signum() != 0 || quote.fee == null)) {
            paid.put(pair.base(), base.fee);
        }
        if (quote.fee != null) {
            paid.put(pair.quote(), quote.fee);
        }
        file.fees().put(fill, pair, base.price, paid);
        return new Made(Math.min(base.line, quote.line), fill);
    }

    /// The market's pair by the coins of its rows, so that no list of coins is needed.
    private static @Nullable Pair pair(String market, List<Leg> legs) {
        for (Leg one : legs) {
            for (Leg other : legs) {
                Pair pair = new Pair(one.coin, other.coin);
                if (!one.coin.equals(other.coin) && market.equals(pair.symbol())) {
                    return pair;
                }
            }
        }
        return null;
    }

    private static List<Leg> ofCoin(List<Leg> legs, String coin) {
        return legs.stream()
                .filter(l -> l.coin.equals(coin))
                .sorted(Comparator.comparing((Leg l) -> l.moved.abs()).thenComparingInt(Leg::line))
                .toList();
    }

    private static RefusedRow refused(Leg leg, String reason) {
        return new RefusedRow(
                leg.line,
                "Quantity",
                leg.moved.toPlainString(),
                reason,
                "Export a log that begins and ends at other times, so that it holds the whole"
                        + " trade, and import it too; or import Bybit's spot trades for this time"
                        + " instead.");
    }
}
