package credence.core.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

class FeatureMeterTest {

    /// Computed apart from this program (Python, each definition over the whole series, exact sums): index, then the features in the order of
    /// [Features], a dash for one still warming up.
    private static final String SPY =
            """
            27: 0.000783622334153817 -4.227470391632643 1.6031119428323137 0.015696778055735962 17.656865488341186 29.269897911884296 14.89313119586655 0.45731303772336135 0.008902047529868498 - 98.515 - - 0.0035070801400802036 - - 0.9497767593489405 0.010272313208644301 1.7597200333326761 - - - - - - -
            59: -0.0017361908688020026 -4.581133608159846 1.2875929463303104 0.011776046701392998 38.43514590169589 22.478312026080783 11.830456670488209 0.3765586034912719 0.007125471254879029 - 107.891 103.6248 - 0.002099341001566409 0.002779257475044552 - 0.8443572666727488 0.019635972384111855 1.327841746987989 - - - - - - -
            60: 0.006835919615458511 -4.336655099494404 1.3277648787352878 0.012060721943276299 38.70064480530237 26.169667780833596 10.649573238176309 0.3842364532019708 0.007159772656228368 0.24136412774347482 108.125 103.902 - 0.002164161849710933 0.002667898596754708 - 1.7317869779538513 0.012911324307361194 1.3566962754441736 - - - - - - -
            100: 0.003369306105967523 -4.1997050778799325 1.5825222372729983 0.014386565793390893 13.836311782916704 17.712370314992818 30.130753991218665 0.033547466095645906 0.00814096020431943 0.11957733275478011 111.11749999999999 110.9004 - 0.00021148783944909048 0.0002759232608719792 - 0.8201796915895069 0.030324400564174847 0.11760993505205042 0.7790697674418605 0.1095890410958904 0.125 0.5875 - 0.18518518518518517 0.2375
            259: -0.005580055722597713 -3.2565568918358894 2.372465566212108 0.01923984726471582 32.54230936202903 24.26274825034278 22.673626249886475 0.40181818181818146 0.011205472898062558 0.10821637591883648 122.6475 118.39659999999999 111.29235 0.003603823967060014 0.0022483753756442145 0.0006276262474464993 1.4934081703342923 0.04038910505836579 1.484437635482815 0.6979591836734694 0.7241379310344828 0.7238493723849372 0.5732217573221757 0.47738693467336685 0.8541666666666666 0.7489539748953975
            2000: 0.004628729874101481 -2.9969854065500567 2.5206591328962853 0.019729642555543873 19.860037778124845 39.56148662578968 27.460198313929173 0.46092184368737543 0.004780670361036863 0.16834587335847984 126.197 122.616 120.9076 0.0018225472871779024 0.0010406472238533393 0.0002675596902097808 1.2074483063802397 0.06961840955432563 1.7151314537209212 0.5075528700906344 0.3715154586923467 0.9196969696969697 0.00909090909090909 0.6603092783505154 0.7284199899040888 0.9434343434343434
            5848: 0.004045210683968171 -5.000168725146208 5.202614420018837 0.013126976055354974 11.599527524151837 23.780588237231164 22.49016592182831 0.25989192957991974 0.008984726464508562 0.168944563430233 390.95300000000003 387.601 354.1596 0.0019068788319824878 0.0009122783480951509 0.001260448679070226 0.9828787962352564 0.004496131819551996 0.9543352674635824 0.44086390126842645 0.0389967359560213 0.6322923816060398 0.49982841455044613 0.5646164478230823 0.4770972722593927 0.7561770761839396
            """;

    private static final String ETH =
            """
            213: -0.0022381295115523996 -5.858148550785152 10.36617108705971 0.00391683238571423 31.86103537851676 15.969659536907386 31.593531119027784 0.2996050404363328 0.02686803583868 0.15268021803415543 2659.8555 2667.8320000000003 2686.1241999999997 -0.0005989047149365246 -0.000198963053145775 4.653545058712889e-07 0.9998109182645442 0.04455956678700357 -0.9757667993552029 - - - - - - -
            214: -0.0011530996024453595 -5.605681022901766 10.320016009412607 0.0039038917842167285 32.37752366814595 14.895290406879278 34.0153911635577 0.280664477496618 0.026653934646090276 0.1742116041229096 2658.4025 2667.1553999999996 2686.1272 -0.0005465688510298852 -0.0002536785070718751 1.116849566973758e-06 2.413883236692531 0.04566064981949458 -0.8986613833632031 0.765 - - - - - -
            5000: -0.00026978516455359447 -5.111060362776527 26.798443501236978 0.00737836512948323 20.564240482655524 19.525047115557918 13.883120559216499 0.43924873585360075 0.03398690800357514 -0.07482962367836143 3628.5885000000003 3644.6240000000003 3787.71535 0.001256824795647261 -0.0007278117029354573 -0.0004581653687360712 0.6479218660768802 0.11258713408570586 1.639506243553162 0.881468110709988 0.3428513975467525 0.9216867469879518 0.6022088353413655 0.26781376518218625 0.22786589038345714 0.9628514056224899
            53928: -0.002116072161609118 -5.130943618364584 11.960840055696284 0.005057245202379733 24.33738931536301 30.333794704842816 18.242709724943744 0.39438107308830156 0.02743936991420726 -0.25366562864611186 2340.5785 2358.7406 2327.4999 0.0007976660470905757 -0.00012175989169803453 0.00011984962920939127 3.732119465833609 0.5039660234899328 1.2706449403185942 0.5741180398412287 0.48830262889371256 0.8492802552496846 0.4940268605772798 0.14997772332368012 0.9460015952809364 0.9078429917637456
            """;

