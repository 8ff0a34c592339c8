package credence.service.port;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the name somebody may have meant.
public final class NearName {

    /// A name is near when at most this share of it would have to be typed otherwise.
    private static final double NEAR = 0.4;

    /// Shorter words stand in many names.
    private static final int WORD = 3;

    private NearName() {}

    /// The nearest of the known names, if one is near enough to be worth mentioning.
    public static Optional<String> of(String typed, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name -> edits(name, typed)))
                .filter(
                        name ->
                                edits(name, typed)
                                        <= NEAR * Math.max(name.length(), typed.length()));
    }

    /// The nearest of the known names, nearest first: those that hold what was typed or a word of it, and those that differ little.
    ///
    /// @param most so many at most
    public static List<String> few(String typed, List<String> known, int most) {
        return known.stream()
                .filter(
                        name ->
                                sharesWord(name, typed)
                                        || edits(name, typed)
                                                <= NEAR * Math.max(name.length(), typed.length()))
                .sorted(Comparator.comparingInt(name -> edits(name, typed)))
                .limit(most)
                .toList();
    }

    private static boolean sharesWord(String name, String typed) {
        String low = name.toLowerCase(Locale.ROOT);
        for (String word : typed.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (word.length() >= WORD && low.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// Edits that turn one name into the other, whatever the case (Levenshtein).
    static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change =
                        Character.toLowerCase(a.charAt(i - 1))
                                        == Character.toLowerCase(b.charAt(j - 1))
                                ? 0
                                : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
