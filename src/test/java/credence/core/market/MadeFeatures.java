package credence.core.market;

import java.time.Instant;
import java.util.OptionalDouble;

/// Features made by hand: everything is there and unremarkable unless said otherwise; NaN stands for a figure still missing.
public final class MadeFeatures {

    private Instant closed = Instant.parse("2025-03-03T13:00:00Z");
    private int candles = 1_000;
    private double atrShare = 0.01;
    private double adx = 15;
    private double plusDi = 20;
    private double minusDi = 18;
    private double efficiencyRatio = 0.3;
    private double dailyVolatility = 0.02;
    private double meanReversion = 0.1;
    private double sma20 = 100;
    private double sma50 = 100;
    private double volumeRatio = 1;
    private double momentum;
    private double atrRank = 0.4;
    private double trendRank = 0.4;
    private double volatilityRank = 0.4;
    private double reversionRank = 0.4;

    public MadeFeatures closed(Instant at) {
        closed = at;
        return this;
    }

    public MadeFeatures candles(int seen) {
        candles = seen;
        return this;
    }

    public MadeFeatures range(double share, double rank) {
        atrShare = share;
        atrRank = rank;
        return this;
    }

    public MadeFeatures directional(double index, double plus, double minus) {
        adx = index;
        plusDi = plus;
        minusDi = minus;
        return this;
    }

    public MadeFeatures means(double of20, double of50) {
        sma20 = of20;
        sma50 = of50;
        return this;
    }

    public MadeFeatures volume(double ratio) {
        volumeRatio = ratio;
        return this;
    }

    public MadeFeatures momentum(double scaled) {
        momentum = scaled;
        return this;
    }

    public MadeFeatures ranks(double trend, double volatility, double reversion) {
        trendRank = trend;
        volatilityRank = volatility;
        reversionRank = reversion;
        return this;
    }

    public MadeFeatures plain(double trend, double volatility, double reversion) {
        efficiencyRatio = trend;
        dailyVolatility = volatility;
        meanReversion = reversion;
        return this;
    }

    public Features made() {
        double close = 100;
        return new Features(
                closed,
                candles,
                close,
                known(0.001),
                known(-4),
                known(atrShare * close),
                known(atrShare),
                known(adx),
                known(plusDi),
                known(minusDi),
                known(efficiencyRatio),
                known(dailyVolatility),
                known(meanReversion),
                known(sma20),
                known(sma50),
                known(100),
                known(0),
                known(0),
                known(0),
                known(volumeRatio),
                known(0.05),
                known(momentum),
                new Features.Ranks(
                        known(atrRank),
                        known(0.4),
                        known(trendRank),
                        known(volatilityRank),
                        known(reversionRank),
                        known(0.5),
                        known(0.5)));
    }

    private static OptionalDouble known(double x) {
        return Double.isNaN(x) ? OptionalDouble.empty() : OptionalDouble.of(x);
    }
}
