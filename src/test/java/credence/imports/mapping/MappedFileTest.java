package credence.imports.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.TradeRecord;
import credence.core.value.Direction;
import credence.core.value.Side;
import credence.imports.Choices;
import credence.imports.SharedFiles;
import credence.imports.formats.StandardFormats;
import credence.service.port.ImportOptions;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;
import credence.service.port.mapping.ColumnRef;
import credence.service.port.mapping.Condition;
import credence.service.port.mapping.DateStyle;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Layout;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.Need;
import credence.service.port.mapping.OwnerRule;
import credence.service.port.mapping.Role;
import credence.service.port.mapping.RowKind;
import credence.service.port.mapping.Signs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

class MappedFileTest {

    private static final String GERMAN =
            """
            Kontoauszug Nr. 7
            Zeit;Titel;Art;Menge;Kurs;Provision;Strategie;Bemerkung
            05.01.2026 10:00:00;ETHUSDT;Kauf;1,5;2.000,50;1,25;Trend;erster
            05.01.2026 11:30:00;ETHUSDT;Verkauf;1,5;2.010,00;1,25;Trend;
            Summe;;;;;2,50;;
            06.01.2026 09:00:00;BTCUSDT;Einzahlung;100;0;;;
            """;

    private static final Mapping FILLS =
            Mapping.empty(RowKind.FILLS)
                    .with(Role.TIME, ColumnRef.of("zeit"))
                    .with(Role.SYMBOL, ColumnRef.of("Titel"))
                    .with(Role.SIDE, ColumnRef.of("Art"))
                    .with(Role.QUANTITY, ColumnRef.of("Menge"))
                    .with(Role.PRICE, ColumnRef.of("Kurs"))
                    .with(Role.COMMISSION, ColumnRef.of("Provision"))
                    .with(Role.BOT, ColumnRef.of("Strategie"));

    @TempDir private Path folder;

    @Test
    void rowsAreReadByTheMappingAndOtherColumnsAreKept() {
        ParsedFile file = read("a.csv", GERMAN, zoned().using(profile(FILLS)));

        assertNull(file.error(), () -> String.valueOf(file.error()));
        assertEquals("mapped", file.format());
        assertEquals(4, file.read());
        assertEquals(2, file.rows().size());
        Fill buy = (Fill) file.rows().getFirst().row();
        assertEquals(Instant.parse("2026-01-05T09:00:00Z"), buy.time());
        assertEquals(Side.BUY, buy.side());
        assertEquals(new BigDecimal("2000.50"), buy.price().value());
        assertEquals(new BigDecimal("1.25"), buy.costs().commission().orElseThrow());
        assertEquals("Trend", buy.bot().name());
        assertEquals("erster", buy.extras().get("Bemerkung"));
        assertEquals(
                List.of("no trade (einzahlung)", "row without quantity and price"),
                file.skipped().stream().map(s -> s.reason()).sorted().toList());
    }

    @Test
    void theProposalOfThisHeaderNeedsNoCorrection() {
        FileSurvey survey = survey("a.csv", GERMAN, ImportOptions.DEFAULT);

        assertEquals("", survey.format());
        assertEquals(2, survey.headerLine());
        assertEquals("semicolon", survey.separator());
        assertEquals(List.of(Need.MAPPING), survey.needs());
        Mapping m = survey.proposal().orElseThrow().mapping();
        assertEquals(RowKind.FILLS, m.kind());
        assertEquals("Zeit", m.column(Role.TIME).orElseThrow().name());
        assertEquals("Art", m.column(Role.SIDE).orElseThrow().name());
        assertEquals("Menge", m.column(Role.QUANTITY).orElseThrow().name());
        assertEquals("Kurs", m.column(Role.PRICE).orElseThrow().name());
        assertEquals("Provision", m.column(Role.COMMISSION).orElseThrow().name());
        assertEquals("Strategie", m.column(Role.BOT).orElseThrow().name());
        assertEquals("Bemerkung", m.column(Role.TAG).orElseThrow().name());
        assertEquals(List.of(), m.missing());
        assertTrue(survey.proposal().get().confidence() >= 60);
        ParsedFile file = read("a.csv", GERMAN, zoned().using(profile(m)));
        assertEquals(2, file.rows().size());
    }