    @Test
    void dailyFeaturesOfSpyAgreeWithAnIndependentComputation() {
        agree(SPY, measured(Series.spyDays()));
    }

    @Test
    void quarterHourFeaturesOfEthAgreeWithAnIndependentComputation() {
        agree(ETH, measured(Series.ethQuarters()));
    }

    @Test
    void eachFeatureBeginsWhenItsWindowIsFull() {
        List<Features> features = measured(Series.walk(1, 400, Series.QUARTER));
        int[] first = {
            1, 0, 14, 14, 27, 14, 14, 20, 20, 60, 19, 49, 199, 20, 50, 200, 19, 0, 20, 214, 227,
            220, 220, 260, 219, 220
        };
        for (int f = 0; f < first.length; f++) {
            for (int i = 0; i < 400; i++) {
                assertEquals(
                        i >= first[f],
                        all(features.get(i)).get(f).isPresent(),
                        "feature " + f + " at " + i);
            }
        }
        List<Features> days = measured(Series.walk(1, 130, Series.DAY));
        assertTrue(days.get(73).ranks().atrShare().isEmpty());
        assertTrue(days.get(74).ranks().atrShare().isPresent());
    }

    @Test
    void aMeterReadBackGoesOnWithTheSameBits() throws IOException {
        List<Candle> candles = Series.walk(2, 1500, Series.HOUR);
        for (int cut : new int[] {0, 1, 13, 14, 27, 60, 199, 260, 777, 1499}) {
            FeatureMeter meter = new FeatureMeter(Series.HOUR);
            candles.subList(0, cut).forEach(meter::add);
            byte[] written = bytes(meter);
            FeatureMeter again = read(written);
            assertArrayEquals(written, bytes(again));
            for (Candle candle : candles.subList(cut, candles.size())) {
                assertEquals(meter.add(candle), again.add(candle));
            }
            assertArrayEquals(bytes(meter), bytes(again));
        }
    }

    @Test
    void pricesTimesAPowerOfTwoChangeNoBitOfWhatHasNoUnit() {
        List<Candle> candles = Series.walk(3, 600, Series.HOUR);
        List<Candle> larger = candles.stream().map(c -> times(c, 0x1p37)).toList();
        List<Features> one = measured(candles);
        List<Features> other = measured(larger);
        for (int i = 0; i < one.size(); i++) {
            List<OptionalDouble> a = all(one.get(i));
            List<OptionalDouble> b = all(other.get(i));
            for (int f = 0; f < a.size(); f++) {
                boolean price = f == 2 || (f >= 10 && f <= 12);
                assertEquals(
                        price && a.get(f).isPresent()
                                ? OptionalDouble.of(a.get(f).getAsDouble() * 0x1p37)
                                : a.get(f),
                        b.get(f));
            }
        }
    }

    @Test
    void absurdCandlesGiveFiniteFeaturesOrNone() {
        double[] absurd = {
            0,
            -5,
            1e-12,
            1e12,
            1e-300,
            1e300,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.MIN_VALUE,
            1
        };
        SplittableRandom random = new SplittableRandom(4);
        FeatureMeter meter = new FeatureMeter(Series.DAY);
        List<Candle> walk = Series.walk(5, 3000, Series.DAY);
        for (int i = 0; i < walk.size(); i++) {
            double[] p = new double[4];
            for (int k = 0; k < 4; k++) {
                p[k] = i / 100 % 2 == 0 ? absurd[random.nextInt(absurd.length)] : 3;
            }
            Candle candle =
                    new Candle(
                            walk.get(i).opened(),
                            Series.DAY,
                            p[0],
                            Math.max(Math.max(p[0], p[1]), Math.max(p[2], p[3])),
                            Math.min(Math.min(p[0], p[1]), Math.min(p[2], p[3])),
                            p[3],
                            Math.abs(absurd[random.nextInt(absurd.length)]));
            Features features = meter.add(candle);
            for (OptionalDouble feature : all(features)) {
                assertTrue(feature.isEmpty() || Double.isFinite(feature.getAsDouble()));
            }
            within(0, 100, features.adx(), features.plusDi(), features.minusDi());
            within(0, 1, features.efficiencyRatio(), features.drawdown());
            within(-100, 100, features.momentum());
            Features.Ranks r = features.ranks();
            within(0, 1, r.atrShare(), r.adx(), r.efficiencyRatio(), r.dailyVolatility());
            within(0, 1, r.meanReversion(), r.volumeRatio(), r.momentum());
        }
    }

