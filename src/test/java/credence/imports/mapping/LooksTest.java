package credence.imports.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.TradeRecord;
import credence.imports.Choices;
import credence.imports.formats.StandardFormats;
import credence.service.port.ImportOptions;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;
import credence.service.port.mapping.ColumnGuess;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.MappingProposal;
import credence.service.port.mapping.Role;
import credence.service.port.mapping.RowKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
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

    @Test
    void daysAndClockTimesInTwoColumnsAreDateAndTime() throws IOException {
        for (String names : List.of("Date;Time", "Datum;Uhrzeit", "Fecha;Hora", "Date;Heure")) {
            MappingProposal p =
                    propose(
                            names
                                    + """
                                    ;Symbol;Side;Qty;Price
                                    2026-03-02;15:02:17;ETHUSDT;sell;1;2331.75
                                    2026-03-02;09:31:05;ETHUSDT;buy;1;2310.25
                                    """);

            assertEquals(names.split(";")[0], name(p, Role.DATE));
            assertEquals(names.split(";")[1], name(p, Role.TIME));
            assertEquals(List.of(), p.mapping().missing());
            assertEquals(List.of(), p.doubts());
            assertTrue(p.confidence() >= 99, names);
            ParsedFile read = read(p);
            assertEquals(
                    List.of("2026-03-02T09:31:05Z BUY", "2026-03-02T15:02:17Z SELL"),
                    read.rows().stream()
                            .map(r -> (Fill) r.row())
                            .map(f -> f.time() + " " + f.side())
                            .toList());
        }
    }

    @Test
    void daysWithMidnightBesideClockTimesAreJoinedToo() throws IOException {
        MappingProposal p =
                propose(
                        """
                        Date;Time;Symbol;Side;Qty;Price
                        2026-03-02 00:00:00;09:31;ETHUSDT;buy;1;2310.25
                        2026-03-02 00:00:00;15:02;ETHUSDT;sell;1;2331.75
                        """);

        assertEquals("Date", name(p, Role.DATE));
        assertEquals(
                List.of("2026-03-02T09:31:00Z", "2026-03-02T15:02:00Z"),
                read(p).rows().stream().map(r -> ((Fill) r.row()).time().toString()).toList());
    }

    @Test
    void aClockColumnOfUnknownNameBesideDaysIsAskedAbout() throws IOException {
        MappingProposal p =
                propose(
                        """
                        Date;Wann;Symbol;Side;Qty;Price
                        2026-03-02;09:31;ETHUSDT;buy;1;2310.25
                        2026-03-02;15:02;ETHUSDT;sell;1;2331.75
                        """);

        assertEquals(List.of(Role.TIME), p.mapping().missing());
        assertEquals(0, p.confidence());
        assertEquals(
                List.of(
                        "Column “Wann” looks like the time of day that “Date” lacks. Say which"
                                + " columns are the date and the time."),
                p.doubts());
        assertEquals(p.doubts().getFirst(), p.guesses().get(1).why());
        ParsedFile read = read(p.mapping().with(Role.TIME, p.guesses().getFirst().column()));
        assertTrue(
                read.notes()
                        .contains(
                                "“Date” holds days only and “Wann”, which looks like the time of"
                                        + " day, has no role: every time is midnight."),
                () -> String.valueOf(read.notes()));
    }

    @Test
    void aDurationIsNoTimeOfDay() throws IOException {
        MappingProposal p =
                propose(
                        """
                        Date;Dauer;Symbol;Side;Qty;Price
                        2026-03-02;00:31;ETHUSDT;buy;1;2310.25
                        2026-03-03;01:02;ETHUSDT;sell;1;2331.75
                        """);

        assertEquals("Date", name(p, Role.TIME));
        assertEquals(List.of(), p.doubts());
    }

    @Test
    void aGermanTableOfClosedTradesIsProposedAsTrades() throws IOException {
        MappingProposal p =
                propose(
                        """
                        Ticket;Strategie;Symbol;Typ;Eröffnet;Geschlossen;Menge;Einstieg;Ausstieg;Gebühr;Netto
                        71;Trend;ETHUSDT;Kauf;2026-03-02 09:31:05;2026-03-02 15:02:17;2;2310,25;2331,75;1,50;41,50
                        72;Trend;ETHUSDT;Verkauf;2026-03-03 09:00:00;2026-03-03 10:00:00;1;2340;2330;1,50;8,50
                        """);

        assertEquals(RowKind.TRADES, p.mapping().kind());
        assertEquals("Eröffnet", name(p, Role.ENTRY_TIME));
        assertEquals("Geschlossen", name(p, Role.EXIT_TIME));
        assertEquals("Einstieg", name(p, Role.ENTRY_PRICE));
        assertEquals("Ausstieg", name(p, Role.EXIT_PRICE));
        assertEquals("Netto", name(p, Role.NET_PNL));
        assertEquals("Ticket", name(p, Role.ID));
        assertEquals("Strategie", name(p, Role.BOT));
        List<TradeRecord> trades = read(p).rows().stream().map(r -> (TradeRecord) r.row()).toList();
        assertEquals(
                List.of(new BigDecimal("41.50"), new BigDecimal("8.50")),
                trades.stream().map(t -> t.exit().orElseThrow().netPnl().orElseThrow()).toList());
    }

    @Test
    void twoTimesAndTwoPricesOfUnknownNamesAreClosedTrades() throws IOException {
        MappingProposal p =
                propose(
                        """
                        Symbol;Side;Rein;Raus;Qty;Anfang;Ende
                        ETHUSDT;long;2026-03-02 09:31:05;2026-03-02 15:02:17;2;2310.25;2331.75
                        ETHUSDT;short;2026-03-03 09:00:00;2026-03-03 10:00:00;1;2340;2330
                        """);

        assertEquals(RowKind.TRADES, p.mapping().kind());
        assertEquals("Rein", name(p, Role.ENTRY_TIME));
        assertEquals("Raus", name(p, Role.EXIT_TIME));
        assertEquals("Anfang", name(p, Role.ENTRY_PRICE));
        assertEquals("Ende", name(p, Role.EXIT_PRICE));
        assertEquals("Qty", name(p, Role.QUANTITY));
    }

    @Test
    void aSecondTimeAndPriceBesideNamedOnesAreAskedAbout() throws IOException {
        MappingProposal p =
                propose(
                        """
                        Symbol;Side;Time;Raus;Qty;Price;Ende
                        ETHUSDT;long;2026-03-02 09:31:05;2026-03-02 15:02:17;2;2310.25;2331.75
                        ETHUSDT;short;2026-03-03 09:00:00;2026-03-03 10:00:00;1;2340;2330
                        """);

        assertEquals(0, p.confidence());
        assertEquals(1, p.doubts().size());
        assertTrue(p.doubts().getFirst().contains("“Raus” and “Ende”"), p.doubts().getFirst());
    }

    @Test
    void theOrderBesideAnExecutionMakesNoTrade() throws IOException {
        MappingProposal p =
                propose(
                        """
                        Symbol;Side;Order time;Fill time;Qty;Price;Limit price
                        ETHUSDT;buy;2026-03-02 09:31:05;2026-03-02 09:31:06;2;2310.25;2311
                        ETHUSDT;sell;2026-03-03 09:00:00;2026-03-03 09:00:01;1;2340;2339
                        """);

        assertEquals(RowKind.FILLS, p.mapping().kind());
        assertEquals("Price", name(p, Role.PRICE));
        assertEquals(List.of(), p.doubts());
    }

    /// Prices a quarter apart and more, columns named after orders, headers in several languages or that say nothing: the result tells.
    @Test
    void aResultThatComesOutMakesClosedTradesOfAnyNames() throws IOException {
        for (String header :
                List.of(
                        "Symbol;Side;Order time;Exec time;Qty;Limit price;Price;PnL",
                        "Wert;Art;Zeit;Ende;Menge;Kurs;Limit;Ergebnis",
                        "Titre;Sens;Date;Date de fin;Quantité;Cours;Cours limite;Résultat",
                        "Activo;Sentido;Hora;Hora fin;Cantidad;Precio;Precio orden;Resultado",
                        "标的;方向;时间;结束;数量;价格;限价;盈亏",
                        "c1;c2;c3;c4;c5;c6;c7;c8")) {
            MappingProposal p =
                    propose(
                            header
                                    + """

                                    OPTX;buy;2026-03-02 09:31:05;2026-03-04 15:02:17;2;2.50;5.10;5.20
                                    OPTX;sell;2026-03-03 09:00:00;2026-03-05 10:00:00;1;4.00;6.50;-2.50
                                    OPTY;buy;2026-03-06 09:00:00;2026-03-06 10:00:00;3;1.20;0.30;-2.70
                                    OPTY;sell;2026-03-07 09:00:00;2026-03-08 10:00:00;5;2.20;1.10;5.50
                                    """);

            String[] names = header.split(";");
            assertEquals(RowKind.TRADES, p.mapping().kind(), header);
            assertEquals(List.of(), p.mapping().missing(), header);
            assertEquals(names[2], name(p, Role.ENTRY_TIME), header);
            assertEquals(names[3], name(p, Role.EXIT_TIME), header);
            assertEquals(names[4], name(p, Role.QUANTITY), header);
            assertEquals(names[5], name(p, Role.ENTRY_PRICE), header);
            assertEquals(names[6], name(p, Role.EXIT_PRICE), header);
        }
    }

    /// Only the closing fills have a result, and it comes out against the average entry: these are fills all the same.
    @Test
    void fillsWithTheResultOfTheirClosingStayFills() throws IOException {
        MappingProposal p =
                propose(
                        """
                        Symbol;Side;Order time;Fill time;Qty;Avg entry;Price;Realized
                        ETHUSDT;buy;2026-03-02 09:31:05;2026-03-02 09:31:06;2;0;2310;0
                        ETHUSDT;sell;2026-03-03 09:00:00;2026-03-03 09:00:01;2;2310;2340;60
                        ETHUSDT;buy;2026-03-04 09:31:05;2026-03-04 09:31:06;1;0;2350;0
                        ETHUSDT;sell;2026-03-05 09:00:00;2026-03-05 09:00:01;1;2350;2330;-20
                        ETHUSDT;buy;2026-03-06 09:31:05;2026-03-06 09:31:06;1;0;2300;0
                        ETHUSDT;sell;2026-03-07 09:00:00;2026-03-07 09:00:01;1;2300;2330;30
                        """);

        assertEquals(RowKind.FILLS, p.mapping().kind());
    }

    @Test
    void aColumnNamedSymbolIsTheSymbolWhateverItsCells() throws IOException {
        for (String code : List.of("ESH6", "MESH6", "NQZ25", "CLF6")) {
            MappingProposal p =
                    propose(
                            """
                            Time;Symbol;Side;Qty;Price
                            2026-03-02 09:31:05;CODE;buy;1;5000.25
                            2026-03-02 15:02:17;CODE;sell;1;5010.25
                            """
                                    .replace("CODE", code));

            assertEquals("Symbol", name(p, Role.SYMBOL), code);
            assertEquals("Price", name(p, Role.PRICE));
        }
    }

    private ParsedFile read(MappingProposal p) {
        return read(p.mapping());
    }

    private ParsedFile read(Mapping mapping) {
        return StandardFormats.reader()
                .read(
                        folder.resolve("unknown.csv"),
                        Choices.NONE
                                .zone("UTC")
                                .options()
                                .using(ImportProfile.mapped("Mine", List.of(), mapping)),
                        Progress.NONE);
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