    @Test
    void closedTradesSignedQuantitiesTwoColumnsForATimeAndNegativeCosts() {
        String text =
                """
                Date,Time,Instrument,Size,Entry,Exit date,Exit time,Exit,Fee,P&L,Trade #
                01/13/2026,09:30:00,MES,-2,5000,01/13/2026,10:00:00,4990,-3.00,20.00,1
                01/13/2026,11:30:00,MES,1,5000,,,,,,2
                """;
        Mapping m =
                Mapping.empty(RowKind.TRADES)
                        .with(Role.ENTRY_DATE, ColumnRef.of("Date"))
                        .with(Role.ENTRY_TIME, ColumnRef.of("Time"))
                        .with(Role.EXIT_DATE, ColumnRef.of("Exit date"))
                        .with(Role.EXIT_TIME, ColumnRef.of("Exit time"))
                        .with(Role.SYMBOL, ColumnRef.of("Instrument"))
                        .with(Role.QUANTITY, ColumnRef.of("Size"))
                        .with(Role.ENTRY_PRICE, ColumnRef.of("Entry"))
                        .with(Role.EXIT_PRICE, ColumnRef.of("Exit"))
                        .with(Role.COMMISSION, ColumnRef.of("Fee"))
                        .with(Role.GROSS_PNL, ColumnRef.of("P&L"))
                        .with(new Signs(true, true, List.of(), List.of()));
        ParsedFile file = read("t.csv", text, zoned().using(profile(m)));

        assertNull(file.error(), () -> String.valueOf(file.error()));
        assertEquals(List.of(), file.refused());
        TradeRecord t = (TradeRecord) file.rows().getFirst().row();
        assertEquals(Direction.SHORT, t.direction());
        assertEquals(Instant.parse("2026-01-13T08:30:00Z"), t.entryTime());
        assertEquals(new BigDecimal("3.00"), t.exit().orElseThrow().costs().orElseThrow());
        assertEquals(new BigDecimal("17.00"), t.exit().orElseThrow().netPnl().orElseThrow());
        assertEquals("1", t.extras().get("Trade #"));
        assertEquals("20.00", t.extras().get("stated_pnl"));
        assertEquals("before costs", t.extras().get("stated_pnl_is"));
        assertTrue(((TradeRecord) file.rows().get(1).row()).exit().isEmpty());
    }

    @Test
    void dayAndMonthAreAskedForWhenNoDateSettlesThem() {
        String text =
                """
                Time,Symbol,Side,Qty,Price
                03/04/2026 10:00:00,ETHUSDT,buy,1,2000
                05/04/2026 10:00:00,ETHUSDT,sell,1,2010
                """;
        Mapping m =
                Mapping.empty(RowKind.FILLS)
                        .with(Role.TIME, ColumnRef.of("Time"))
                        .with(Role.SYMBOL, ColumnRef.of("Symbol"))
                        .with(Role.SIDE, ColumnRef.of("Side"))
                        .with(Role.QUANTITY, ColumnRef.of("Qty"))
                        .with(Role.PRICE, ColumnRef.of("Price"));
        assertEquals(
                List.of(Need.DATE_ORDER), survey("d.csv", text, zoned().using(profile(m))).needs());
        ParsedFile asked = read("d.csv", text, zoned().using(profile(m)));
        assertNotNull(asked.error());
        assertTrue(asked.error().remedy().startsWith("Say --date-order day"));

        ParsedFile said =
                read(
                        "d.csv",
                        text,
                        zoned().dateOrder(Optional.of(DateStyle.DAY_FIRST)).using(profile(m)));
        assertEquals(
                Instant.parse("2026-04-03T08:00:00Z"),
                ((Fill) said.rows().getFirst().row()).time());
        ParsedFile kept =
                read(
                        "d.csv",
                        text,
                        zoned().using(
                                        profile(
                                                m.with(
                                                        Layout.DETECTED.dateOrder(
                                                                Optional.of(
                                                                        DateStyle.MONTH_FIRST))))));
        assertEquals(
                Instant.parse("2026-03-04T09:00:00Z"),
                ((Fill) kept.rows().getFirst().row()).time());
    }

    @Test
    void withoutAZoneTheZoneIsAskedFor() {
        assertEquals(
                List.of(Need.ZONE),
                survey("a.csv", GERMAN, ImportOptions.DEFAULT.using(profile(FILLS))).needs());
    }

