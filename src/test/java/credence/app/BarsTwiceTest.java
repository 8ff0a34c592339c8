package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Bars that come from several files are one set of bars, whatever the order; a bar that says otherwise is changed, and refused unless
/// replaced.
class BarsTwiceTest {

    @TempDir Path folder;

    @Test
    void overlappingFilesInAnyOrderGiveOneState() {
        Path early = bars("early.csv", 0, 60, 100);
        Path middle = bars("middle.csv", 30, 90, 100);
        Path late = bars("late.csv", 80, 120, 100);
        Path whole = bars("whole.csv", 0, 120, 100);
        List<List<Path>> ways =
                List.of(
                        List.of(whole),
                        List.of(early, middle, late),
                        List.of(late, early, middle),
                        List.of(middle, whole, early));
        List<String> hashes = new ArrayList<>();
        for (List<Path> way : ways) {
            InProcess program = new InProcess(folder.resolve("w" + hashes.size()));
            program.run("import", Journals.trades(folder, "steady", 20, 0));
            for (Path file : way) {
                Ran ran = program.run("import-bars", file, "--symbol", "ETHUSDT");
                assertEquals(0, ran.status(), ran.err());
            }
            assertEquals(
                    120, program.run("status", "--json").document().get("rows").get("Bar").asInt());
            hashes.add(program.stateHash());
        }
        assertEquals(1, hashes.stream().distinct().count(), () -> "" + hashes);
    }

    @Test
    void aChangedBarIsRefusedUnlessReplacedAndComesBackWhenThatIsUndone() {
        InProcess program = new InProcess(folder.resolve("w"));
        Path first = bars("first.csv", 0, 24, 100);
        Path other = bars("other.csv", 20, 30, 110);
        program.run("import-bars", first, "--symbol", "ETHUSDT");
        String before = program.stateHash();
        Ran refused = program.run("import-bars", other, "--symbol", "ETHUSDT", "--json");
        assertEquals(3, refused.status());
        assertEquals(6, refused.document().get("bars").asInt());
        JsonNode refusal = refused.document().get("files").get(0).get("refused");
        assertEquals(4, refusal.size());
        assertTrue(refusal.get(0).get("reason").asString().contains("known with other content"));
        assertTrue(refusal.get(0).get("remedy").asString().contains("replace"));
        Ran replaced =
                program.run("import-bars", other, "--symbol", "ETHUSDT", "--replace", "--json");
        assertEquals(0, replaced.status(), replaced.err());
        assertEquals(4, replaced.document().get("bars").asInt());
        assertEquals(6, replaced.document().get("duplicates").asInt());
        program.run("undo-import", "3");
        program.run("undo-import", "2");
        assertEquals(before, program.stateHash());
    }

