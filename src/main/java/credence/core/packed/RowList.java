package credence.core.packed;

import credence.core.fact.SourceRow;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/// A list of rows to which rows may be added at its end. A short one holds its rows as they are; one of more than
/// [#UNPACKED] rows holds them packed and makes every row anew when it is asked for.
///
/// One thread adds; when it is done, many may read.
public final class RowList extends AbstractList<SourceRow> implements RandomAccess {

    /// Rows up to here are faster to keep than to pack: some 30 MB.
    public static final int UNPACKED = 50_000;

    private static final int CHUNK = 1 << 18;

    private final int unpacked;
    private List<SourceRow> plain = new ArrayList<>();
    private final Vocabulary words = new Vocabulary();
    private final PackedOutput scratch = new PackedOutput();
    private final List<byte[]> chunks = new ArrayList<>();
    private byte[] chunk = new byte[0];
    private int used;
    private final LongColumn places = new LongColumn();
    private int size;

    public RowList() {
        this(UNPACKED);
    }

    /// @param unpacked how many rows are held as they are before all are packed
    public RowList(int unpacked) {
        this.unpacked = unpacked;
    }

    @Override
    public boolean add(SourceRow row) {
        if (size < unpacked) {
            plain.add(row);
            size++;
            return true;
        }
        if (!plain.isEmpty()) {
            List<SourceRow> former = plain;
            plain = List.of();
            size = 0;
            former.forEach(this::pack);
        }
        pack(row);
        return true;
    }

    private void pack(SourceRow row) {
        scratch.clear();
        new RowEncoder(scratch, words).write(row);
        if (used + scratch.length() > chunk.length) {
            chunk = new byte[Math.max(scratch.length(), Math.min(CHUNK, 2 * chunk.length + 4096))];
            chunks.add(chunk);
            used = 0;
        }
        scratch.copyTo(chunk, used);
        places.add((long) (chunks.size() - 1) << Integer.SIZE | used);
        size++;
        used += scratch.length();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public SourceRow get(int index) {
        return isPacked() ? new RowDecoder(input(index), words).read() : plain.get(index);
    }

    /// The key of a row, without making the row.
    public KeyHalves key(int index) {
        if (!isPacked()) {
            return KeyHalves.of(plain.get(index).key());
        }
        PackedInput in = input(index);
        in.octet();
        return new KeyHalves(in.fixed(), in.fixed(), in.flag());
    }

    /// What kind of row it is, without making the row.
    public RowKind kind(int index) {
        return isPacked()
                ? RowDecoder.KINDS.get(input(index).octet())
                : RowKind.of(plain.get(index));
    }

    private boolean isPacked() {
        return !chunks.isEmpty();
    }

    private PackedInput input(int index) {
        Objects.checkIndex(index, size);
        long place = places.get(index);
        return new PackedInput(chunks.get((int) (place >>> Integer.SIZE)), (int) place);
    }
}
