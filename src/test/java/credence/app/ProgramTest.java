package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The commands over a real workspace: exit statuses, documents, and that they agree with each other.
class ProgramTest {

    @TempDir private Path folder;

    @Test
    void withoutADisplayItSaysSoAndNamesTheCommands() {
        List<String> command = new ArrayList<>(List.of("env", "-u", "DISPLAY"));
        command.addAll(ChildProgram.credence());
        Ran ran = ChildProgram.run(command);
        assertEquals(1, ran.status());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains("no display"), ran.err());
        for (String name : List.of("import", "trust", "demo", "verify")) {
            assertTrue(ran.err().contains(name), ran.err());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trst",
                "trust --as-of yesterday",
                "trust --nonsense",
                "trust one",
                "import",
                "import a.csv --zone Mars/Olympus",
                "import a.csv --source dreams",
                "import a.csv --date 30.06.2025",
                "import-bars a.csv --symbol X --interval soon",
                "undo-import",
                "undo-import first",
                "beliefs",
                "reset",
                "reset --undo 1 --reason x",
                "settings get",
                "settings set costs.assumedBpsPerSide",
                "simulate",
                "simulate --out x --bots 0",
                "--workspace"
            })
    void wrongUsageEndsWithTwoAndAHint(String line) {
        Ran ran = InProcess.bare(line.split(" "));
        assertEquals(2, ran.status(), ran.err());
        assertEquals("", ran.out());
        assertTrue(ran.err().startsWith("credence: "), ran.err());
        assertTrue(ran.err().contains("--help"), ran.err());
        assertFalse(ran.err().contains("Exception"), ran.err());
    }

    @Test
    void aMisspeltCommandIsMetWithItsNearest() {
        assertTrue(InProcess.bare("truts").err().contains("trust"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trust", "trades", "imports", "status", "settings", "verify"})
    void aQuestionAboutAFolderThatIsNotThereMakesNone(String command) {
        Path nowhere = folder.resolve("nowhere");
        Ran ran = new InProcess(nowhere).run(command, "--json");
        assertEquals(0, ran.status(), ran.err());
        assertTrue(ran.document().isObject());
        assertTrue(ran.err().contains("no workspace at"), ran.err());
        assertFalse(Files.exists(nowhere));
    }

    @ParameterizedTest
    @ValueSource(strings = {"undo-import 1", "reset --reason x", "reset --undo 1"})
    void aChangeOfAFolderThatIsNotThereFailsAndMakesNone(String line) {
        Path nowhere = folder.resolve("nowhere");
        Ran ran = new InProcess(nowhere).run((Object[]) line.split(" "));
        assertEquals(1, ran.status());
        assertFalse(Files.exists(nowhere));
    }

    /// 20 trades of +1.50, +1.50, −2.00 in turn: 14 wins, 6 losses, 14 × 1.50 − 6 × 2.00 = 9.00.
    @Test
    void importTradesAndTrustTellTheSameStory() {
        InProcess program = new InProcess(folder.resolve("w"));
        Path journal = Journals.trades(folder, "steady", 20, 0);
        Ran imported = program.run("import", journal, "--json");
        assertEquals(0, imported.status(), imported.err());
        JsonNode document = imported.document();
        assertEquals(1, document.get("batch").asInt());
        assertEquals(20, document.get("trades").get("closed").asInt());
        assertEquals(0, document.get("trades").get("open").asInt());
        assertEquals(0, document.get("fills").asInt());
        assertEquals(1, document.get("bots").asInt());
        JsonNode file = document.get("files").get(0);
        assertEquals("steady.csv", file.get("file").asString());
        assertEquals(20, file.get("read").asInt());
        assertEquals(20, file.get("imported").asInt());

        JsonNode trades = program.run("trades", "--json").document().get("trades");
        assertEquals(20, trades.size());
        assertEquals("2025-01-01T00:00:00Z", trades.get(0).get("entryTime").asString());
        assertTrue(trades.get(0).get("netPnl").isNumber());

        JsonNode bot = program.run("trust", "--json").document().get("bots").get(0);
        assertEquals("steady", bot.get("bot").asString());
        assertEquals(20, bot.get("trades").asInt());
        assertEquals(14, bot.get("wins").asInt());
        assertEquals(0, bot.get("breakEven").asInt());
        assertEquals(9.0, bot.get("netPnl").get("USD").asDouble());

        JsonNode beliefs = program.run("beliefs", "steady", "--json").document();
        assertEquals(20, beliefs.get("points").size());
        assertEquals(
                bot.get("accuracy").get("value").asDouble(),
                beliefs.get("points").get(19).get("accuracy").get("value").asDouble(),
                1e-12);
    }

    @Test
    void importingTwiceChangesNothingAndUndoingBringsBackTheHash() {
        InProcess program = new InProcess(folder.resolve("w"));
        program.run("import", Journals.trades(folder, "steady", 20, 0));
        String one = program.stateHash();
        Path other = Journals.trades(folder, "other", 30, 5);
        assertEquals(2, program.run("import", other, "--json").document().get("batch").asInt());
        String two = program.stateHash();
        JsonNode again = program.run("import", other, "--json").document();
        assertEquals(30, again.get("files").get(0).get("duplicates").asInt());
        assertEquals(two, again.get("stateHash").asString());
        assertEquals(0, program.run("undo-import", "3").status());
        JsonNode undone = program.run("undo-import", "2", "--json").document();
        assertEquals(one, undone.get("stateHash").asString());
        assertEquals(one, program.stateHash());
        assertEquals(1, program.run("undo-import", "2").status());
        assertEquals(1, program.run("undo-import", "99").status());
        program.run("import", other);
        assertEquals(two, program.stateHash());
    }

    @Test
    void asOfAnswersFromWhatWasKnownThen() {
        InProcess all = new InProcess(folder.resolve("all"));
        all.run("import", Journals.trades(folder, "steady", 20, 0));
        // Ten trades are closed at 09:50; the eleventh is opened at 10:00 and closed at 10:50.
        JsonNode then = all.run("trust", "--as-of", "2025-01-01T09:55:00Z", "--json").document();
        assertEquals("2025-01-01T09:55:00Z", then.get("asOf").asString());
        assertEquals(10, then.get("bots").get(0).get("trades").asInt());
        assertEquals(7, then.get("bots").get(0).get("wins").asInt());
        JsonNode trades =
                all.run("trades", "--as-of", "2025-01-01T18:30+08:00", "--json")
                        .document()
                        .get("trades");
        assertEquals(11, trades.size());
        assertTrue(trades.get(10).get("open").asBoolean());
        assertTrue(trades.get(10).get("exitTime").isNull());
        JsonNode status = all.run("status", "--as-of", "2025-01-01T09:55:00Z", "--json").document();
        assertEquals(10, status.get("outcomes").asInt());
    }

    @Test
    void aSettingIsReadAndChangedAndMovesTheHash() {
        InProcess program = new InProcess(folder.resolve("w"));
        program.run("import", Journals.trades(folder, "steady", 20, 0));
        String before = program.stateHash();
        String name = "costs.assumedBpsPerSide";
        assertEquals("5", program.run("settings", "get", name).out().strip());
        JsonNode set = program.run("settings", "set", name, "2", "--json").document();
        assertEquals("2", set.get("value").asString());
        assertEquals("5", set.get("previous").asString());
        assertFalse(before.equals(program.stateHash()));
        assertEquals(1, program.run("settings", "set", name, "much").status());
        assertEquals(1, program.run("settings", "set", "no.such.name", "1").status());
        assertEquals(0, program.run("settings", "set", name, "5").status());
        assertEquals(before, program.stateHash());
    }

    @Test
    void settingsOfANameOfOnesOwnAreListedBeforeAnyIsSet() {
        InProcess program = new InProcess(folder.resolve("w"));
        program.run("import", Journals.trades(folder, "steady", 20, 0));
        List<String> names = new ArrayList<>();
        program.run("settings", "--json")
                .document()
                .get("families")
                .forEach(f -> names.add(f.get("name").asString()));
        List<String> fees =
                List.of(
                        "fees.ACCOUNT.per_unit",
                        "fees.ACCOUNT.per_fill",
                        "fees.ACCOUNT.percent",
                        "fees.ACCOUNT.currency");
        assertTrue(names.containsAll(fees), names::toString);
        String text = program.run("settings").out();
        String help = InProcess.bare("settings", "--help").out();
        fees.forEach(name -> assertTrue(text.contains(name), text));
        assertTrue(help.contains("fees.ACCOUNT.per_unit"), help);
        assertEquals(
                "fees.main.per_fill is now 0.50 (it was not set).",
                program.run("settings", "set", "fees.main.per_fill", "0.50").out().strip());
        assertEquals(
                "fees.main.per_fill is now 0.75 (it was 0.50).",
                program.run("settings", "set", "fees.main.per_fill", "0.75").out().strip());
        assertTrue(program.run("settings").out().contains("fees.main.per_fill"));
    }

    @Test
    void aResetIsOnTheRecordAndUndoable() {
        InProcess program = new InProcess(folder.resolve("w"));
        program.run("import", Journals.trades(folder, "steady", 20, 0));
        Ran reset = program.run("reset", "--bot", "steady", "--reason", "new version", "--json");
        assertEquals(0, reset.status(), reset.err());
        assertEquals(1, reset.document().get("reset").asInt());
        double n =
                program.run("trust", "--json")
                        .document()
                        .get("bots")
                        .get(0)
                        .get("effectiveSample")
                        .asDouble();
        assertEquals(0, n);
        assertEquals(0, program.run("reset", "--undo", "1").status());
        assertEquals(1, program.run("reset", "--undo", "1").status());
        assertEquals(1, program.run("reset", "--bot", "nobody", "--reason", "x").status());
    }

    @Test
    void theTextOfEveryQuestionFitsTheConsole() {
        InProcess program = new InProcess(folder.resolve("w"));
        program.run("import", Journals.trades(folder, "steady", 20, 0));
        for (String line : List.of("trust", "trades", "imports", "beliefs steady", "settings")) {
            Ran ran = program.run((Object[]) line.split(" "));
            assertEquals(0, ran.status(), ran.err());
            ran.out().lines().forEach(l -> assertTrue(l.length() <= 120, line + ": " + l));
        }
    }

    @Test
    void barsComeInWithTheirGapsAndTwiceIsOnce() {
        String header = "time,open,high,low,close,volume\n";
        String bar = ",100,101,99,100.5,7\n";
        Path bars =
                Journals.write(
                        folder.resolve("bars.csv"),
                        header
                                + "2025-01-01T00:00:00Z"
                                + bar
                                + "2025-01-01T01:00:00Z"
                                + bar
                                + "2025-01-01T02:00:00Z"
                                + bar
                                + "2025-01-01T05:00:00Z"
                                + bar
                                + "2025-01-01T06:00:00Z"
                                + bar);
        InProcess program = new InProcess(folder.resolve("w"));
        Ran first = program.run("import-bars", bars, "--symbol", "ETHUSDT", "--json");
        assertEquals(0, first.status(), first.err());
        assertEquals(5, first.document().get("bars").asInt());
        assertEquals(0, first.document().get("duplicates").asInt());
        assertEquals(1, first.document().get("gaps").asInt());
        assertEquals("2025-01-01T00:00:00Z", first.document().get("from").asString());
        Ran second =
                program.run(
                        "import-bars", bars, "--symbol", "ETHUSDT", "--interval", "1h", "--json");
        assertEquals(0, second.document().get("bars").asInt());
        assertEquals(5, second.document().get("duplicates").asInt());
        assertEquals(1, second.document().get("gaps").asInt());
        assertEquals(5, program.run("status", "--json").document().get("rows").get("Bar").asInt());
    }
}
