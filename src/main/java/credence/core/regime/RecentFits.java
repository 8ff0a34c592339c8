package credence.core.regime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The refits used latest, in memory; may be shared by threads, and be written and read back: a symbol with twenty years of days has
/// more than a thousand, which together take seconds. Found again by the hash of everything that went into them, so they change no bit.
public final class RecentFits implements FitCache {

    private final int most;

    private final Map<String, RegimeModel> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, RegimeModel> eldest) {
                    return size() > most;
                }
            };

    private int fresh;

    /// @param most refits kept, at least 1
    public RecentFits(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a cache keeps at least one fit");
        }
        this.most = most;
    }

    @Override
    public RegimeModel refit(String key, Supplier<RegimeModel> otherwise) {
        synchronized (kept) {
            RegimeModel known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        RegimeModel made = otherwise.get();
        synchronized (kept) {
            kept.put(key, made);
            fresh++;
        }
        return made;
    }

    /// How many were made since they were last written or read.
    public int fresh() {
        synchronized (kept) {
            return fresh;
        }
    }

    public byte[] encode() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
            DataOutputStream out = new DataOutputStream(bytes);
            synchronized (kept) {
                out.writeInt(kept.size());
                for (Map.Entry<String, RegimeModel> fit : kept.entrySet()) {
                    out.writeUTF(fit.getKey());
                    fit.getValue().write(out);
                }
                fresh = 0;
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    /// @throws UncheckedIOException when the bytes are not those of fits
    public void add(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            synchronized (kept) {
                for (int left = in.readInt(); left > 0; left--) {
                    kept.put(in.readUTF(), RegimeModel.read(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("not fits", e);
        }
    }
}