    @Test
    void aFileWithoutHeaderHasColumnsByNumberAndAnyEncoding() throws IOException {
        Mapping m =
                Mapping.empty(RowKind.FILLS)
                        .with(Role.TIME, ColumnRef.of("column 1"))
                        .with(Role.SYMBOL, ColumnRef.of("column 2"))
                        .with(Role.SIDE, ColumnRef.of("column 3"))
                        .with(Role.QUANTITY, ColumnRef.of("column 4"))
                        .with(Role.PRICE, ColumnRef.of("column 5"))
                        .with(new Signs(false, false, List.of("Заявка+"), List.of("Заявка-")))
                        .with(
                                Layout.DETECTED
                                        .headerLine(Optional.of(0))
                                        .encoding(Optional.of("windows-1251")));
        Path file =
                Files.write(
                        folder.resolve("n.txt"),
                        "2026-01-05 10:00:00\tSBER\tЗаявка+\t10\t250.5\n2026-01-05 11:00:00\tSBER\tЗаявка-\t10\t251\n"
                                .getBytes(Charset.forName("windows-1251")));
        ParsedFile parsed =
                StandardFormats.reader().read(file, zoned().using(profile(m)), Progress.NONE);

        assertNull(parsed.error(), () -> String.valueOf(parsed.error()));
        assertEquals(2, parsed.rows().size());
        assertEquals(Side.SELL, ((Fill) parsed.rows().get(1).row()).side());
    }

    @Test
    void badRowsAreRefusedWithLineColumnAndRemedy() {
        String text =
                """
                Time,Symbol,Side,Qty,Price,Id,Fee
                2026-01-05T10:00:00Z,ETHUSDT,perhaps,1,2000,1,0.1 USD
                2026-01-05T10:00:00Z,ETHUSDT,buy,-1,2000,2,
                2026-01-05T10:00:00Z,ETHUSDT,buy,x,2000,3,
                2026-01-05T10:00:00Z,ETHUSDT,buy,1,2000,4,0.002 ETH
                2026-01-05T10:00:01Z,ETHUSDT,sell to close,1,2000,5,0.001 BNB
                2026-01-05T10:00:01Z,ETHUSDT,sell,1,2000,5,
                """;
        Mapping m =
                Mapping.empty(RowKind.FILLS)
                        .with(Role.TIME, ColumnRef.of("Time"))
                        .with(Role.SYMBOL, ColumnRef.of("Symbol"))
                        .with(Role.SIDE, ColumnRef.of("Side"))
                        .with(Role.QUANTITY, ColumnRef.of("Qty"))
                        .with(Role.PRICE, ColumnRef.of("Price"))
                        .with(Role.ID, ColumnRef.of("Id"))
                        .with(Role.COMMISSION, ColumnRef.of("Fee"));
        ParsedFile file = read("b.csv", text, ImportOptions.DEFAULT.using(profile(m)));

        assertEquals(
                List.of("Side", "Qty", "Qty", "Id"),
                file.refused().stream().map(r -> r.column()).toList());
        assertEquals(List.of(2L, 3L, 4L, 7L), file.refused().stream().map(r -> r.line()).toList());
        Fill inCoin = (Fill) file.rows().getFirst().row();
        assertEquals(0, new BigDecimal("4").compareTo(inCoin.costs().commission().orElseThrow()));
        Fill closing = (Fill) file.rows().get(1).row();
        assertEquals(PositionEffect.CLOSE, closing.effect());
        assertTrue(closing.costs().commission().isEmpty());
        assertEquals("BNB", closing.extras().get("fee_currency"));
        assertTrue(
                file.notes().stream().anyMatch(n -> n.startsWith("1 costs are in another coin")));
    }

    @Test
    void aProfileThatDoesNotFitSaysWhichColumnsAreMissing() {
        ParsedFile file = read("x.csv", "a,b\n1,2\n", zoned().using(profile(FILLS)));

        assertNotNull(file.error());
        assertTrue(
                file.error()
                        .reason()
                        .startsWith(
                                "The profile “Mine” needs columns that the file does not have: zeit"
                                        + " (time of the execution)"),
                file.error().reason());
    }