    /// Eight hours ahead of UTC lies China: its clocks show 08:00 when the bar of 00:00 UTC opens.
    @Test
    void theSameBarsByAnotherClockAreRefusedAsAWhole() {
        InProcess program = new InProcess(folder.resolve("w"));
        program.run("import-bars", bars("utc.csv", 0, 60, 100), "--symbol", "ETHUSDT");
        String before = program.stateHash();
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int i = 0; i < 60; i++) {
            double p = 100 + i % 7;
            text.append(
                    String.format(
                            java.util.Locale.ROOT,
                            "2025-01-%02d %02d:00,%s,%s,%s,%s,%d%n",
                            1 + (i + 8) / 24,
                            (i + 8) % 24,
                            p,
                            p + 1,
                            p - 1,
                            p + 0.5,
                            i));
        }
        Path china = Journals.write(folder.resolve("china.csv"), text.toString());
        Ran ran = program.run("import-bars", china, "--symbol", "ETHUSDT", "--zone", "UTC");
        assertEquals(1, ran.status(), ran.out() + ran.err());
        String said = (ran.out() + ran.err()).replaceAll("\\s+", " ");
        assertTrue(said.contains("looks like the same bars shifted by 8 h"), said);
        assertTrue(said.contains("--zone +08:00"), said);
        assertTrue(!said.contains("No bar is missing"), said);
        assertEquals(before, program.stateHash());
        Ran right = program.run("import-bars", china, "--symbol", "ETHUSDT", "--zone", "+08:00");
        assertEquals(0, right.status(), right.out() + right.err());
        assertEquals(before, program.stateHash());
    }

    /// Seconds since 1970 are the same everywhere: no zone can be the cause.
    @Test
    void shiftedBarsWhoseTimesNeedNoZoneAreRefusedWithoutAdvisingOne() {
        InProcess program = new InProcess(folder.resolve("w"));
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        StringBuilder later = new StringBuilder(text);
        for (int i = 0; i < 40; i++) {
            String bar =
                    "," + (100 + i) + "," + (102 + i) + "," + (99 + i) + "," + (101 + i) + ",7\n";
            text.append(1_735_689_600L + 3600L * i).append(bar);
            later.append(1_735_689_600L + 3600L * (i + 8)).append(bar);
        }
        Path first = Journals.write(folder.resolve("first.csv"), text.toString());
        Path moved = Journals.write(folder.resolve("moved.csv"), later.toString());
        program.run("import-bars", first, "--symbol", "ETHUSDT");
        Ran ran = program.run("import-bars", moved, "--symbol", "ETHUSDT");
        assertEquals(1, ran.status(), ran.out() + ran.err());
        String said = (ran.out() + ran.err()).replaceAll("\\s+", " ");
        assertTrue(said.contains("shifted by 8 h"), said);
        assertTrue(said.contains("no --zone can mend it"), said);
        assertTrue(!said.contains("here --zone"), said);
    }

    @Test
    void aBarOfTheFutureIsRefusedAndMovesNothing() throws IOException {
        InProcess program = new InProcess(folder.resolve("w"));
        Path good = bars("good.csv", 0, 24, 100);
        program.run("import-bars", good, "--symbol", "ETHUSDT");
        String before = program.stateHash();
        // 2100-01-01
        Path file =
                Journals.write(
                        folder.resolve("future.csv"),
                        Files.readString(good) + "4102444800,100,101,99,100,7\n");
        Ran ran =
                program.run(
                        "import-bars", file, "--symbol", "ETHUSDT", "--interval", "1h", "--json");
        assertEquals(3, ran.status(), ran.err());
        assertEquals(0, ran.document().get("bars").asInt());
        JsonNode refusal = ran.document().get("files").get(0).get("refused");
        assertTrue(refusal.toString().contains("after the present"), refusal::toString);
        assertEquals(before, program.stateHash());
    }

    /// Two symbols interleaved in one file are what two files of one symbol each would be, and go when the import is undone.
    @Test
    void aFileOfTwoSymbolsIsTwoSeries() throws IOException {
        Path btc = bars("btc.csv", 0, 48, 50_000);
        Path eth = bars("eth.csv", 6, 30, 3000);
        List<String> rows = new ArrayList<>();
        Files.readAllLines(btc).stream().skip(1).map(l -> l + ",BTCUSDT").forEach(rows::add);
        Files.readAllLines(eth).stream().skip(1).map(l -> l + ",ETH/USDT").forEach(rows::add);
        rows.sort(String::compareTo);
        Path both =
                Journals.write(
                        folder.resolve("both.csv"),
                        "time,open,high,low,close,volume,symbol\n"
                                + String.join("\n", rows)
                                + "\n");

        InProcess apart = new InProcess(folder.resolve("apart"));
        apart.run("import-bars", btc, "--symbol", "BTCUSDT");
        apart.run("import-bars", eth, "--symbol", "ETHUSDT");
        InProcess program = new InProcess(folder.resolve("w"));
        String empty = program.stateHash();

        Ran conflict = program.run("import-bars", both, "--symbol", "BTCUSDT");
        assertEquals(1, conflict.status(), conflict.out());
        assertTrue(
                conflict.err().contains("both.csv:8: column 'symbol', 'ETH/USDT'"), conflict.err());
        assertEquals(empty, program.stateHash());

        Ran ran = program.run("import-bars", both, "--json");
        assertEquals(0, ran.status(), ran.err());
        assertEquals(72, ran.document().get("bars").asInt());
        assertEquals(0, ran.document().get("gaps").asInt());
        JsonNode series = ran.document().get("series");
        assertEquals("BTCUSDT", series.get(0).get("symbol").asString());
        assertEquals(48, series.get(0).get("bars").asInt());
        assertEquals("ETHUSDT", series.get(1).get("symbol").asString());
        assertEquals(24, series.get(1).get("bars").asInt());
        assertEquals("2025-01-01T06:00:00Z", series.get(1).get("from").asString());
        assertEquals("2025-01-02T06:00:00Z", series.get(1).get("to").asString());
        assertEquals(apart.stateHash(), program.stateHash());

        assertEquals(0, program.run("undo-import", "1").status());
        assertEquals(empty, program.stateHash());
    }

    @Test
    void aFileThatNamesNoSymbolNeedsIt() {
        Ran ran =
                new InProcess(folder.resolve("w"))
                        .run("import-bars", bars("plain.csv", 0, 24, 100));
        assertEquals(1, ran.status(), ran.out());
        assertTrue(ran.err().contains("--symbol ETHUSDT"), ran.err());
    }

    /// By hand: hours 0 and 23 have a price below zero, hour 5 is read from a second file, and one row has no time.
    @Test
    void whatRefusedRowsLeaveOutIsSaid() throws IOException {
        InProcess program = new InProcess(folder.resolve("w"));
        Path whole = bars("whole.csv", 0, 24, 100);
        List<String> lines = new ArrayList<>(Files.readAllLines(whole));
        for (int hour : List.of(0, 5, 23)) {
            lines.set(1 + hour, lines.get(1 + hour).replaceFirst(",", ",-"));
        }
        lines.add("soon,100");
        Path bad = Journals.write(folder.resolve("bad.csv"), String.join("\n", lines) + "\n");
        program.run(
                "import-bars",
                bars("one.csv", 5, 6, 100),
                "--symbol",
                "ETHUSDT",
                "--interval",
                "1h");

        Ran ran = program.run("import-bars", bad, "--symbol", "ETHUSDT", "--json");
        assertEquals(3, ran.status(), ran.err());
        assertEquals(21, ran.document().get("bars").asInt());
        assertEquals(
                "2 bars are missing, their rows refused: the first of 2025-01-01T00:00:00Z, the"
                        + " last of 2025-01-01T23:00:00Z. Of 1 refused row it cannot be told which"
                        + " bar is missing. Correct the rows and import the file again.",
                ran.document().get("files").get(0).get("notes").get(0).asString());

        Ran mended = program.run("import-bars", whole, "--symbol", "ETHUSDT");
        assertTrue(mended.out().contains("No bar is missing between"), mended.out());
        Ran again = program.run("import-bars", bad, "--symbol", "ETHUSDT");
        assertTrue(again.out().contains("Of 1 refused row it cannot be told"), again.out());
        assertTrue(!again.out().contains("bars are missing"), again.out());
    }

    @Test
    void theLongestGapsAreNamed() {
        InProcess program = new InProcess(folder.resolve("w"));
        Path file =
                Journals.write(
                        folder.resolve("gaps.csv"),
                        """
                        time,open,high,low,close,volume
                        2025-01-01T00:00:00Z,100,101,99,100,7
                        2025-01-01T01:00:00Z,100,101,99,100,7
                        2025-01-01T03:00:00Z,100,101,99,100,7
                        2025-01-01T04:00:00Z,100,101,99,100,7
                        2025-01-01T04:00:00Z,100,101,99,100,7
                        2025-01-01T09:00:00Z,100,101,99,100,7
                        2025-01-01T10:00:00Z,100,101,99,100,7
                        """);
        JsonNode answer =
                program.run("import-bars", file, "--symbol", "ETHUSDT", "--json").document();
        assertEquals(6, answer.get("bars").asInt());
        assertEquals(1, answer.get("duplicates").asInt());
        assertEquals(2, answer.get("gaps").asInt());
        JsonNode longest = answer.get("largestGaps").get(0);
        assertEquals("1h", longest.get("interval").asString());
        assertEquals("2025-01-01T05:00:00Z", longest.get("from").asString());
        assertEquals("2025-01-01T09:00:00Z", longest.get("to").asString());
        assertEquals(4, longest.get("missing").asInt());
        String text = program.run("import-bars", file, "--symbol", "ETHUSDT").out();
        assertTrue(
                text.contains("2025-01-01 05:00 to 2025-01-01 09:00: room for 4 bars of 1h"), text);
        text.lines().forEach(l -> assertTrue(l.length() <= 120, l));
    }

    private Path bars(String name, int from, int to, double price) {
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int i = from; i < to; i++) {
            double p = price + i % 7;
            text.append(1735689600L + i * 3600L)
                    .append(
                            String.format(
                                    java.util.Locale.ROOT,
                                    ",%s,%s,%s,%s,%d%n",
                                    p,
                                    p + 1,
                                    p - 1,
                                    p + 0.5,
                                    i));
        }
        return Journals.write(folder.resolve(name), text.toString());
    }
}
