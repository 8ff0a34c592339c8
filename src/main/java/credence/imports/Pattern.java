package credence.imports;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text with wildcards: `*` stands for any text, `?` for one character; case makes no difference. Takes time in proportion
/// to pattern times text, whatever a stranger's profile asks for.
final class Pattern {

    private final String pattern;

    Pattern(String pattern) {
        this.pattern = pattern.toLowerCase(Locale.ROOT);
    }

    /// @return what each `*` stands for, each the shortest possible but for the last; null when the text does not match
    @Nullable List<String> match(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length()) {
            lower = text; // a letter whose lower case is longer: compare as it is
        }
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        List<int[]> stars = new ArrayList<>();
        while (t < lower.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
                stars.add(new int[] {t, t});
            } else if (p < pattern.length()
                    && (pattern.charAt(p) == '?' || pattern.charAt(p) == lower.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
                stars.getLast()[1] = t;
            } else {
                return null;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            stars.add(new int[] {t, t});
            p++;
        }
        if (p < pattern.length()) {
            return null;
        }
        return stars.stream().map(s -> text.substring(s[0], s[1])).toList();
    }
}
