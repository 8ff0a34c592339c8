package credence.service;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the name somebody may have meant.
final class NearName {

    /// A name is near when at most this share of it would have to be typed otherwise.
    private static final double NEAR = 0.4;

    private NearName() {}

    /// The nearest of the known names, if one is near enough to be worth mentioning.
    static Optional<String> of(String typed, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name -> edits(name, typed)))
                .filter(
                        name ->
                                edits(name, typed)
                                        <= NEAR * Math.max(name.length(), typed.length()));
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
