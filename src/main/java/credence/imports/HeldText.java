package credence.imports;

import java.io.Reader;
import java.io.StringReader;

/// Text in memory.
record HeldText(String whole) implements DocumentText {

    @Override
    public Reader open() {
        return new StringReader(whole);
    }

    @Override
    public String head(int length) {
        return whole.length() <= length ? whole : whole.substring(0, length);
    }

    @Override
    public boolean endsWithLineBreak() {
        return !whole.isEmpty() && (whole.endsWith("\n") || whole.endsWith("\r"));
    }

    @Override
    public boolean isLarge() {
        return false;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
