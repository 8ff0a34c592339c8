package credence.desktop.chart;

/// Where moments and values lie on a plot: linear in both, values upwards.
record Frame(TimeRange time, double low, double high, double width, double height) {

    double x(long moment) {
        return (moment - time.from()) / (double) time.length() * width;
    }

    double y(double value) {
        return (high - value) / (high - low) * height;
    }

    long time(double x) {
        return time.from() + Math.round(x / width * time.length());
    }

    double value(double y) {
        return high - y / height * (high - low);
    }
}
