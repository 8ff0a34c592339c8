package credence.desktop.table;

import java.util.Comparator;
import java.util.Locale;

/// Orders names as people do: letters without regard to case, runs of digits by their number (bot-2 before bot-10).
enum NaturalOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        int result = fold(left.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT));
        return result == 0 ? left.compareTo(right) : result;
    }

    private static int fold(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int endI = digits(left, i);
            int endJ = digits(right, j);
            int result;
            if (endI > i && endJ > j) {
                result = number(left.substring(i, endI), right.substring(j, endJ));
                i = endI;
                j = endJ;
            } else {
                result = Character.compare(left.charAt(i++), right.charAt(j++));
            }
            if (result != 0) {
                return result;
            }
        }
        return Integer.compare(left.length() - i, right.length() - j);
    }

    // By length without leading zeros, then digit by digit: no number is too long.
    private static int number(String left, String right) {
        String a = left.replaceFirst("^0+(?=.)", "");
        String b = right.replaceFirst("^0+(?=.)", "");
        int byLength = Integer.compare(a.length(), b.length());
        return byLength == 0 ? a.compareTo(b) : byLength;
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
