package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import credence.core.fact.Fill;
import credence.core.fact.TradeRecord;
import credence.imports.formats.StandardFormats;
import credence.service.port.ImportOptions;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.ImportProfile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// No currency is guessed in silence: the row, the file, the trader, the contract; else US dollars, and the file's note says so.
class CurrencyOfRowsTest {

    private static final String ASSUMED = "Currency assumed: USD.";
    private static final Choices UTC = Choices.NONE.zone("UTC");

    private static final String XTB =
            "Position;Symbol;Type;Volume;Open time;Open price;Close time;Close"
                    + " price;Commission;Swap;Rollover;Gross P/L;Comment\n"
                    + "77;SAP.DE;BUY;10;05.01.2026 10:00:00;200.5;06.01.2026"
                    + " 10:00:00;201.5;-1;-0.5;0;10;\n";

    @TempDir private Path folder;

    private ParsedFile read(String text, Choices choices) {
        ParsedFile file = new Journal(folder).read("f.csv", text, choices);
        assertNull(file.error(), () -> String.valueOf(file.error()));
        return file;
    }

    private static String currency(ParsedFile file) {
        return switch (file.rows().iterator().next().row()) {
            case TradeRecord t -> t.currency().code();
            case Fill f -> f.currency().code();
            default -> "";
        };
    }

    private static boolean assumed(ParsedFile file) {
        return file.notes().stream().anyMatch(n -> n.startsWith(ASSUMED));
    }

    @Test
    void xtbIsInTheCurrencyThatItsLinesOfAccountDataName() {
        ParsedFile below =
                read("Name;Account;Currency;Balance\nJ. D.;12345;PLN;1000\n\n" + XTB, UTC);
        assertEquals("xtb-closed", below.format());
        assertEquals("PLN", currency(below));
        assertEquals(false, assumed(below));
        assertEquals("EUR", currency(read("Account;12345\nWaluta;EUR\n" + XTB, UTC)));
    }

    @Test
    void xtbWithoutThemIsAssumedInDollarsAndTheFileSaysSo() {
        ParsedFile file = read(XTB, UTC);
        assertEquals("USD", currency(file));
        assertEquals(true, assumed(file), file.notes()::toString);
        ParsedFile said = read(XTB, UTC.currency("EUR"));
        assertEquals("EUR", currency(said));
        assertEquals(false, assumed(said));
    }

    private ParsedFile mapped(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("m.csv"), bytes);
        ImportOptions utc = UTC.options();
        FileSurvey survey = StandardFormats.reader().survey(file, utc, Progress.NONE);
        ImportProfile profile =
                ImportProfile.mapped("p", List.of(), survey.proposal().orElseThrow().mapping());
        ParsedFile read = StandardFormats.reader().read(file, utc.using(profile), Progress.NONE);
        assertNull(read.error(), () -> String.valueOf(read.error()));
        return read;
    }

    private ParsedFile mapped(String text) throws IOException {
        return mapped(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMappedTableSaysWhereItsCurrencyIsAssumed() throws IOException {
        ParsedFile file =
                mapped(
                        """
                        Zeit;Titel;Art;Menge;Kurs
                        05.01.2026 10:00:00;SAP;Kauf;1;200,50
                        """);
        assertEquals("USD", currency(file));
        assertEquals(true, assumed(file), file.notes()::toString);
    }

    @Test
    void theNameOfAColumnOfMoneyOrTheCellItselfMayNameTheCurrency() throws IOException {
        ParsedFile named =
                mapped(
                        """
                        Zeit;Titel;Art;Menge;Kurs (EUR)
                        05.01.2026 10:00:00;SAP;Kauf;1;200,50
                        """);
        assertEquals("EUR", currency(named));
        assertEquals(false, assumed(named));
        ParsedFile glued =
                mapped(
                        """
                        Zeit;Titel;Art;Menge;Kurs
                        05.01.2026 10:00:00;SAP;Kauf;1;200,50 CHF
                        """);
        assertEquals("CHF", currency(glued));
        assertEquals(
                new BigDecimal("200.50"),
                ((Fill) glued.rows().iterator().next().row()).price().value());
    }

    /// The first line is UTF-8, a comment below is not: the file as a whole does not hold as UTF-8.
    @Test
    void aHeaderInAnotherEncodingThanTheRowsIsStillRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(
                "Zeit;Titel;Art;Menge;Kurs;Währung;Bemerkung\n".getBytes(StandardCharsets.UTF_8));
        bytes.write(
                "05.01.2026 10:00:00;SAP;Kauf;1;200,50;EUR;für später\n"
                        .getBytes(Charset.forName("windows-1252")));
        assertEquals("EUR", currency(mapped(bytes.toByteArray())));

        bytes.reset();
        bytes.write(
                "Zeit;Titel;Art;Menge;Kurs;Währung;Bemerkung\n"
                        .getBytes(Charset.forName("windows-1252")));
        bytes.write(
                "05.01.2026 10:00:00;SAP;Kauf;1;200,50;EUR;für später\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals("EUR", currency(mapped(bytes.toByteArray())));
    }

    @Test
    void aHeaderWhoseLettersAreLostIsStillRead() throws IOException {
        for (String header : List.of("W\uFFFDhrung", "W\uFFFD\uFFFDhrung", "W?hrung")) {
            assertEquals(
                    "EUR",
                    currency(
                            mapped(
                                    "Zeit;Titel;Art;Menge;Kurs;"
                                            + header
                                            + "\n05.01.2026 10:00:00;SAP;Kauf;1;200,50;EUR\n")),
                    header);
        }
    }
}
