package credence.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes a list that breaks a law smaller, by halves, then quarters and so on, so that what is left can be read.
public final class Shrinking {

    private Shrinking() {}

    /// @param list breaks the law
    /// @param breaks whether a list breaks it
    /// @return a list that breaks it too, from which no single element can be taken away
    public static <T> List<T> of(List<T> list, Predicate<List<T>> breaks) {
        List<T> left = list;
        for (int chunk = Math.max(1, left.size() / 2); chunk > 0; ) {
            boolean smaller = false;
            for (int from = 0; from < left.size(); from += chunk) {
                List<T> without = new ArrayList<>(left.subList(0, from));
                without.addAll(left.subList(Math.min(left.size(), from + chunk), left.size()));
                if (breaks.test(without)) {
                    left = without;
                    smaller = true;
                    break;
                }
            }
            chunk = smaller ? Math.min(chunk, Math.max(1, left.size() / 2)) : chunk / 2;
            if (left.isEmpty()) {
                break;
            }
        }
        return left;
    }
}
