package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// Files of no known format by the command line: what is proposed, what is asked, and which saved profile is used.
class ProfilesProgramTest {

    private static final String HEADER = "Quando,Titolo,Verso,Pezzi,Corso\n";
    private static final String FIRST =
            "2026-01-05T10:00:00Z,ETHUSDT,BUY,1,2000\n2026-01-05T11:00:00Z,ETHUSDT,SELL,1,2010\n";
    private static final String SECOND =
            "2026-01-06T10:00:00Z,ETHUSDT,BUY,1,2000\n2026-01-06T11:00:00Z,ETHUSDT,SELL,1,2010\n";
    private static final String[] MAPS = {
        "--map",
        "time=Quando",
        "--map",
        "symbol=Titolo",
        "--map",
        "side=Verso",
        "--map",
        "quantity=Pezzi",
        "--map",
        "price=Corso"
    };

    @TempDir private Path folder;

    private Path file(String name, String text) {
        return Journals.write(folder.resolve(name), text);
    }

    private Ran mapped(InProcess program, Path file) {
        Object[] all = new Object[MAPS.length + 4];
        all[0] = "import";
        all[1] = file;
        all[2] = "--save-profile";
        all[3] = "depot";
        System.arraycopy(MAPS, 0, all, 4, MAPS.length);
        return program.run(all);
    }

    @Test
    void aProfileIsUsedUnaskedOnlyOnceItHasBroughtSomethingIn() {
        InProcess first = new InProcess(folder.resolve("w1"));
        assertEquals(0, mapped(first, file("a.csv", HEADER + FIRST)).status());
        Ran again = first.run("import", file("b.csv", HEADER + SECOND));
        assertEquals(0, again.status(), again.err());
        assertTrue(
                again.out()
                        .contains("Read by the saved profile “depot”: the file has its columns."),
                again::out);

        Path json = folder.resolve("depot.json");
        assertEquals(0, first.run("profiles", "export", "depot", json).status());
        InProcess other = new InProcess(folder.resolve("w2"));
        assertEquals(0, other.run("profiles", "import", json).status());

        Ran asked = other.run("import", folder.resolve("a.csv"));
        assertEquals(1, asked.status());
        assertTrue(
                asked.err()
                        .contains(
                                "The saved profile “depot” was made for files of these columns, but"
                                        + " no file has come in by it yet"),
                asked::err);
        assertTrue(
                other.run("formats", folder.resolve("a.csv"))
                        .out()
                        .contains("--profile \"depot\""));

        Ran named = other.run("import", folder.resolve("a.csv"), "--profile", "depot");
        assertEquals(0, named.status(), named.err());
        assertTrue(named.out().contains("Read by the profile “depot”, as said."), named::out);
        assertEquals(0, other.run("import", folder.resolve("b.csv")).status());
        assertEquals(first.stateHash(), other.stateHash());
    }

    @Test
    void theListOfFormatsNeedsNoWorkspace() {
        Ran listed = new InProcess(folder.resolve("none")).run("formats");
        assertEquals(0, listed.status());
        assertTrue(listed.out().contains("kraken-ledgers"), listed::out);
        assertEquals("", listed.err());
    }

    @Test
    void aTimeThatWouldBeLostStopsTheProposal() {
        Path file =
                file(
                        "clock.csv",
                        "Date,Symbol,Side,Quantity,Price,Qxz\n"
                                + "2026-01-05,ETHUSDT,BUY,1,2000,10:15:00\n"
                                + "2026-01-05,ETHUSDT,SELL,1,2010,11:45:00\n");
        InProcess program = new InProcess(folder.resolve("w"));
        String empty = program.stateHash();

        Ran stopped = program.run("import", file, "--propose", "--zone", "UTC");
        assertEquals(1, stopped.status());
        assertTrue(
                stopped.err()
                        .contains("Column “Qxz” looks like the time of day that “Date” lacks."),
                stopped::err);
        assertEquals(empty, program.stateHash());
        Ran look = program.run("formats", file);
        assertTrue(look.out().contains("looks like the time of day"), look::out);
        assertTrue(look.out().contains("It cannot be imported so"), look::out);

        Ran told =
                program.run(
                        "import",
                        file,
                        "--propose",
                        "--zone",
                        "UTC",
                        "--map",
                        "time=Qxz",
                        "--map",
                        "date=Date");
        assertEquals(0, told.status(), told.err());
    }

