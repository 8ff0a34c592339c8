package credence.service;

import credence.core.regime.FitCache;
import credence.core.regime.RegimeModel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Refits of hidden Markov models, kept from one session to the next beside the snapshots: a symbol with twenty years of days has
/// more than a thousand, which together take seconds. Found again by the hash of everything that went into them, so they change no bit.
final class KeptFits implements FitCache {

    /// The Mondays of some seven symbols with twenty years of days; about 2 KB each.
    private static final int MOST = 8_000;

    private final Map<String, RegimeModel> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, RegimeModel> eldest) {
                    return size() > MOST;
                }
            };

    private int fresh;

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
    int fresh() {
        synchronized (kept) {
            return fresh;
        }
    }

    byte[] encode() {
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
    void add(byte[] bytes) {
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
