package credence.imports.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.imports.formats.StandardFormats;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.service.port.mapping.ColumnGuess;
import credence.service.port.mapping.MappingProposal;
import credence.service.port.mapping.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Columns whose names say nothing are proposed by their cells, and said to be less sure.
class LooksTest {

    @TempDir private Path folder;

    @Test
    void aTimeOfUnknownNameIsProposedByItsCells() throws IOException {
        MappingProposal p =
                propose(
                        """
                        Ausführung;Instrument;Kauf/Verkauf;Stück;Kurs;Notiz
                        2026-03-02 09:31:05;ETHUSDT;Kauf;1,5;2310,25;open range
                        2026-03-02 11:02:17;ETHUSDT;Verkauf;1,5;2331,75;target
                        """);

        assertEquals("Ausführung", p.mapping().column(Role.TIME).orElseThrow().name());
        ColumnGuess time = p.guesses().getFirst();
        assertEquals(Looks.TIME, time.confidence());
        assertEquals("Its cells are dates.", time.why());
        assertEquals(Looks.TIME, p.confidence());
        assertEquals(Optional.empty(), p.guesses().getLast().role());
        assertTrue(p.mapping().missing().isEmpty());
    }

    @Test
    void aTableOfOnlyUnknownNamesIsProposedWhole() throws IOException {
        MappingProposal p =
                propose(
                        """
                        Lfd,Wann,Was,Wie,Wieviel,Zu,Egal
                        1,2026-03-02T09:31:05Z,ETHUSDT,B,3,2310.25,x
                        2,2026-03-02T11:02:17Z,ETHUSDT,S,3,2331.75,y
                        3,2026-03-03T10:15:40Z,BTCUSDT,S,2,88120.5,z
                        4,2026-03-03T10:55:12Z,BTCUSDT,B,2,87800,x
                        """);

        assertEquals("Wann", name(p, Role.TIME));
        assertEquals("Was", name(p, Role.SYMBOL));
        assertEquals("Wie", name(p, Role.SIDE));
        assertEquals("Wieviel", name(p, Role.QUANTITY));
        assertEquals("Zu", name(p, Role.PRICE));
        assertEquals(List.of(), p.mapping().missing());
        assertEquals(Looks.NUMBER, p.confidence());
        assertEquals(Optional.empty(), p.guesses().getFirst().role());
        assertEquals(Optional.empty(), p.guesses().getLast().role());
    }

    @Test
    void aCheapCoinBoughtByTheThousandIsNotTakenTheWrongWayRound() throws IOException {
        MappingProposal p =
                propose(
                        """
                        Wann,Was,Wie,Zu,Wieviel
                        2026-03-02T09:31:05Z,DOGEUSDT,buy,0.10412,12000
                        2026-03-02T11:02:17Z,DOGEUSDT,sell,0.10518,12000
                        2026-03-03T11:02:17Z,DOGEUSDT,buy,0.10390,40000
                        2026-03-03T12:02:17Z,DOGEUSDT,sell,0.10422,40000
                        """);

        assertEquals("Zu", name(p, Role.PRICE));
        assertEquals("Wieviel", name(p, Role.QUANTITY));
    }

    @Test
    void aNamedColumnIsNeverOutdoneByALook() throws IOException {
        MappingProposal p =
                propose(
                        """
                        Zeitpunkt,Notiert,Symbol,Side,Qty,Price
                        2026-03-02T09:31:05Z,2026-03-05T09:00:00Z,ETHUSDT,buy,1,2000
                        2026-03-02T11:02:17Z,2026-03-05T09:00:00Z,ETHUSDT,sell,1,2010
                        """);

        assertEquals("Zeitpunkt", name(p, Role.TIME));
        assertEquals(Optional.empty(), p.guesses().get(1).role());
    }

    private static String name(MappingProposal p, Role role) {
        return p.mapping().column(role).map(c -> c.name()).orElse("none");
    }

    private MappingProposal propose(String text) throws IOException {
        Path file = folder.resolve("unknown.csv");
        Files.writeString(file, text);
        return StandardFormats.reader()
                .survey(file, ImportOptions.DEFAULT, Progress.NONE)
                .proposal()
                .orElseThrow();
    }
}
