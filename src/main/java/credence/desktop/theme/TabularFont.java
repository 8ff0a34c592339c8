package credence.desktop.theme;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// A font family of this machine whose digits are equally wide.
///
/// JavaFX cannot switch on a font's tabular figures, and some systems' default font has proportional ones;
/// so the family is measured and chosen at start: the default if it will do, else the first known one that does.
record TabularFont(String family) {

    private static final List<String> KNOWN =
            List.of(
                    "Segoe UI",
                    "Helvetica Neue",
                    "Noto Sans",
                    "Roboto",
                    "DejaVu Sans",
                    "Liberation Sans",
                    "Arial");

    static TabularFont find() {
        // Listing all families of the machine takes a while: only when the default will not do.
        return Stream.concat(
                        Stream.of(Font.getDefault().getFamily()),
                        KNOWN.stream().filter(known -> Font.getFamilies().contains(known)))
                .filter(TabularFont::isTabular)
                .findFirst()
                .map(TabularFont::new)
                .orElse(new TabularFont("Monospaced"));
    }

    /// A style sheet that gives the class `figures` this family.
    String styleSheet() {
        String css = ".figures { -fx-font-family: \"" + family + "\"; }";
        return "data:text/css;charset=utf-8,"
                + URLEncoder.encode(css, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean isTabular(String family) {
        return width(family, "1") == width(family, "8") && width(family, "1") == width(family, "4");
    }

    private static double width(String family, String digit) {
        Text text = new Text(digit.repeat(10));
        text.setFont(Font.font(family, 20));
        return text.getLayoutBounds().getWidth();
    }
}
