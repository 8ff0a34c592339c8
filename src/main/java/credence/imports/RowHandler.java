package credence.imports;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Makes rows of what the CSV parser finds. Texts that a column has shown lately are used again instead of being made anew:
/// bots, symbols, sides and repeated figures then cost no memory.
final class RowHandler extends AbstractBaseCsvCallbackHandler<Row> {

    /// Texts remembered by column; a power of two.
    private static final int REMEMBERED = 64;

    private static final int LONGEST = 32;
    private static final int COLUMNS = 64;

    private final @Nullable String[][] lately = new String[COLUMNS][];
    private String[] cells = new String[16];

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
        if (column == cells.length) {
            cells = Arrays.copyOf(cells, 2 * column);
        }
        cells[column] =
                column < COLUMNS && length <= LONGEST
                        ? known(column, buffer, offset, length)
                        : new String(buffer, offset, length);
    }

    @Override
    protected void handleEmpty() {
        cells[0] = "";
    }

    @Override
    protected Row buildRecord() {
        return new Row(
                (int) Math.min(getStartingLineNumber(), Integer.MAX_VALUE),
                Arrays.copyOf(cells, getFieldCount()));
    }

    private String known(int column, char[] buffer, int offset, int length) {
        if (length == 0) {
            return "";
        }
        @Nullable String[] texts = lately[column];
        if (texts == null) {
            texts = new String[REMEMBERED];
            lately[column] = texts;
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        int place = (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
        String text = texts[place];
        if (text == null || !same(text, buffer, offset, length)) {
            text = new String(buffer, offset, length);
            texts[place] = text;
        }
        return text;
    }

    private static boolean same(String text, char[] buffer, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
