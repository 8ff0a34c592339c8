package credence.imports;

import credence.core.packed.LongColumn;
import credence.service.port.SourceLines;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Lines of a file by their number, with little memory: the place of each 256th is known, and the last few stretches are kept.
final class FileLines implements SourceLines {

    private static final Logger LOG = LoggerFactory.getLogger(FileLines.class);
    private static final int STRETCH = 256;
    private static final int KEPT = 8;

    /// Longer lines are no rows that anybody reads.
    private static final int LONGEST = 1 << 16;

    private final Path file;
    private final FileLoader.Opener opener;
    private final Optional<Charset> stated;
    private final LongColumn starts = new LongColumn();
    private final Map<Integer, Map<Integer, String>> kept = new LinkedHashMap<>();
    private boolean looked;
    private boolean text;
    private Encoding encoding = Encoding.UTF_8;
    private Charset charset = Encoding.UTF_8.charset();
    private int bom;

    FileLines(Path file, FileLoader.Opener opener, Optional<Charset> stated) {
        this.file = file;
        this.opener = opener;
        this.stated = stated;
    }

    @Override
    public synchronized Optional<String> line(int number) {
        try {
            if (!looked) {
                looked = true;
                look();
            }
            int stretch = (number - 1) / STRETCH;
            if (!text || number < 1 || stretch >= starts.size()) {
                return Optional.empty();
            }
            Map<Integer, String> lines = kept.remove(stretch);
            if (lines == null) {
                lines = read(stretch);
            }
            kept.put(stretch, lines);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            return Optional.ofNullable(lines.get(number));
        } catch (IOException e) {
            LOG.debug("line {} of {} cannot be shown", number, file, e);
            return Optional.empty();
        }
    }

    private void look() throws IOException {
        EncodingSurvey survey;
        try (InputStream in = opener.open(file)) {
            byte[] chunk = in.readNBytes(1 << 16);
            if (Container.of(chunk, chunk.length) != Container.TEXT) {
                return;
            }
            survey = new EncodingSurvey(chunk, chunk.length);
            int read = chunk.length;
            boolean first = true;
            while (read > 0) {
                survey.add(chunk, read, first);
                first = false;
                read = in.readNBytes(chunk, 0, chunk.length);
            }
        }
        encoding = survey.verdict();
        bom = survey.bomLength();
        charset = bom == 0 ? stated.orElse(encoding.charset()) : encoding.charset();
        try (InputStream in = opener.open(file)) {
            new LineScan(encoding, bom)
                    .each(
                            in,
                            (number, from, _) -> {
                                if (number % STRETCH == 1) {
                                    starts.add(from);
                                }
                                return true;
                            });
        }
        text = true;
    }

    private Map<Integer, String> read(int stretch) throws IOException {
        Map<Integer, String> lines = new LinkedHashMap<>();
        long start = starts.get(stretch);
        int before = stretch * STRETCH;
        try (InputStream scanned = opener.open(file);
                InputStream in = opener.open(file)) {
            long[] place = {start};
            in.skipNBytes(start);
            new LineScan(encoding, (int) Math.min(start, Integer.MAX_VALUE))
                    .each(
                            scanned,
                            (number, from, to) -> {
                                in.skipNBytes(from - place[0]);
                                place[0] = to;
                                if (to - from > LONGEST) {
                                    in.skipNBytes(to - from);
                                } else {
                                    lines.put(
                                            before + number,
                                            new String(in.readNBytes((int) (to - from)), charset));
                                }
                                return number < STRETCH;
                            });
        }
        return lines;
    }

    @Override
    public synchronized void close() {
        kept.clear();
    }
}
