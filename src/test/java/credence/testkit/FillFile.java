package credence.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// A file of executions as large as one likes, in Credence's own form: 50 bots that buy 1.5 and sell 1.5 again, in turns, each paying 0.35
/// a time. What it must come to is summed up while it is written.
///
/// @param fills how many
/// @param net result after costs of all round trips
public record FillFile(Path path, int fills, BigDecimal net) {

    public static final int BOTS = 50;

    /// @param fills a multiple of 100, so that nothing stays open
    public static FillFile write(Path path, int fills) {
        if (fills % (2 * BOTS) != 0) {
            throw new IllegalArgumentException("not a multiple of " + 2 * BOTS + ": " + fills);
        }
        long cents = 0;
        try (Writer out = Files.newBufferedWriter(path)) {
            out.write(
                    "time,bot,account,symbol,side,quantity,price,commission,currency,execution_id\n");
            Instant time = Instant.parse("2020-01-01T00:00:00Z");
            long price = 200_000;
            for (int i = 0; i < fills; i++) {
                boolean buys = i / BOTS % 2 == 0;
                time = time.plusSeconds(1 + i % 191);
                // Goes up and down by up to 1.57, out of step with the bots.
                price += i * 7_919L % 315 - 157;
                cents += buys ? -price : price;
                out.write(time.toString());
                out.write(i % BOTS < 10 ? ",bot-0" : ",bot-");
                out.write(Integer.toString(i % BOTS));
                out.write(buys ? ",main,ETHUSDT,BUY,1.5," : ",main,ETHUSDT,SELL,1.5,");
                out.write(BigDecimal.valueOf(price, 2).toPlainString());
                out.write(",0.35,USDT,");
                out.write(Integer.toString(1_000_000 + i));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        BigDecimal gross = BigDecimal.valueOf(cents, 2).multiply(new BigDecimal("1.5"));
        BigDecimal costs = new BigDecimal("0.35").multiply(BigDecimal.valueOf(fills));
        return new FillFile(path, fills, gross.subtract(costs));
    }
}
