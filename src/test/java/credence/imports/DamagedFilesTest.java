package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.imports.formats.StandardFormats;
import credence.service.port.JournalReader;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Whatever happens to a file's bytes, reading it ends with an answer whose counts add up, never with an accident.
class DamagedFilesTest {

    private static final byte[] TRADES =
            """
            Trade #,Type,Date and time,Signal,Price USD,Size (qty),Size (value),Net P&L USD,Cumulative P&L USD
            1,Exit long,2024-03-04 11:00,X,105,1,100,5,5
            1,Entry long,2024-03-04 10:00,"L, ""x\"\"",100,1,100,5,5
            2,Exit short,2024-03-05 09:00,Open,"1,110.5",1,105,-5,0
            2,Entry short,2024-03-04 12:00,S,"1,105.5",1,105,-5,0
            """
                    .getBytes(StandardCharsets.UTF_8);

    private static final byte[] OWN =
            """
            entry_time,exit_time,bot,symbol,side,quantity,entry_price,exit_price,costs,id,score.theme,mark_time,mark_price,Ähnlich
            2026-01-05T10:00:00Z,2026-01-05T11:00:00Z,b,ETH,LONG,1,100,101.5,0.1,17,7,,,ü
            2026-01-05T10:00:00+01:00,,b,ETH,SHORT,1,100,,,18,,2026-01-06,99,"a
            b"
            """
                    .getBytes(StandardCharsets.UTF_8);

    private static final byte[] BARS =
            "time;open;high;low;close;volume\n1767225600;1,5;2;1;2;10\n1767229200;1,5;2;1;2;10\n1767232800;2;2;1;1;0\n"
                    .getBytes(StandardCharsets.UTF_8);

    private final JournalReader reader = StandardFormats.reader();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void randomDamageNeverCausesAnAccident(long seed) throws IOException {
        Seeded s = new Seeded(seed);
        Path file = folder.resolve("Bot_NSE_ABC_2025-09-20.csv");
        int readable = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = damaged(s, s.chance(40) ? TRADES : s.chance(60) ? OWN : BARS);
            Files.write(file, bytes);
            check(
                    reader.read(file, Choices.NONE.zone("Europe/Berlin").options(), Progress.NONE),
                    bytes);
            ParsedFile bars = reader.readBars(file, Journal.bars("UTC", ""), Progress.NONE);
            check(bars, bytes);
            readable += bars.error() == null ? 1 : 0;
        }
        assertTrue(
                readable > 20,
                "some of the damaged bars should still be readable, not " + readable);
    }

    private static void check(ParsedFile file, byte[] bytes) {
        String shown = new String(bytes, StandardCharsets.ISO_8859_1);
        long accepted = file.rows().stream().mapToLong(r -> r.dataRows()).sum();
        long skipped = file.skipped().stream().mapToLong(x -> x.count()).sum();
        assertEquals(file.read(), accepted + skipped + file.refused().size(), shown);
        if (file.error() != null) {
            assertFalse(
                    file.error().reason().contains("mistake in Credence"),
                    () -> file.error().reason() + "\n" + shown);
        }
    }

    private static byte[] damaged(Seeded s, byte[] original) {
        byte[] bytes = original.clone();
        for (int i = 0; i <= s.below(4); i++) {
            switch (s.below(5)) {
                case 0 -> bytes[s.below(bytes.length)] = (byte) s.below(256);
                case 1 -> bytes[s.below(bytes.length)] = (byte) ",;\"\n\t.-0Z ".charAt(s.below(10));
                case 2 -> bytes = Arrays.copyOf(bytes, 1 + s.below(bytes.length));
                case 3 -> {
                    int from = s.below(bytes.length);
                    int to = Math.min(bytes.length, from + s.below(20));
                    byte[] cut = new byte[Math.max(1, bytes.length - (to - from))];
                    System.arraycopy(bytes, 0, cut, 0, Math.min(from, cut.length));
                    System.arraycopy(
                            bytes,
                            to,
                            cut,
                            Math.min(from, cut.length),
                            Math.min(bytes.length - to, cut.length - Math.min(from, cut.length)));
                    bytes = cut;
                }
                default -> {
                    byte[] twice = Arrays.copyOf(bytes, bytes.length * 2);
                    System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
                    bytes = twice;
                }
            }
        }
        return bytes;
    }
}
