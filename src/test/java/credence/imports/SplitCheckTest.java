package credence.imports;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class SplitCheckTest {

    @TempDir Path folder;

    @Test
    void credencesOwnFillsMergeWhereverTheyAreCut() {
        SplitCheck.holds(
                new Journal(folder),
                "fills.csv",
                """
                time,bot,symbol,side,quantity,price
                2026-01-05T10:00:00Z,a,ETHUSDT,BUY,1,3000
                2026-01-05T10:00:00Z,a,ETHUSDT,BUY,1,3000
                2026-01-05T10:05:00Z,a,ETHUSDT,SELL,2,3010
                2026-01-05T10:09:00Z,a,ETHUSDT,BUY,1,3000
                """,
                1,
                line -> line.split(",")[0],
                Choices.NONE);
    }
}
