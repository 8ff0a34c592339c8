package credence.desktop.chart;

import javafx.scene.paint.Color;

import java.util.Locale;

/// Draws into an SVG document (SVG 1.1).
final class SvgSurface implements Surface {

    private final StringBuilder body = new StringBuilder();
    private int clips;

    /// Everything drawn so far as a document.
    String document(double width, double height, String title) {
        return String.format(
                        Locale.ROOT,
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$.0f\""
                                + " height=\"%2$.0f\" viewBox=\"0 0 %1$.0f %2$.0f\""
                                + " font-family=\"sans-serif\" font-size=\"11\">\n"
                                + "<title>%3$s</title>\n",
                        width,
                        height,
                        escape(title))
                + body
                + "</svg>\n";
    }

    @Override
    public void moved(double x, double y, Runnable drawing) {
        body.append(String.format(Locale.ROOT, "<g transform=\"translate(%.2f %.2f)\">\n", x, y));
        drawing.run();
        body.append("</g>\n");
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable drawing) {
        clips++;
        body.append(
                String.format(
                        Locale.ROOT,
                        "<clipPath id=\"clip%1$d\"><rect width=\"%2$.2f\""
                                + " height=\"%3$.2f\"/></clipPath>\n"
                                + "<g transform=\"translate(%4$.2f %5$.2f)\""
                                + " clip-path=\"url(#clip%1$d)\">\n",
                        clips,
                        width,
                        height,
                        x,
                        y));
        drawing.run();
        body.append("</g>\n");
    }

    @Override
    public void line(double[] xs, double[] ys, int count, Pen pen) {
        if (count > 0) {
            body.append("<polyline fill=\"none\" ").append(stroke(pen)).append(" points=\"");
            points(xs, ys, count);
            body.append("\"/>\n");
        }
    }

    @Override
    public void area(double[] xs, double[] ys, int count, Color fill) {
        if (count > 0) {
            body.append("<polygon ").append(paint("fill", fill)).append(" points=\"");
            points(xs, ys, count);
            body.append("\"/>\n");
        }
    }

    @Override
    public void box(double x, double y, double width, double height, Color fill) {
        body.append(
                String.format(
                        Locale.ROOT,
                        "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" %s/>\n",
                        x,
                        y,
                        width,
                        height,
                        paint("fill", fill)));
    }

    @Override
    public void dot(Dot shape, double x, double y, double size, Color colour) {
        double half = size / 2;
        switch (shape) {
            case DISC -> circle(x, y, half, paint("fill", colour));
            case RING -> circle(x, y, half - 0.8, "fill=\"none\" " + stroke(new Pen(colour, 1.6)));
            case DIAMOND ->
                    area(
                            new double[] {x, x + half, x, x - half},
                            new double[] {y - half, y, y + half, y},
                            4,
                            colour);
        }
    }

    @Override
    public void text(String text, double x, double y, Color colour, Anchor anchor) {
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            body.append(
                    String.format(
                            Locale.ROOT,
                            "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\" %s>%s</text>\n",
                            x,
                            y + 13 * i,
                            anchor.name().toLowerCase(Locale.ROOT),
                            paint("fill", colour),
                            escape(lines[i])));
        }
    }

    private void circle(double x, double y, double radius, String paint) {
        body.append(
                String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" %s/>\n",
                        x,
                        y,
                        radius,
                        paint));
    }

    private void points(double[] xs, double[] ys, int count) {
        for (int i = 0; i < count; i++) {
            body.append(
                    String.format(Locale.ROOT, i == 0 ? "%.2f,%.2f" : " %.2f,%.2f", xs[i], ys[i]));
        }
    }

    private static String stroke(Pen pen) {
        StringBuilder text = new StringBuilder(paint("stroke", pen.colour()));
        text.append(String.format(Locale.ROOT, " stroke-width=\"%.2f\"", pen.width()));
        if (pen.dash().length > 0) {
            text.append(" stroke-dasharray=\"");
            for (double length : pen.dash()) {
                text.append(String.format(Locale.ROOT, "%.1f ", length));
            }
            text.append('"');
        }
        return text.toString();
    }

    private static String paint(String attribute, Color colour) {
        String solid =
                String.format(
                        Locale.ROOT,
                        "%s=\"#%02x%02x%02x\"",
                        attribute,
                        Math.round(colour.getRed() * 255),
                        Math.round(colour.getGreen() * 255),
                        Math.round(colour.getBlue() * 255));
        return colour.isOpaque()
                ? solid
                : solid
                        + String.format(
                                Locale.ROOT,
                                " %s-opacity=\"%.3f\"",
                                attribute,
                                colour.getOpacity());
    }

    // Control characters other than tab and line ends may not stand in XML at all.
    private static String escape(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
