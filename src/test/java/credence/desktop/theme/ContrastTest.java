package credence.desktop.theme;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Contrast of every colour we name, computed from the style sheets of both themes (WCAG 2.1, 1.4.3 and 1.4.11).
class ContrastTest {

    private static final Pattern TOKEN = Pattern.compile("(-[a-z][a-z0-9-]*):\\s*([^;]+);");
    private static final List<String> SURFACES =
            List.of("-credence-surface", "-credence-surface-subtle", "-credence-surface-selected");
    private static final List<String> TEXTS =
            List.of(
                    "-credence-text",
                    "-credence-text-muted",
                    "-credence-axis-text",
                    "-credence-profit",
                    "-credence-loss",
                    "-credence-even",
                    "-credence-good",
                    "-credence-warning",
                    "-credence-danger");
    private static final List<String> GRAPHICS =
            List.of(
                    "-credence-focus",
                    "-credence-axis-line",
                    "-credence-zero-line",
                    "-credence-cursor",
                    "-credence-median",
                    "-credence-band-edge",
                    "-credence-seam",
                    "-credence-reset",
                    "-credence-override",
                    "-credence-category-1",
                    "-credence-category-2",
                    "-credence-category-3",
                    "-credence-category-4",
                    "-credence-category-5",
                    "-credence-category-6",
                    "-credence-category-7",
                    "-credence-category-8");

    @Test
    void theMeasureAgreesWithTheStandard() {
        // WCAG 2.1, relative luminance: black on white is 21:1; #767676 on white is the well-known
        // 4.54:1.
        assertEquals(21.0, contrast(Color.WHITE, Color.BLACK), 1e-9);
        assertEquals(4.54, contrast(Color.web("#767676"), Color.WHITE), 0.005);
    }

    @Test
    void textStandsOutFourAndAHalfTimesInBothThemes() {
        mustStandOut(TEXTS, 4.5);
    }

    @Test
    void textStandsOutOnWhatIsChosenPressedOrMarked() {
        List<List<String>> pairs =
                List.of(
                        // The chosen item of the side bar.
                        List.of("-color-accent-fg", "-credence-surface-selected"),
                        // The filter switch of a table, while it is on.
                        List.of("-color-accent-fg", "-color-accent-subtle"),
                        // The button that is meant to be pressed.
                        List.of("-color-fg-emphasis", "-color-accent-emphasis"),
                        // A message of trouble, and a badge.
                        List.of("-credence-text", "-color-danger-subtle"),
                        List.of("-credence-text", "-color-neutral-subtle"),
                        // What an import asks for.
                        List.of("-credence-text", "-color-warning-subtle"));
        for (Map<String, String> tokens : themes()) {
            Color surface = colour(tokens, "-credence-surface");
            for (List<String> pair : pairs) {
                Color below = over(colour(tokens, pair.getLast()), surface);
                double contrast = contrast(colour(tokens, pair.getFirst()), below);
                assertTrue(
                        contrast >= 4.5,
                        () -> tokens.get("theme") + ": " + pair + " is only " + contrast);
            }
        }
    }

    @Test
    void graphicsStandOutThreeTimesInBothThemes() {
        mustStandOut(GRAPHICS, 3.0);
    }

    @Test
    void bandsCanBeToldFromTheBackgroundAndFromEachOther() {
        for (Map<String, String> tokens : themes()) {
            Color surface = colour(tokens, "-credence-surface");
            Color wide = over(colour(tokens, "-credence-band-90"), surface);
            Color half = over(colour(tokens, "-credence-band-50"), wide);
            assertTrue(
                    contrast(wide, surface) > 1.15, () -> "90 % band " + contrast(wide, surface));
            assertTrue(contrast(half, wide) > 1.3, () -> "50 % band " + contrast(half, wide));
        }
    }

    private static void mustStandOut(List<String> names, double least) {
        List<Executable> checks = new ArrayList<>();
        for (Map<String, String> tokens : themes()) {
            for (String name : names) {
                for (String surface : SURFACES) {
                    double contrast = contrast(colour(tokens, name), colour(tokens, surface));
                    checks.add(
                            () ->
                                    assertTrue(
                                            contrast >= least,
                                            () ->
                                                    tokens.get("theme")
                                                            + ": "
                                                            + name
                                                            + " on "
                                                            + surface
                                                            + " is only "
                                                            + contrast));
                }
            }
        }
        assertAll(checks);
    }

    private static List<Map<String, String>> themes() {
        List<Map<String, String>> themes = new ArrayList<>();
        for (boolean dark : new boolean[] {false, true}) {
            for (ResultColours colours : ResultColours.values()) {
                Map<String, String> tokens = new HashMap<>();
                String base =
                        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
                read("/" + base.replaceFirst("^/", ""), tokens);
                String name = dark ? "dark" : "light";
                read("/credence/desktop/theme/" + name + ".css", tokens);
                if (colours == ResultColours.RED_GREEN) {
                    read("/credence/desktop/theme/" + name + "-red-green.css", tokens);
                }
                tokens.put("theme", name + " " + colours);
                themes.add(tokens);
            }
        }
        return themes;
    }

    private static void read(String sheet, Map<String, String> tokens) {
        try (InputStream in =
                Objects.requireNonNull(ContrastTest.class.getResourceAsStream(sheet), sheet)) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // Only the first rule, the root's: later ones redefine names for single controls.
            int root = css.indexOf(".root");
            Matcher matcher = TOKEN.matcher(css.substring(root, css.indexOf('}', root)));
            while (matcher.find()) {
                tokens.put(matcher.group(1), matcher.group(2).strip());
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Color colour(Map<String, String> tokens, String name) {
        String value = Objects.requireNonNull(tokens.get(name), () -> "no token " + name);
        return value.startsWith("-") ? colour(tokens, value) : Color.web(value);
    }

    private static Color over(Color above, Color below) {
        return below.interpolate(
                new Color(above.getRed(), above.getGreen(), above.getBlue(), 1),
                above.getOpacity());
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
