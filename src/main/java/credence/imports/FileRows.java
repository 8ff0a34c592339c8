package credence.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/// The rows of a large file below its header, read from the file each time they are gone through.
final class FileRows extends AbstractList<Row> {

    private static final int CANCEL_EVERY = 4096;

    /// Rows kept around the one that was asked for by its index.
    private static final int BLOCK = 1 << 15;

    private final Document document;
    private final HeaderPlace place;

    /// Records below the header that are rows.
    private final BitSet included = new BitSet();

    private int size;
    private int blockStart;
    private List<Row> block = List.of();

    FileRows(Document document, HeaderPlace place) {
        this.document = document;
        this.place = place;
    }

    void include(int record) {
        included.set(record);
        size++;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Row get(int index) {
        Objects.checkIndex(index, size);
        if (index < blockStart || index >= blockStart + block.size()) {
            blockStart = index - index % BLOCK;
            List<Row> read = new ArrayList<>();
            Iterator<Row> rows = iterator();
            for (int i = 0; i < Math.min(size, blockStart + BLOCK); i++) {
                Row row = rows.next();
                if (i >= blockStart) {
                    read.add(row);
                }
            }
            block = read;
        }
        return block.get(index - blockStart);
    }

    @Override
    public Iterator<Row> iterator() {
        return new Rows();
    }

    private final class Rows implements Iterator<Row> {

        private final CloseableIterator<Row> records;
        private int next;
        private int record = -1;

        Rows() {
            records = document.rows(place.separator()).iterator();
            for (int i = 0; i <= place.record(); i++) {
                read();
            }
        }

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (next % CANCEL_EVERY == 0) {
                document.progress().checkCancelled();
                document.progress().update("Reading rows", next, size);
            }
            int wanted = included.nextSetBit(record + 1);
            Row row = read();
            for (record++; record < wanted; record++) {
                row = read();
            }
            if (++next == size) {
                close();
            }
            return row;
        }

        private Row read() {
            try {
                return records.next();
            } catch (CsvParseException | NoSuchElementException e) {
                throw new UncheckedIOException(
                        new IOException("it changed while it was being read", e));
            }
        }

        private void close() {
            try {
                records.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
