package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.imports.formats.StandardFormats;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.service.port.mapping.DateStyle;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.Finding;
import credence.service.port.mapping.Finding.Of;
import credence.service.port.mapping.FormatGuess;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Layout;
import credence.service.port.mapping.TimeReading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What a trader sees of a file before it is imported.
class FileSurveyTest {

    private static final String TRADES =
            """
            symbol,side,quantity,entry_time,entry_price,exit_time,exit_price,bot
            ETHUSDT,long,1,2026-03-28 22:00:00,2000,2026-03-29 04:00:00,2010,a
            ETHUSDT,long,1,2026-03-30 10:00:00,2000,2026-03-30 11:00:00,2010,a
            """;

    @TempDir private Path folder;

    @Test
    void theFirstTimesAreShownAsWrittenAndAsReadOnBothSidesOfAClockChange() {
        FileSurvey survey = survey("t.csv", TRADES, Choices.NONE.zone("Europe/Berlin").options());

        assertEquals(
                List.of(
                        new TimeReading(
                                2,
                                "entry_time",
                                "2026-03-28 22:00:00",
                                Instant.parse("2026-03-28T21:00:00Z"),
                                "Europe/Berlin"),
                        new TimeReading(
                                2,
                                "exit_time",
                                "2026-03-29 04:00:00",
                                Instant.parse("2026-03-29T02:00:00Z"),
                                "Europe/Berlin")),
                survey.times().subList(0, 2));
        assertEquals("Europe/Berlin: You said so.", finding(survey, Of.ZONE));
    }

    @Test
    void timesThatNameTheirOffsetSettleTheZone() {
        FileSurvey survey =
                survey(
                        "t.csv",
                        TRADES.replace(":00:00,", ":00:00+02:00,"),
                        Choices.NONE.zone("Europe/Berlin").options());

        assertTrue(of(survey, Of.ZONE).settled());
        assertEquals("", survey.times().getFirst().zone());
        assertEquals(Instant.parse("2026-03-28T20:00:00Z"), survey.times().getFirst().time());
    }

    @Test
    void whatSettlesTheFormatOfNumbersAndDatesIsNamedWithItsLine() {
        FileSurvey survey =
                survey(
                        "t.csv",
                        """
                        symbol;side;quantity;entry_time;entry_price;exit_time;exit_price;bot
                        ETHUSDT;long;1;05.03.2026 10:00;1.234;06.03.2026 10:00;1.240;a
                        ETHUSDT;long;1,5;27.03.2026 10:00;1.234;28.03.2026 10:00;1.240;a
                        """,
                        Choices.NONE.zone("UTC").options());

        assertEquals(
                "decimal comma: 1,5 in line 3 has no other reading.", finding(survey, Of.DECIMAL));
        assertEquals(
                "day, month, year: 27.03.2026 10:00 in line 3 has no other reading.",
                finding(survey, Of.DATE_ORDER));
        assertTrue(of(survey, Of.DATE_ORDER).settled());
        assertEquals("semicolon: It makes columns of the rows.", finding(survey, Of.SEPARATOR));
        assertEquals(
                "UTF-8: It holds no letters that encodings differ in.",
                finding(survey, Of.ENCODING));
    }

    @Test
    void whatNoDateSettlesIsTakenFromTheTrader() {
        String text =
                """
                symbol,side,quantity,entry_time,entry_price,exit_time,exit_price,bot
                ETHUSDT,long,1,05/03/2026 10:00,1,06/03/2026 10:00,2,a
                """;
        ImportOptions said =
                Choices.NONE.zone("UTC").options().dateOrder(Optional.of(DateStyle.DAY_FIRST));

        FileSurvey survey = survey("t.csv", text, said);

        assertFalse(of(survey, Of.DATE_ORDER).settled());
        assertEquals(Instant.parse("2026-03-05T10:00:00Z"), survey.times().getFirst().time());
        assertEquals(
                Instant.parse("2026-05-03T10:00:00Z"),
                survey("t.csv", text, said.dateOrder(Optional.of(DateStyle.MONTH_FIRST)))
                        .times()
                        .getFirst()
                        .time());
    }