    @Test
    void refusesACandleOfAnotherIntervalOrBeforeTheLast() {
        FeatureMeter meter = new FeatureMeter(Series.DAY);
        List<Candle> days = Series.walk(6, 2, Series.DAY);
        meter.add(days.get(1));
        assertThrows(IllegalArgumentException.class, () -> meter.add(days.get(0)));
        assertThrows(IllegalArgumentException.class, () -> meter.add(days.get(1)));
        Candle hour = Series.walk(6, 1, Series.HOUR).getFirst();
        assertThrows(IllegalArgumentException.class, () -> meter.add(hour));
    }

    @Test
    void aMarketThatStatesNoVolumeHasNoVolumeRatio() {
        FeatureMeter meter = new FeatureMeter(Series.DAY);
        for (Candle c : Series.walk(7, 100, Series.DAY)) {
            Features f =
                    meter.add(
                            new Candle(
                                    c.opened(),
                                    c.interval(),
                                    c.open(),
                                    c.high(),
                                    c.low(),
                                    c.close(),
                                    0));
            assertTrue(f.volumeRatio().isEmpty() && f.ranks().volumeRatio().isEmpty());
        }
    }

    @Test
    void aWeekIsRankedLikeADayAndItsYearHasRoomForThirtySixOfThem() {
        FeatureMeter meter = new FeatureMeter(Duration.ofDays(7));
        List<Candle> weeks = Series.walk(8, 38, Duration.ofDays(7));
        Candle peak = weeks.getFirst();
        meter.add(new Candle(peak.opened(), peak.interval(), 100, 1000, 100, 500, 1));
        for (int i = 1; i < 36; i++) {
            assertEquals(
                    1 - weeks.get(i).close() / 1000,
                    meter.add(weeks.get(i)).drawdown().orElseThrow());
        }
        assertTrue(meter.add(weeks.get(36)).drawdown().orElseThrow() < 0.5);
    }

    private static void within(double low, double high, OptionalDouble... features) {
        for (OptionalDouble feature : features) {
            assertTrue(
                    feature.isEmpty()
                            || (feature.getAsDouble() >= low && feature.getAsDouble() <= high),
                    () -> feature.toString());
        }
    }

    private static void agree(String expected, List<Features> features) {
        for (String line : expected.lines().toList()) {
            String[] parts = line.split("[: ]+");
            int index = Integer.parseInt(parts[0]);
            List<OptionalDouble> actual = all(features.get(index));
            assertEquals(actual.size(), parts.length - 1);
            for (int f = 0; f < actual.size(); f++) {
                String where = "feature " + f + " at " + index;
                if (parts[f + 1].equals("-")) {
                    assertEquals(OptionalDouble.empty(), actual.get(f), where);
                } else {
                    double wanted = Double.parseDouble(parts[f + 1]);
                    assertEquals(
                            wanted,
                            actual.get(f).orElseThrow(),
                            1e-9 * Math.max(Math.abs(wanted), 1e-3),
                            where);
                }
            }
        }
    }

    private static List<Features> measured(List<Candle> candles) {
        FeatureMeter meter = new FeatureMeter(candles.getFirst().interval());
        List<Features> features = new ArrayList<>(candles.size());
        for (Candle candle : candles) {
            features.add(meter.add(candle));
        }
        return features;
    }

    private static Candle times(Candle c, double factor) {
        return new Candle(
                c.opened(),
                c.interval(),
                c.open() * factor,
                c.high() * factor,
                c.low() * factor,
                c.close() * factor,
                c.volume());
    }

    private static List<OptionalDouble> all(Features f) {
        Features.Ranks r = f.ranks();
        return List.of(
                f.logReturn(),
                f.highLow(),
                f.atr(),
                f.atrShare(),
                f.adx(),
                f.plusDi(),
                f.minusDi(),
                f.efficiencyRatio(),
                f.dailyVolatility(),
                f.meanReversion(),
                f.sma20(),
                f.sma50(),
                f.sma200(),
                f.slope20(),
                f.slope50(),
                f.slope200(),
                f.volumeRatio(),
                f.drawdown(),
                f.momentum(),
                r.atrShare(),
                r.adx(),
                r.efficiencyRatio(),
                r.dailyVolatility(),
                r.meanReversion(),
                r.volumeRatio(),
                r.momentum());
    }

    private static byte[] bytes(FeatureMeter meter) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        meter.write(new DataOutputStream(out));
        return out.toByteArray();
    }

    private static FeatureMeter read(byte[] written) throws IOException {
        return FeatureMeter.read(new DataInputStream(new ByteArrayInputStream(written)));
    }
}