    @Test
    void whatAProposalStillLacksIsSaidWithIt() {
        Path file =
                file(
                        "zone.csv",
                        "Fecha y hora,Activo,Sentido,Cantidad,Precio,Nota\n"
                                + "2026-01-05 10:15:00,ETHUSDT,compra,1,2000,a\n"
                                + "2026-01-05 11:15:00,ETHUSDT,venta,1,2010,b\n");
        InProcess program = new InProcess(folder.resolve("w"));

        Ran look = program.run("formats", file);
        assertTrue(look.out().contains("--propose --zone ZONE;"), look::out);
        assertEquals(1, program.run("import", file, "--propose").status());
        Ran done = program.run("import", file, "--propose", "--zone", "UTC");
        assertEquals(0, done.status(), done.err());
    }

    @Test
    void anUnknownFormatNamesTheNearestAndWhereAllAre() {
        Path file = file("a.csv", HEADER + FIRST);
        InProcess program = new InProcess(folder.resolve("w"));

        Ran named = program.run("import", file, "--format", "ibkr-flexcsv");
        assertTrue(named.err().contains("ibkr-flex-csv"), named::err);
        assertTrue(named.err().contains("“formats” lists all."), named::err);
        assertFalse(named.err().contains("kraken"), named::err);
        Ran unknown = program.run("import", file);
        assertTrue(unknown.err().contains("“formats” lists all."), unknown::err);
        assertFalse(unknown.err().contains("kraken"), unknown::err);
    }

    private static final String LOTS =
            """
            Opened,Closed,Pair,Side,Lots,Entry,Exit,Commission,Profit
            2026-01-05 10:00,2026-01-05 14:30,EURUSD,Long,0.50,1.08000,1.08400,3.50,196.50
            2026-01-06 10:00,2026-01-07 09:15,EURUSD,Short,1.00,1.08400,1.08600,7.00,-207.00
            """;

    @Test
    void aResultThatNobodyCanTellIsRefusedUntilItIsSaid() {
        InProcess program = new InProcess(folder.resolve("w"));
        Path lots = file("lots.csv", LOTS);

        Ran refused = program.run("import", lots, "--propose", "--zone", "UTC", "--bot", "fx");
        assertEquals(1, refused.status());
        assertTrue(
                refused.err()
                        .contains(
                                "The rows do not tell whether “Profit” is the result before or"
                                        + " after costs. Say which: map it as gross-pnl (before"
                                        + " costs) or net-pnl (after all costs)."),
                refused::err);
        assertFalse(program.run("trades").out().contains("EURUSD"), "nothing came in");

        Ran said =
                program.run(
                        "import",
                        lots,
                        "--propose",
                        "--map",
                        "net-pnl=Profit",
                        "--zone",
                        "UTC",
                        "--bot",
                        "fx");
        assertEquals(0, said.status(), said.err());
        // 196.50 − 207.00
        assertTrue(program.run("trades").out().contains("−10.50 USD"), program.run("trades")::out);
    }

    @Test
    void costsOfBothSignsAreRefusedUntilTheyAreMapped() {
        InProcess program = new InProcess(folder.resolve("w"));
        Path fills =
                file(
                        "fees.csv",
                        """
                        Executed,Coin,B/S,Size,Fill price,Fee
                        2026-01-05T10:00:00Z,BTCUSDT,B,2,90000,-0.40
                        2026-01-05T12:00:00Z,BTCUSDT,S,2,90100,0.70
                        """);
        Ran refused = program.run("import", fills, "--propose", "--bot", "b");
        assertEquals(1, refused.status());
        assertTrue(
                refused.err().contains("a negative number in “Fee” was paid or received"),
                refused::err);

        Ran said =
                program.run("import", fills, "--propose", "--map", "commission=Fee", "--bot", "b");
        assertEquals(0, said.status(), said.err());
        // 200 + 0.40 − 0.70
        assertTrue(program.run("trades").out().contains("199.70 USD"), program.run("trades")::out);
    }
}
