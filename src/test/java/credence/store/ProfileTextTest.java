package credence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.service.port.StoreException;
import credence.service.port.mapping.ColumnRef;
import credence.service.port.mapping.Condition;
import credence.service.port.mapping.DateStyle;
import credence.service.port.mapping.DecimalSign;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Layout;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.OwnerRule;
import credence.service.port.mapping.Role;
import credence.service.port.mapping.RowKind;
import credence.service.port.mapping.Signs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class ProfileTextTest {

    private static final ImportProfile WHOLE =
            new ImportProfile(
                    "Mein Depot",
                    ImportProfile.MAPPED,
                    List.of("Zeit", "Kurs"),
                    true,
                    Optional.of(new BotId("Trend")),
                    Optional.of(new AccountId("main")),
                    Optional.of(Symbol.of("ETHUSDT")),
                    Optional.of(ZoneId.of("Europe/Berlin")),
                    Optional.of(new CurrencyCode("EUR")),
                    Optional.of(SourceClass.PAPER),
                    Layout.DETECTED
                            .dateOrder(Optional.of(DateStyle.DAY_FIRST))
                            .decimal(Optional.of(DecimalSign.COMMA)),
                    List.of(
                            new OwnerRule(
                                    List.of(
                                            Condition.of(Condition.Of.BOT, "2333376"),
                                            Condition.ofColumn("Comment", "scalp*"),
                                            Condition.of(
                                                    Condition.Of.TIME_OF_DAY,
                                                    "22:00-04:00 America/New_York")),
                                    "Scalper $1")),
                    List.of(OwnerRule.of(Condition.of(Condition.Of.FILE, "U*.csv"), "U$1")),
                    Optional.of(
                            new Mapping(
                                    RowKind.FILLS,
                                    new Layout(
                                            Optional.of('\t'),
                                            Optional.of(2),
                                            Optional.of("windows-1251"),
                                            Optional.of(DecimalSign.POINT),
                                            Optional.of(DateStyle.MONTH_FIRST)),
                                    new Signs(true, true, List.of("rein"), List.of("raus")),
                                    java.util.Map.of(
                                            Role.TIME,
                                            ColumnRef.of("Zeit"),
                                            Role.PRICE,
                                            new ColumnRef("Kurs", 2)))),
                    Optional.of(Instant.parse("2026-01-05T10:00:00Z")));

    @TempDir private Path folder;
    private final ProfileText text = new ProfileText();

    @Test
    void whatIsWrittenIsReadAgain() {
        assertEquals(WHOLE, text.read(text.write(WHOLE)));
        ImportProfile small = ImportProfile.known("ib", "ibkr-flex-xml", List.of());
        assertEquals(small, text.read(text.write(small)));
    }

    @Test
    void theJsonIsOneThatAPersonCanWrite() {
        ImportProfile read =
                text.read(
                        """
                        {"credenceProfile": 1, "name": "a", "zone": "UTC",
                         "botRules": [{"bot": "X", "when": [{"of": "tag", "is": "x*"}]}],
                         "mapping": {"rows": "trades", "columns": {"entry_time": "Open", "exit_time": {"name": "Time", "nth": 2}}}}
                        """);
        assertEquals(
                new ColumnRef("Time", 2),
                read.mapping().orElseThrow().column(Role.EXIT_TIME).orElseThrow());
        assertEquals("X", read.botRules().getFirst().owner());
    }

    @Test
    void whatIsNoProfileIsRefusedInWords() {
        for (String bad :
                List.of(
                        "",
                        "[]",
                        "{}",
                        "{\"credenceProfile\": 2, \"name\": \"a\"}",
                        "{\"credenceProfile\": 1, \"name\": \"../a\", \"format\": \"x\"}",
                        "{\"credenceProfile\": 1, \"name\": \"a\", \"format\": \"x\", \"zone\":"
                                + " \"Mars\"}",
                        "{\"credenceProfile\": 1, \"name\": \"a\", \"format\": \"x\", \"botRules\":"
                                + " [{\"bot\": \"b\"}]}",
                        "{\"credenceProfile\": 1, \"name\": \"a\", \"mapping\": {\"columns\":"
                                + " {\"colour\": \"c\"}}}",
                        "{\"credenceProfile\": 1, \"name\": \"a\", \"format\": \"x\", \"source\":"
                                + " \"dream\"}")) {
            StoreException e = assertThrows(StoreException.class, () -> text.read(bad), bad);
            assertTrue(e.getMessage().startsWith("This is no import profile: "), e.getMessage());
        }
    }

    @Test
    void profilesAreKeptAsFilesReplacedAndDeleted() throws IOException {
        FolderProfiles profiles = profiles();
        assertEquals(List.of(), profiles.all());
        profiles.save(WHOLE);
        profiles.save(ImportProfile.known("another", "x-fills", List.of()));
        assertEquals(
                List.of("another", "Mein Depot"),
                profiles.all().stream().map(ImportProfile::name).toList());
        assertEquals(WHOLE, profiles.find("mein depot").orElseThrow());
        profiles.save(WHOLE.named("MEIN DEPOT").automatic(false));
        assertEquals(2, profiles.all().size());
        assertFalse(profiles.find("Mein Depot").orElseThrow().automatic());
        Files.writeString(folder.resolve("profiles").resolve("broken.json"), "{");
        assertEquals(2, profiles.all().size());
        assertTrue(profiles.delete("Mein depot"));
        assertFalse(profiles.delete("Mein depot"));
        try (Stream<Path> files = Files.list(folder.resolve("profiles"))) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void successIsThisWorkspacesOwnMatter() {
        FolderProfiles profiles = profiles();
        assertTrue(profiles.read(profiles.write(WHOLE)).succeeded().isEmpty());
    }

    private FolderProfiles profiles() {
        return new FolderProfiles(
                folder.resolve("profiles"), true, new LocalDisk(), new Trouble(folder));
    }
}