    @Test
    void anEncodingThatTheTraderNamesIsReadInsteadOfTheOneThatWasFound() throws IOException {
        Path file = folder.resolve("r.csv");
        Files.write(
                file, TRADES.replace(",a\n", ",Робот\n").getBytes(Charset.forName("windows-1251")));
        ImportOptions said = Choices.NONE.zone("UTC").options();

        FileSurvey found = reader().survey(file, said, Progress.NONE);
        FileSurvey named =
                reader().survey(
                                file,
                                said.layout(Layout.DETECTED.encoding(Optional.of("windows-1251"))),
                                Progress.NONE);

        assertEquals("windows-1252", found.encoding());
        assertEquals("windows-1251: You said so.", finding(named, Of.ENCODING));
        assertEquals("Робот", named.samples().getFirst().getLast());
    }

    @Test
    void aSeparatorThatTheTraderNamesMakesTheColumns() {
        FileSurvey survey =
                survey(
                        "odd.txt",
                        "When^What^How many^At\n2026-01-05T10:00:00Z^ETH^1^2\n",
                        ImportOptions.DEFAULT.layout(Layout.DETECTED.separator(Optional.of('^'))));

        assertEquals(List.of("When", "What", "How many", "At"), survey.header());
        assertEquals("'^': You said so.", finding(survey, Of.SEPARATOR));
    }

    @Test
    void otherFormatsThatMayBeTheFilesAreNamedWithTheirReasons() {
        FileSurvey survey = survey("t.csv", TRADES, Choices.NONE.zone("UTC").options());

        assertEquals(survey.format(), survey.candidates().getFirst().format());
        assertEquals(survey.confidence(), survey.candidates().getFirst().confidence());
        for (FormatGuess guess : survey.candidates()) {
            assertFalse(guess.why().isBlank(), guess.format());
            assertTrue(guess.confidence() <= survey.confidence());
        }
    }

    @Test
    void aFileOfAKnownFormatCanBeMappedAllTheSame() {
        ImportOptions mapped = Choices.NONE.format(ImportProfile.MAPPED).zone("UTC").options();

        FileSurvey survey = survey("t.csv", TRADES, mapped);

        assertEquals("", survey.format());
        assertTrue(survey.proposal().orElseThrow().mapping().missing().isEmpty());
        ImportProfile profile =
                ImportProfile.mapped(
                        "mine", survey.header(), survey.proposal().orElseThrow().mapping());
        assertEquals(ImportProfile.MAPPED, survey("t.csv", TRADES, mapped.using(profile)).format());
    }

    @Test
    void theZoneOfASavedProfileIsSaidToBeItsOwn() {
        ImportProfile profile =
                ImportProfile.known(
                                "Depot",
                                survey("t.csv", TRADES, Choices.NONE.zone("UTC").options())
                                        .format(),
                                List.of(TRADES.lines().findFirst().orElseThrow().split(",")))
                        .saying(Choices.NONE.zone("Asia/Tokyo").options())
                        .automatic(true)
                        .succeeded(Optional.of(Instant.parse("2026-01-01T00:00:00Z")));

        FileSurvey survey =
                survey("t.csv", TRADES, ImportOptions.DEFAULT.profiles(List.of(profile)));

        assertEquals("Asia/Tokyo: The profile “Depot” says so.", finding(survey, Of.ZONE));
        assertEquals(ZoneId.of("Asia/Tokyo").getId(), survey.times().getFirst().zone());
    }

    private static Finding of(FileSurvey survey, Of what) {
        return survey.findings().stream()
                .filter(f -> f.of() == what)
                .findFirst()
                .orElseThrow(() -> new AssertionError(what + " is not in " + survey.findings()));
    }

    private static String finding(FileSurvey survey, Of what) {
        Finding found = of(survey, what);
        return found.value() + ": " + found.source();
    }

    private static JournalFiles reader() {
        return StandardFormats.reader();
    }

    private FileSurvey survey(String name, String text, ImportOptions options) {
        try {
            Path file = folder.resolve(name);
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return reader().survey(file, options, Progress.NONE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
