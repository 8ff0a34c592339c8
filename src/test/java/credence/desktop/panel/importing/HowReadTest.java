package credence.desktop.panel.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.desktop.panel.importing.ReadingProjection.Format;
import credence.desktop.panel.importing.ReadingProjection.Line;
import credence.desktop.theme.Figures;
import credence.service.port.FileReport.Refusal;
import credence.service.port.JournalReader.FormatDescription;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.Finding;
import credence.service.port.mapping.Finding.Of;
import credence.service.port.mapping.FormatGuess;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.Need;
import credence.service.port.mapping.RowKind;
import credence.service.port.mapping.TimeReading;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class HowReadTest {

    private static final List<FormatDescription> FORMATS =
            List.of(
                    new FormatDescription("some", "Some broker", false),
                    new FormatDescription("other", "Other broker", false),
                    new FormatDescription("rare", "A rare broker", true));

    private final SimpleObjectProperty<ImportForm> form =
            new SimpleObjectProperty<>(ImportForm.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<FileSurvey>> survey =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final HowRead reading =
            new HowRead(
                    form,
                    survey.getReadOnlyProperty(),
                    () -> FORMATS,
                    new SimpleObjectProperty<>(
                            new Figures(Locale.US, ZoneId.of("America/Asuncion"))));

    private void see(String format, List<Need> needs, @Nullable Refusal error) {
        survey.set(
                Optional.of(
                        new FileSurvey(
                                "a.csv",
                                "a text file",
                                format,
                                90,
                                "By its header.",
                                "comma",
                                "UTF-8",
                                1,
                                List.of("When", "Price"),
                                List.of(),
                                Optional.empty(),
                                needs,
                                Optional.empty(),
                                error,
                                List.of(
                                        new FormatGuess("some", 90, "By its header."),
                                        new FormatGuess("other", 40, "It lacks a column.")),
                                List.of(
                                        new Finding(Of.SEPARATOR, "comma", "Columns.", false),
                                        new Finding(Of.DECIMAL, "decimal point", "1.5", true),
                                        new Finding(Of.ZONE, "Europe/Helsinki", "You.", false)),
                                List.of(
                                        new TimeReading(
                                                2,
                                                "When",
                                                "2026.03.29 04:30",
                                                Instant.parse("2026-03-29T01:30:00Z"),
                                                "Europe/Helsinki")))));
    }

    @Test
    void theFormatsAreOfferedSurestFirstThenTheMapperThenAllOthers() {
        see("some", List.of(), null);

        assertEquals(
                List.of(
                        new Format("", "As recognised"),
                        new Format("some", "Some broker (sure to 90 of 100)"),
                        new Format("other", "Other broker (sure to 40 of 100)"),
                        new Format(ImportProfile.MAPPED, "Columns as I map them"),
                        new Format("rare", "A rare broker (from documentation)")),
                reading.shown().get().formats());
        assertEquals(
                List.of("Other broker, sure to 40 of 100: It lacks a column."),
                reading.shown().get().others());
    }

    @Test
    void aFormatBuiltWithoutARealFileIsSaidToBe() {
        see("some", List.of(), null);
        assertEquals("", reading.shown().get().caution());

        see("rare", List.of(), null);
        assertTrue(reading.shown().get().caution().startsWith("From documentation:"));
    }

    @Test
    void aTimeShowsAsWrittenInUtcAndInTheZoneOfTheScreen() {
        see("some", List.of(), null);

        var time = reading.shown().get().times().getFirst();
        assertEquals("2026.03.29 04:30", time.text());
        assertEquals("2026-03-29 01:30:00", time.utc());
        assertEquals("2026-03-28 22:30:00 -03:00", time.here());
        assertEquals("Europe/Helsinki", time.zone());
    }

    @Test
    void whatTheFileSettlesCannotBeSaidOtherwiseAndTheRestCan() {
        see("some", List.of(), null);

        assertEquals(List.of(), List.copyOf(line(Of.DECIMAL).choices().keySet()));
        assertTrue(line(Of.SEPARATOR).choices().containsKey(";"));
        reading.say(Of.SEPARATOR, ";");
        reading.say(Of.ENCODING, "windows-1251");
        reading.say(Of.ZONE, "Asia/Tokyo");

        assertEquals(Optional.of(';'), form.get().options().layout().separator());
        assertEquals(Optional.of("windows-1251"), form.get().options().layout().encoding());
        assertEquals(Optional.of(ZoneId.of("Asia/Tokyo")), form.get().options().zone());
        reading.say(Of.SEPARATOR, "");
        assertEquals(Optional.empty(), form.get().options().layout().separator());
    }

    @Test
    void whatMustBeSaidIsShownAsNotKnownYet() {
        see(
                "some",
                List.of(Need.DATE_ORDER),
                new Refusal(2, "When", "01/02/2026", "It cannot be told.", "Say it."));

        Line order = line(Of.DATE_ORDER);
        assertEquals("", order.value());
        assertEquals("It cannot be told.", order.source());
        assertFalse(order.choices().isEmpty());
    }

    @Test
    void choosingAFormatForgetsTheMappingAndTheOtherWayRound() {
        see("some", List.of(), null);
        form.set(
                form.get()
                        .mapped(
                                Optional.of(
                                        ImportProfile.mapped(
                                                "x",
                                                List.of("When"),
                                                Mapping.empty(RowKind.FILLS)))));

        reading.readAs("other");
        assertEquals(Optional.empty(), form.get().mapping());
        assertEquals(Optional.of("other"), form.get().options().format());

        reading.readAs(ImportProfile.MAPPED);
        assertEquals(Optional.of(ImportProfile.MAPPED), form.get().options().format());
    }

    private Line line(Of of) {
        return reading.shown().get().written().stream()
                .filter(l -> l.of() == of)
                .findFirst()
                .orElseThrow();
    }
}
