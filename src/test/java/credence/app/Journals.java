package credence.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Small journals in the program's own format, made by rule: the same arguments give the same file.
final class Journals {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private Journals() {}

    /// Trades of one bot, an hour each; of every three, two win 1.50 and one loses 2.00.
    static Path trades(Path folder, String bot, int trades, int firstHour) {
        StringBuilder text =
                new StringBuilder(
                        "bot,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price,id\n");
        for (int i = 0; i < trades; i++) {
            Instant entry = START.plusSeconds(3600L * (firstHour + i));
            BigDecimal price = new BigDecimal("100.00").add(BigDecimal.valueOf(i % 7));
            BigDecimal result = new BigDecimal(i % 3 == 2 ? "-2.00" : "1.50");
            text.append(bot)
                    .append(",ETHUSDT,LONG,1,")
                    .append(entry)
                    .append(',')
                    .append(price)
                    .append(',')
                    .append(entry.plusSeconds(3000))
                    .append(',')
                    .append(price.add(result))
                    .append(',')
                    .append(i + 1)
                    .append('\n');
        }
        return write(folder.resolve(bot + ".csv"), text.toString());
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
