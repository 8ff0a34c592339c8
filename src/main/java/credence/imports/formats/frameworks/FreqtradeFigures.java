package credence.imports.formats.frameworks;

import credence.imports.Tally;
import credence.service.port.FileReport.Reconciled;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The statistics of one strategy's closed trades, as freqtrade makes them, for holding against those in the file.
final class FreqtradeFigures {

    private record Closed(Instant time, FreqtradeResult result) {}

    private final String strategy;
    private final List<Closed> closed = new ArrayList<>();
    private final Map<FreqtradeResult.Verdict, Long> verdicts =
            new EnumMap<>(FreqtradeResult.Verdict.class);

    FreqtradeFigures(String strategy) {
        this.strategy = strategy;
    }

    void add(Instant exit, FreqtradeResult result) {
        closed.add(new Closed(exit, result));
        verdicts.merge(result.verdict(), 1L, Long::sum);
    }

    /// @param stated scalars of the strategy's part of the file, by name
    /// @param trades trades read and refused, open ones included
    /// @param currency of the stake; may be empty
    void reconcile(Map<String, BigDecimal> stated, long trades, String currency, Tally tally) {
        check(tally, stated, "total_trades", "trades", BigDecimal.valueOf(trades), BigDecimal.ZERO);
        if (!closed.isEmpty() && closed.stream().allMatch(c -> c.result().stated() != null)) {
            money(tally, stated, currency.isEmpty() ? "" : " (" + currency + ")");
        }
        count(tally, stated, "wins", 1);
        count(tally, stated, "losses", -1);
        count(tally, stated, "draws", 0);
    }

    private void money(Tally tally, Map<String, BigDecimal> stated, String unit) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal won = BigDecimal.ZERO;
        BigDecimal lost = BigDecimal.ZERO;
        for (Closed c : closed) {
            BigDecimal pnl = statedPnl(c);
            sum = sum.add(pnl);
            won = won.add(pnl.max(BigDecimal.ZERO));
            lost = lost.add(pnl.min(BigDecimal.ZERO));
        }
        // Each result may be rounded to eight decimals.
        BigDecimal rounding = new BigDecimal("1e-8").multiply(BigDecimal.valueOf(closed.size()));
        check(
                tally,
                stated,
                "profit_total_abs",
                "sum of the results it states" + unit,
                sum,
                rounding);
        if (lost.signum() < 0) {
            check(
                    tally,
                    stated,
                    "profit_factor",
                    "profit factor of the results it states",
                    won.divide(lost.negate(), 12, RoundingMode.HALF_EVEN),
                    new BigDecimal("1e-4"));
        }
        check(
                tally,
                stated,
                "max_drawdown_abs",
                "largest drawdown of the results it states" + unit,
                drawdown(),
                rounding);
    }

    /// Results of one instant count together: the file does not say which came first.
    private BigDecimal drawdown() {
        TreeMap<Instant, BigDecimal> byTime = new TreeMap<>(Comparator.naturalOrder());
        closed.forEach(c -> byTime.merge(c.time(), statedPnl(c), BigDecimal::add));
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        BigDecimal worst = BigDecimal.ZERO;
        for (BigDecimal pnl : byTime.values()) {
            sum = sum.add(pnl);
            high = high.max(sum);
            worst = worst.max(high.subtract(sum));
        }
        return worst;
    }

    private void count(Tally tally, Map<String, BigDecimal> stated, String name, int sign) {
        long n =
                closed.stream()
                        .filter(c -> c.result().net() != null)
                        .filter(c -> net(c).signum() == sign)
                        .count();
        check(tally, stated, name, name + " after fees", BigDecimal.valueOf(n), BigDecimal.ZERO);
    }

    private static BigDecimal net(Closed c) {
        BigDecimal net = c.result().net();
        return net == null ? BigDecimal.ZERO : net;
    }

    private static BigDecimal statedPnl(Closed c) {
        BigDecimal stated = c.result().stated();
        return stated == null ? BigDecimal.ZERO : stated;
    }

    private void check(
            Tally tally,
            Map<String, BigDecimal> statistics,
            String name,
            String words,
            BigDecimal computed,
            BigDecimal rounding) {
        BigDecimal stated = statistics.get(name);
        if (stated == null) {
            return;
        }
        BigDecimal difference = computed.subtract(stated);
        String verdict =
                difference.signum() == 0
                        ? "EQUAL"
                        : difference.abs().compareTo(rounding) <= 0 ? "ROUNDING" : "DIFFERENT";
        tally.reconcile(
                new Reconciled(
                        strategy.isEmpty() ? words : strategy + ": " + words,
                        stated,
                        computed,
                        difference,
                        verdict));
    }

    /// Says which figure counts where the file contradicts itself.
    void note(Tally tally, String currency) {
        String unit = currency.isEmpty() ? "" : " " + currency;
        String whose = strategy.isEmpty() ? "" : strategy + ": ";
        long before = verdicts.getOrDefault(FreqtradeResult.Verdict.BEFORE_FEES, 0L);
        if (before > 0) {
            BigDecimal net = BigDecimal.ZERO;
            BigDecimal stated = BigDecimal.ZERO;
            for (Closed c : closed) {
                if (c.result().verdict() == FreqtradeResult.Verdict.BEFORE_FEES) {
                    net = net.add(c.result().computed());
                    stated = stated.add(statedPnl(c));
                }
            }
            tally.note(
                    whose
                            + "profit_abs of "
                            + before
                            + " trades is before fees, though freqtrade means it to be after them"
                            + " (profit_ratio is). What counts is the result after fees: "
                            + shown(net)
                            + unit
                            + " instead of "
                            + shown(stated)
                            + unit
                            + ".");
        }
        long other = verdicts.getOrDefault(FreqtradeResult.Verdict.DIFFERS, 0L);
        if (other > 0) {
            tally.note(
                    whose
                            + "profit_abs of "
                            + other
                            + " trades is not what price, amount and fees give (partial exits,"
                            + " funding or interest may be in it). The file's figure counts.");
        }
        long unstated = verdicts.getOrDefault(FreqtradeResult.Verdict.UNSTATED, 0L);
        if (unstated > 0) {
            tally.note(
                    whose
                            + unstated
                            + " trades state no result; it was worked out from price, amount and"
                            + " fees where the fees are stated.");
        }
    }

    private static String shown(BigDecimal money) {
        return money.setScale(FreqtradeResult.DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
