package credence.desktop.panel.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.desktop.action.Actions;
import credence.desktop.action.Screen;
import credence.desktop.panel.importing.ImportViewModel.Step;
import credence.service.port.mapping.ColumnRef;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.Role;
import credence.testkit.DeskRig;
import credence.testkit.FakeDesks;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class ImportViewModelTest {

    private final DeskRig rig = DeskRig.withBots("a");
    private final Actions actions = new Actions();
    private ImportViewModel imports;

    @BeforeEach
    void build() {
        imports = model(rig);
        imports.addActions(actions);
    }

    private static ImportViewModel model(DeskRig rig) {
        return new ImportViewModel(
                rig.session,
                rig.jobs,
                rig.notices,
                rig.preferences,
                rig.navigation,
                () -> List.of(Path.of("chosen.csv")));
    }

    private static ImportForm zoned(String zone) {
        return new ImportForm(false, zone, "", "", "", "", "", false, false);
    }

    @Test
    void droppedFilesAreShownBeforeAnythingIsKept() {
        imports.take(List.of(Path.of("new-1.csv"), Path.of("new-2.csv")));

        assertEquals(Screen.IMPORT, rig.navigation.screen().get());
        assertEquals(Step.CHECKING, imports.step().get());
        assertEquals("2 files of 2 bots: Some list of trades", imports.shown().get().headline());
        assertEquals(
                "20 rows read = 20 new + 0 known already + 0 skipped + 0 refused",
                imports.shown().get().counts());
        assertEquals(1, rig.desks.own.imports().size());
        assertTrue(actions.get("import.keep").enabled());
    }

    @Test
    void confirmedFilesAreKeptAsOneImportThatCanBeUndone() {
        imports.take(List.of(Path.of("new-1.csv"), Path.of("new-2.csv")));
        actions.get("import.keep").run();

        assertEquals(Step.DONE, imports.step().get());
        assertEquals(2, rig.desks.own.imports().size());
        assertEquals(
                "Imported 20 rows of 2 bots: 20 closed trades and 0 open",
                imports.shown().get().headline());
        assertEquals(3, rig.session.open().get().state().board().bots().size());

        actions.get("import.undo").run();

        assertEquals(Step.WAITING, imports.step().get());
        assertEquals(1, rig.session.open().get().state().board().bots().size());
        assertEquals("Import 2 was undone. Beliefs are as if it had never been.", rig.told());
        assertFalse(actions.get("import.undo").enabled());
    }

    @Test
    void oneFileIsAskedAboutAsOne() {
        imports.take(List.of(Path.of("zone-1.csv")));
        assertEquals(
                "The file does not say the time zone of its times. Give it below.",
                imports.shown().get().asksText());
    }

    /// Its "Undo this import" beside the buttons of the next files would be taken for theirs.
    @Test
    void theNoticeOfTheLastImportGoesWhenTheNextFilesCome() {
        imports.take(List.of(Path.of("new-1.csv")));
        actions.get("import.keep").run();
        assertTrue(rig.told().startsWith("Imported 10 rows"), rig.told());
        assertEquals("Undo import 2", rig.notices.current().get().doing());

        imports.take(List.of(Path.of("new-2.csv")));
        assertNull(rig.notices.current().get());
    }

    @Test
    void filesWithoutZoneAskForItOnceForAll() {
        imports.take(List.of(Path.of("zone-1.csv"), Path.of("zone-2.csv")));

        assertEquals(Set.of(ImportAsk.ZONE), imports.shown().get().asks());
        assertEquals(
                "Some files do not say the time zone of their times. Give it below, once for all.",
                imports.shown().get().asksText());
        assertEquals("Needs an answer", imports.shown().get().files().getFirst().state());
        assertEquals(
                "Give the time zone of its times in the form above.",
                imports.shown().get().problems().getFirst().remedy());
        assertEquals(
                "None of the files can be read yet: see the remarks.",
                actions.get("import.keep").whyDisabled().getValue());

        imports.form().set(zoned("+08:00"));

        assertEquals(20, imports.shown().get().keeps());
        assertEquals(Optional.of(ZoneOffset.ofHours(8)), rig.desks.own.planned().getLast().zone());
        assertTrue(actions.get("import.keep").enabled());
    }

    @Test
    void aZoneThatCannotBeReadIsSaidAndNothingCanBeConfirmed() {
        imports.take(List.of(Path.of("new.csv")));
        imports.form().set(zoned("Shanghai"));

        assertEquals(
                "“Shanghai” cannot be read. Write the zone as UTC, an offset such as +08:00, or a"
                        + " place such as America/New_York.",
                imports.formTrouble().get());
        assertFalse(actions.get("import.keep").enabled());

        imports.form().set(zoned("Asia/Shanghai"));

        assertEquals("", imports.formTrouble().get());
        assertTrue(actions.get("import.keep").enabled());
    }

    @Test
    void goodFilesComeInWhenOneIsBad() {
        imports.take(List.of(Path.of("new.csv"), Path.of("bad.csv")));

        assertEquals(10, imports.shown().get().keeps());
        assertTrue(actions.get("import.keep").enabled());

        imports.form().set(new ImportForm(false, "", "", "", "", "", "", true, false));

        assertEquals(
                "Something was refused, and all or nothing was asked for.",
                actions.get("import.keep").whyDisabled().getValue());
    }

    @Test
    void filesThatHoldNothingNewCannotBeImported() {
        imports.take(List.of(Path.of("known.csv")));

        assertEquals("Known already", imports.shown().get().files().getFirst().state());
        assertEquals(
                "Everything in these files is known already: there is nothing to import.",
                actions.get("import.keep").whyDisabled().getValue());
    }

    @Test
    void givingUpLeavesNoTrace() {
        imports.take(List.of(Path.of("new.csv")));
        actions.get("import.stop").run();

        assertEquals(Step.WAITING, imports.step().get());
        assertEquals(ImportProjection.NOTHING, imports.shown().get());
        assertEquals(1, rig.desks.own.imports().size());
    }

    @Test
    void filesGivenToTheSampleGoIntoTheOwnWorkspace() {
        DeskRig first = new DeskRig(new FakeDesks(true));
        first.session.openFirst();
        ImportViewModel model = model(first);

        model.take(List.of(Path.of("mine.csv")));

        assertFalse(first.session.sample());
        assertEquals(Step.CHECKING, model.step().get());
        assertEquals(1, first.desks.own.planned().size());
        assertEquals(0, first.desks.sample.planned().size());
    }

    @Test
    void chosenFilesAreTakenLikeDroppedOnes() {
        imports.chooseFiles();

        assertEquals("chosen.csv", imports.shown().get().files().getFirst().file());
    }

    @Test
    void aFolderStandsForTheFilesInIt(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("b.csv"), "");
        Files.writeString(folder.resolve("a.csv"), "");
        Files.writeString(folder.resolve(".hidden"), "");

        imports.take(List.of(folder));

        assertEquals(
                List.of("a.csv", "b.csv"),
                imports.shown().get().files().stream()
                        .map(ImportProjection.FileLine::file)
                        .toList());
    }

    @Test
    void anEmptyFolderIsToldOf(@TempDir Path folder) {
        imports.take(List.of(folder));

        assertEquals(
                "The folder " + folder + " holds no files. Drop the exported files.", rig.told());
        assertEquals(Step.WAITING, imports.step().get());
    }

    @Test
    void columnsOfNoKnownFormatAreReadAsProposedAndShownFirst() {
        imports.take(List.of(Path.of("mystery.csv")));

        assertEquals(Step.CHECKING, imports.step().get());
        assertTrue(imports.proposal().isPresent());
        assertEquals(
                Optional.of(ColumnRef.of("Price")),
                imports.form()
                        .get()
                        .mapping()
                        .flatMap(p -> p.mapping())
                        .flatMap(m -> m.column(Role.PRICE)));
        assertEquals(
                "10 rows read = 10 new + 0 known already + 0 skipped + 0 refused",
                imports.shown().get().counts());
        assertEquals(1, rig.desks.own.imports().size());
    }

    @Test
    void aProposalThatLacksAColumnWaitsForIt() {
        imports.take(List.of(Path.of("mystery-price.csv")));

        assertTrue(imports.form().get().mapping().isEmpty());
        assertFalse(actions.get("import.keep").enabled());

        Mapping proposed = imports.proposal().orElseThrow().mapping();
        assertEquals(List.of(Role.PRICE), proposed.missing());
        imports.map(proposed.with(Role.PRICE, ColumnRef.of("Price")));

        assertTrue(actions.get("import.keep").enabled());
    }

    @Test
    void answersAreKeptAsAProfileUnderItsName() {
        imports.take(List.of(Path.of("mystery.csv")));
        imports.form().set(imports.form().get());
        imports.keepProfile("My broker");

        var kept = rig.desks.own.kept().getFirst();
        assertEquals("My broker", kept.name());
        assertTrue(kept.automatic());
        assertEquals(List.of("When", "Side", "Qty", "Price", "Note"), kept.header());
        assertEquals("My broker", imports.form().get().mapping().orElseThrow().name());
        assertTrue(actions.get("import.keep").enabled());
    }

    @Test
    void aProfileThatHasNotSucceededWaitsForAWordAndShowsItsRules() {
        imports.take(List.of(Path.of("offered.csv")));

        assertEquals(Optional.empty(), imports.form().get().mapping());
        assertEquals(
                List.of("Depot"),
                imports.reading().shown().get().offers().stream().map(o -> o.name()).toList());

        imports.useProfile("Depot");

        assertEquals("Depot", imports.form().get().mapping().orElseThrow().name());
        assertTrue(imports.reading().shown().get().verdict().contains("saved profile “Depot”"));
        assertEquals(1, imports.assigning().rules(Assigning.Whose.BOT).get().size());
        imports.assigning().remove(Assigning.Whose.BOT, 0);
        assertEquals(List.of(), imports.form().get().options().owners().bots());
    }

    @Test
    void theRulesOfAProfileUsedUnaskedAreSeen() {
        imports.take(List.of(Path.of("proven.csv")));

        assertEquals(1, imports.assigning().rules(Assigning.Whose.BOT).get().size());
        assertTrue(actions.get("import.keep").enabled());
    }

    @Test
    void aNameThatIsNoneIsSaidAndKeepsNothing() {
        imports.take(List.of(Path.of("mystery.csv")));
        imports.keepProfile("../etc");

        assertEquals(List.of(), rig.desks.own.kept());
        assertTrue(imports.formTrouble().get().startsWith("The name of a profile"));
    }
}