    @Test
    void aSavedProfileIsUsedForFilesOfItsHeaderInAnyOrder() {
        ImportProfile saved =
                ImportProfile.mapped(
                                "Depot",
                                List.of(
                                        "Kurs",
                                        "Menge",
                                        "Zeit",
                                        "Titel",
                                        "Art",
                                        "Provision",
                                        "Strategie",
                                        "BEMERKUNG"),
                                FILLS)
                        .saying(zoned())
                        .succeeded(Optional.of(Instant.parse("2026-01-01T00:00:00Z")));
        ParsedFile file = read("a.csv", GERMAN, ImportOptions.DEFAULT.profiles(List.of(saved)));

        assertNull(file.error(), () -> String.valueOf(file.error()));
        assertEquals(
                "It is read by a mapping: its columns are those of the saved profile “Depot”;"
                        + " header in line 2, separated by semicolon.",
                file.why());
        assertTrue(
                file.notes()
                        .contains("Read by the saved profile “Depot”: the file has its columns."),
                file.notes()::toString);
        assertNotNull(
                read(
                                "a.csv",
                                GERMAN,
                                ImportOptions.DEFAULT.profiles(List.of(saved.automatic(false))))
                        .error());
        ImportProfile untried = saved.succeeded(Optional.empty());
        assertEquals(
                "The saved profile “Depot” was made for files of these columns, but no file has"
                        + " come in by it yet, so it is not used unasked. To read by it, say"
                        + " --profile NAME.",
                Objects.requireNonNull(
                                read(
                                                "a.csv",
                                                GERMAN,
                                                ImportOptions.DEFAULT.profiles(List.of(untried)))
                                        .error())
                        .remedy());
        FileSurvey seen = survey("a.csv", GERMAN, ImportOptions.DEFAULT.profiles(List.of(untried)));
        assertEquals(Optional.empty(), seen.profile());
        assertEquals(List.of(untried), seen.offered());
        assertTrue(seen.proposal().isPresent());
    }

    /// Bytes of ISO 8859-2 look like windows-1252: only the profile knows better, in the preview and in the import.
    @Test
    void theEncodingOfASavedProfileDecodesTheFile() throws IOException {
        Charset polish = Charset.forName("ISO-8859-2");
        Path path =
                Files.writeString(
                        folder.resolve("pl.csv"),
                        "Kiedy;Papier;Strona;Ilość;Kurs;Żródło\n"
                                + "2026-01-05 10:00:00;ETHUSDT;buy;1;2000;łódź\n",
                        polish);
        ImportProfile saved =
                ImportProfile.mapped(
                                "Polski",
                                List.of("Kiedy", "Papier", "Strona", "Ilość", "Kurs", "Żródło"),
                                new Mapping(
                                        RowKind.FILLS,
                                        Layout.DETECTED.encoding(Optional.of("ISO-8859-2")),
                                        Signs.USUAL,
                                        Map.of(
                                                Role.TIME, ColumnRef.of("Kiedy"),
                                                Role.SYMBOL, ColumnRef.of("Papier"),
                                                Role.SIDE, ColumnRef.of("Strona"),
                                                Role.QUANTITY, ColumnRef.of("Ilość"),
                                                Role.PRICE, ColumnRef.of("Kurs"))))
                        .saying(zoned())
                        .succeeded(Optional.of(Instant.parse("2026-01-01T00:00:00Z")));
        ImportOptions options = ImportOptions.DEFAULT.profiles(List.of(saved));

        FileSurvey survey = StandardFormats.reader().survey(path, options, Progress.NONE);
        assertEquals("Ilość", survey.header().get(3));
        assertEquals("łódź", survey.samples().getFirst().get(5));
        assertEquals(Optional.of(saved), survey.profile());
        ParsedFile file = StandardFormats.reader().read(path, options, Progress.NONE);
        assertNull(file.error(), () -> String.valueOf(file.error()));
        assertEquals("łódź", ((Fill) file.rows().getFirst().row()).extras().get("Żródło"));
    }

    @Test
    void rulesGiveRowsToBotsWithoutChangingWhatTheyAre() {
        ImportProfile plain = profile(FILLS);
        ImportProfile ruled =
                plain.rules(
                        List.of(
                                new OwnerRule(
                                        List.of(
                                                Condition.ofColumn("Bemerkung", "erst*"),
                                                Condition.of(Condition.Of.BOT, "trend")),
                                        "First$1"),
                                new OwnerRule(
                                        List.of(
                                                Condition.of(Condition.Of.FILE, "*_depot.csv"),
                                                Condition.of(Condition.Of.SYMBOL, "ETH*"),
                                                Condition.of(
                                                        Condition.Of.TIME_OF_DAY,
                                                        "11:00-12:00 Europe/Berlin")),
                                        "$1 late")),
                        List.of(
                                OwnerRule.of(
                                        Condition.of(Condition.Of.FILE, "*_depot.csv"), "acc-$1")));
        ParsedFile without = read("mine_depot.csv", GERMAN, zoned().using(plain));
        ParsedFile with = read("mine_depot.csv", GERMAN, zoned().using(ruled));

        assertEquals(
                List.of("Firster", "mine late"),
                with.rows().stream().map(r -> ((Fill) r.row()).bot().name()).toList());
        assertEquals("acc-mine", ((Fill) with.rows().getFirst().row()).account().name());
        ParsedFile botsOnly =
                read(
                        "mine_depot.csv",
                        GERMAN,
                        zoned().using(ruled.rules(ruled.botRules(), List.of())));
        assertEquals(
                without.rows().stream().map(r -> r.row().key()).toList(),
                botsOnly.rows().stream().map(r -> r.row().key()).toList());
    }

