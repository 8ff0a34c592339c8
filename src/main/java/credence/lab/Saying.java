package credence.lab;

/// How a bot states its confidence: ½ + slope · (p − ½) + bias, where p is the trade's true chance, kept in 0.02…0.98.
///
/// Slope 1 and bias 0 is a calibrated bot; slope above 1 exaggerates, slope 0 always says the same.
public record Saying(double slope, double bias) {

    public static final Saying CALIBRATED = new Saying(1, 0);

    double confidence(double truth) {
        double stated = Math.clamp(0.5 + slope * (truth - 0.5) + bias, 0.02, 0.98);
        return StrictMath.rint(stated * 1000) / 1000;
    }
}