    @Test
    void rulesHoldForKnownFormatsToo() {
        Path statement = SharedFiles.data("journals/metatrader/mt4_detailed_statement.htm");
        ParsedFile plain = StandardFormats.reader().read(statement, zoned(), Progress.NONE);
        String magic = ((TradeRecord) plain.rows().getFirst().row()).bot().name();
        ImportProfile ruled =
                ImportProfile.known("mt4", plain.format(), List.of())
                        .rules(
                                List.of(
                                        OwnerRule.of(
                                                Condition.of(Condition.Of.BOT, magic), "Grid")),
                                List.of());
        ParsedFile renamed =
                StandardFormats.reader().read(statement, zoned().using(ruled), Progress.NONE);

        assertEquals(
                plain.rows().stream().map(r -> r.row().key()).toList(),
                renamed.rows().stream().map(r -> r.row().key()).toList());
        assertEquals(
                plain.rows().stream()
                        .map(r -> ((TradeRecord) r.row()).bot().name())
                        .map(b -> b.equals(magic) ? "Grid" : b)
                        .toList(),
                renamed.rows().stream().map(r -> ((TradeRecord) r.row()).bot().name()).toList());
    }

    /// The DAX mini is settled in euros, so −5 of its point is € 5: in a file said to be in dollars nobody knows what it is. The worth of `XQZ` is known to
    /// nobody either, but nothing contradicts the file.
    @Test
    void aResultOfAContractInOtherMoneyThanTheFileIsNoSumOfMoney() {
        Mapping trades =
                Mapping.empty(RowKind.TRADES)
                        .with(Role.ENTRY_TIME, ColumnRef.of("Opened"))
                        .with(Role.EXIT_TIME, ColumnRef.of("Closed"))
                        .with(Role.SYMBOL, ColumnRef.of("Symbol"))
                        .with(Role.SIDE, ColumnRef.of("Side"))
                        .with(Role.QUANTITY, ColumnRef.of("Contracts"))
                        .with(Role.ENTRY_PRICE, ColumnRef.of("Entry"))
                        .with(Role.EXIT_PRICE, ColumnRef.of("Exit"))
                        .with(Role.GROSS_PNL, ColumnRef.of("PnL"));
        ParsedFile file =
                read(
                        "f.csv",
                        """
                        Opened,Closed,Symbol,Side,Contracts,Entry,Exit,PnL
                        2026-01-16 09:31,2026-01-16 10:00,FDXMH6,short,1,24000,24001,-5
                        2026-01-16 09:31,2026-01-16 10:00,XQZH6,short,1,4000,4001,-7
                        """,
                        Choices.NONE
                                .zone("Europe/Berlin")
                                .currency("USD")
                                .options()
                                .using(profile(trades)));

        assertEquals(
                List.of(Optional.empty(), Optional.of(new BigDecimal("-7"))),
                file.rows().stream()
                        .map(r -> ((TradeRecord) r.row()).exit().orElseThrow().netPnl())
                        .toList());
        assertEquals("-5", ((TradeRecord) file.rows().getFirst().row()).extras().get("stated_pnl"));
        assertTrue(
                file.notes().stream()
                        .anyMatch(
                                n ->
                                        n.startsWith(
                                                "FDXM is a contract in EUR, not USD: its results"
                                                        + " count in points, in no sum of money,"
                                                        + " also those that the file states.")),
                () -> file.notes().toString());
    }

    private static ImportOptions zoned() {
        return Choices.NONE.zone("Europe/Berlin").options();
    }

    private static ImportProfile profile(Mapping mapping) {
        return ImportProfile.mapped("Mine", List.of(), mapping);
    }

    private ParsedFile read(String name, String text, ImportOptions options) {
        return StandardFormats.reader().read(write(name, text), options, Progress.NONE);
    }

    private FileSurvey survey(String name, String text, ImportOptions options) {
        return StandardFormats.reader().survey(write(name, text), options, Progress.NONE);
    }

    private Path write(String name, String text) {
        try {
            return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
