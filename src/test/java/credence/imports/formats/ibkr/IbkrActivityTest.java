package credence.imports.formats.ibkr;

import static credence.imports.formats.Imported.assertMoney;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.value.Side;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SplitCheck;
import credence.imports.formats.Imported;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class IbkrActivityTest {

    private static final Choices NY = Choices.NONE.zone("America/New_York");
    private static final String HEADER =
            "Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T."
                    + " Price,C. Price,Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code\n";

    @TempDir Path folder;

    private Imported read(String text) {
        return read(text, NY);
    }

    private Imported read(String text, Choices choices) {
        return new Imported(new Journal(folder).read("statement.csv", text, choices));
    }

    private static String row(String symbol, String time, String quantity) {
        return "Trades,Data,Order,Stocks,USD,"
                + symbol
                + ",\""
                + time
                + "\","
                + quantity
                + ",10,10,"
                + (-10 * Integer.parseInt(quantity))
                + ",-1,0,0,0,O\n";
    }

    @Test
    void anOrderAndItsExecutionAreOneFill() {
        Imported file =
                Imported.shared("ibkr/activity_trades_single_account.csv", NY).as("ibkr-activity");

        assertEquals(1, file.fills().size());
        Fill sold = file.fills().getFirst();
        assertEquals(Side.SELL, sold.side());
        assertEquals(PositionEffect.CLOSE, sold.effect());
        assertEquals("UPST", sold.symbol().name());
        assertEquals(Instant.parse("2021-08-23T13:33:11Z"), sold.time());
        assertMoney("50", sold.quantity().value());
        assertMoney("1.0568582", sold.costs().commission().orElseThrow());
        assertEquals("6937.943142", sold.extras().get("stated_pnl"));
        // bought at 60.86 a share, 3,043.00 with its commission
        assertMoney("6937.9431418", file.cash().subtract(new BigDecimal("3043")));
        assertEquals(4, file.file().read());
        assertEquals(1, file.skipped("order whose executions"));
        assertEquals(1, file.skipped("closed lot"));
        assertEquals(1, file.skipped("sub-total"));
        assertEquals("EQUAL", file.total("Proceeds of Stocks in USD").verdict());
    }

    @Test
    void theLayoutOf2022AndTheMultiplierOfAnOption() {
        Imported file =
                Imported.shared("ibkr/activity_trades_single_account_2022.csv", NY)
                        .as("ibkr-activity");

        assertEquals(1, file.fills().size());
        assertMoney("100", file.fills().getFirst().multiplier());
        assertMoney("2932", file.gross());
        assertMoney("2932", file.total("Proceeds").stated());
        assertEquals("EQUAL", file.total("Proceeds").verdict());
    }

    @Test
    void severalAccountsCurrenciesAndExpiredOptions() {
        Imported file =
                Imported.shared("ibkr/activity_trades_multi_account.csv", NY).as("ibkr-activity");

        assertEquals(7, file.fills().size(), "the Trade rows");
        assertTrue(file.fills().stream().allMatch(f -> f.account().name().equals("U12345")));
        assertEquals(6, file.skipped("order whose executions"));
        assertEquals(6, file.skipped("closed lot"));
        Fill expired = file.fills().getLast();
        assertMoney("0", expired.price().value());
        assertMoney("100", expired.multiplier());
        assertEquals(PositionEffect.CLOSE, expired.effect());
        assertEquals(
                5, file.fills().stream().filter(f -> f.symbol().name().startsWith("CLOV")).count());
        assertMoney("358", file.total("Proceeds of Equity and Index Options in USD").computed());
        assertMoney("45450.45", file.total("Proceeds of Stocks in SEK").computed());
        assertTrue(
                file.file().reconciliation().stream().allMatch(r -> r.verdict().equals("EQUAL")));
    }

    @Test
    void aLotOfTheWrongSignRefusesTheWholeStatement() {
        Imported file = Imported.shared("ibkr/activity_trades_wrong_quantities.csv", NY);

        assertEquals(4, file.error().line());
        assertEquals("-50", file.error().value());
        assertEquals(0, file.file().rows().size());
    }

    @Test
    void aDateThatIsNoneRefusesTheWholeStatement() {
        Imported file = Imported.shared("ibkr/activity_trades_invalid_date.csv", NY);

        assertEquals(3, file.error().line());
        assertEquals("Date/Time", file.error().column());
        assertEquals(0, file.file().rows().size());
    }

    @Test
    void theZoneMustBeSaid() {
        Imported file = read(HEADER + row("AAPL", "2024-01-15, 09:30:00", "1"), Choices.NONE);

        assertTrue(file.error().remedy().contains("--zone"), file.error()::remedy);
    }

    @Test
    void ordersAloneAreTakenAndTheAccountComesFromItsSection() {
        Imported file =
                read(
                        """
                        Statement,Header,Field Name,Field Value
                        Statement,Data,Title,Activity Statement
                        Account Information,Header,Field Name,Field Value
                        Account Information,Data,Account,U1234567
                        Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Mult
                        Open Positions,Data,Summary,Stocks,USD,AMC,50,1
                        """
                                + HEADER
                                + """
                                Trades,Data,Order,Stocks,USD,AMC,"2021-11-23, 12:46:38","1,050",39.83,39.16,"-41,821.5",-1,41822.5,0,-33.5,O
                                Trades,Data,Order,Stocks,USD,AMC,"2021-11-30, 11:55:26",-50,33.8,33.94,1690,-1.014569,-1992.5,-303.514569,-7,C;P
                                Trades,Total,,Stocks,USD,,,,,,-40131.5,-2.014569,,-303.514569,,
                                """);

        assertEquals(2, file.fills().size());
        assertEquals("U1234567", file.fills().getFirst().account().name());
        assertMoney("1050", file.fills().getFirst().quantity().value());
        assertEquals(PositionEffect.OPEN, file.fills().getFirst().effect());
        assertEquals(3, file.skipped("row of another section"));
        assertEquals(1, file.skipped("total"));
    }

    @Test
    void futuresTakeTheirMultiplierFromTheNotionalValueOrTheInstruments() {
        Imported file =
                read(
                        HEADER.replace("Proceeds", "Notional Value")
                                + """
                                Trades,Data,Order,Futures,USD,MESU4,"2024-07-01, 10:00:00",2,5500.25,5500,55002.5,-1.24,55003.74,0,0,O
                                Trades,Data,Order,Futures,USD,XYZU4,"2024-07-01, 10:00:01",2,5500.25,5500,,-1.24,0,0,0,O
                                Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Multiplier,Code
                                Financial Instrument Information,Data,Futures,XYZU4,XYZ,1,,25,
                                """);

        assertMoney("5", file.fills().get(0).multiplier());
        assertMoney("25", file.fills().get(1).multiplier());
    }

    @Test
    void forexRowsAreConversionsUnlessTheTraderSaysThePair() {
        String text =
                HEADER
                        + row("ABC", "2026-01-02, 12:00:00", "10")
                        + """
                        Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,Proceeds,Comm in USD,MTM in USD,Code
                        Trades,Data,Order,Forex,HKD,USD.HKD,"2026-01-03, 12:00:00",100,7.8,-780,-0.35,2.1,O
                        Trades,Data,Order,Forex,HKD,USD.HKD,"2026-01-04, 12:00:00",100,7.8,-780,0,2.1,AFx
                        """;

        Imported without = read(text);
        assertEquals(1, without.fills().size());
        assertEquals(1, without.skipped("currency conversion"));
        assertEquals(1, without.skipped("automatic currency conversion"));
        assertTrue(without.notes("--symbol USD.HKD"));

        Imported with = read(text, NY.symbol("USD.HKD"));
        assertEquals(2, with.fills().size());
        Fill forex = with.fills().getLast();
        assertEquals("HKD", forex.currency().code());
        assertTrue(forex.costs().commission().isEmpty(), "a commission in USD on a price in HKD");
        assertEquals("0.35", forex.extras().get("fee"));
        assertEquals("USD", forex.extras().get("fee_currency"));
    }

    @Test
    void aCancelledTradeGoesOutWithItsCancellation() {
        Imported file =
                read(
                        HEADER
                                + row("ABC", "2026-01-02, 12:00:00", "10")
                                + row("ABC", "2026-01-02, 12:00:05", "20")
                                + row("ABC", "2026-01-03, 09:00:00", "-10")
                                        .replace(",O\n", ",Ca\n"));

        assertEquals(1, file.fills().size());
        assertMoney("20", file.fills().getFirst().quantity().value());
        assertEquals(1, file.skipped("execution that was cancelled later"));
        assertEquals(1, file.skipped("cancellation of an execution"));
    }

    @Test
    void aCancellationOfWhatIsNotInTheFileIsRefused() {
        Imported file =
                read(
                        HEADER
                                + row("ABC", "2026-01-02, 12:00:05", "20")
                                + row("ABC", "2026-01-03, 09:00:00", "-10")
                                        .replace(",O\n", ",Ca\n"));

        assertEquals(1, file.fills().size());
        assertEquals(3, file.file().refused().getFirst().line());
    }

    @Test
    void executionsThatDoNotMakeUpTheirOrderRefuseTheStatement() {
        Imported file =
                read(
                        HEADER
                                + row("ABC", "2026-01-02, 12:00:00", "10")
                                + row("ABC", "2026-01-02, 12:00:00", "9")
                                        .replace("Order", "Trade"));

        assertTrue(file.error().reason().contains("add up to 9"), file.error()::reason);
    }

    @Test
    void aLotWithoutATradeRefusesTheStatement() {
        Imported file =
                read(
                        HEADER
                                + "Trades,Data,ClosedLot,Stocks,USD,UPST,2021-03-15,50,60.86,,,,3043,6937.94,,ST\n"
                                + row("ABC", "2026-01-02, 12:00:00", "10"));

        assertTrue(file.error().reason().contains("without the trade"), file.error()::reason);
    }

    @Test
    void translatedColumnsAreReadByTheirPlaces() {
        Imported file =
                read(
                        """
                        Transaktionen,Header,DataDiscriminator,Vermögenswertkategorie,Währung,Symbol,Datum/Zeit,Menge,T.-Kurs,C.-Kurs,Erlös,Prov./Gebühr,Basis,Realisierter G&V,MTM-G&V,Code
                        Transaktionen,Data,Order,Aktien,EUR,SAP,"2024-02-01, 10:00:00",10,150.5,151,-1505,-3,1508,0,5,O
                        Transaktionen,SubTotal,,Aktien,EUR,SAP,,10,,,-1505,-3,1508,0,5,
                        """);

        assertEquals(1, file.fills().size());
        assertMoney("-1508", file.cash());
        assertEquals("EQUAL", file.total("Proceeds of Aktien in EUR").verdict());
    }

    /// Names of columns and kinds as the statements have them in German, French, Spanish, Portuguese and Russian.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    Kontoinformation,Data,Konto,U1234567|Informationen zum Finanzinstrument,Header,Vermögenswertkategorie,Symbol,Beschreibung,Conid,Wertpapier-ID,Underlying,Börsennotierung,Multiplikator,Typ,Code|Transaktionen,Header,DataDiscriminator,Vermögenswertkategorie,Währung,Symbol,Datum/Zeit,Menge,T.-Kurs,Schlussk.,Erlös,Prov./Gebühr,Basis,Realisierter G&V,MTM-G&V,Code|Transaktionen,Header,DataDiscriminator,Vermögenswertkategorie,Währung,Symbol,Datum/Zeit,Menge,T.-Kurs,,Erlös,Prov. in EUR,,,MTM in EUR,Code
                    Informations du compte,Data,Compte,U1234567|Informations sur l'instrument financier,Header,Catégorie d'actifs,Symbole,Description,Conid,ID,Sous-jacent,Bourse,Multiplicateur,Type,Code|Transactions,Header,DataDiscriminator,Catégorie d'actifs,Devise,Symbole,Date/Heure,Quantité,Prix trans.,Cours de clôt.,Produit,Comm/Tarif,Base,P/L réalisé,P/L MTM,Code|Transactions,Header,DataDiscriminator,Catégorie d'actifs,Devise,Symbole,Date/Heure,Quantité,Prix trans.,,Produit,Comm en EUR,,,MTM en EUR,Code
                    Información de la cuenta,Data,Cuenta,U1234567 (Personal)|Información de instrumento financiero,Header,Categoría de activo,Símbolo,Descripción,Conid,Id. de seguridad,Underlying,Merc. de cotización,Multiplicador,Tipo,Código|Operaciones,Header,DataDiscriminator,Categoría de activo,Divisa,Símbolo,Fecha/Hora,Cantidad,Precio trans.,Precio de cier.,Productos,Tarifa/com.,Básico,PyG realizadas,MTM P/G,Código|Operaciones,Header,DataDiscriminator,Categoría de activo,Divisa,Símbolo,Fecha/Hora,Cantidad,Precio trans.,,Productos,Tarifa en EUR,,,MTM en EUR,Código
                    Informações da conta,Data,Conta,U1234567|Informações do instrumento financeiro,Header,Categoria de ativos,Símbolo,Descrição,Conid,ID,Underlying,Bolsa,Multiplicador,Tipo,Código|Operações,Header,DataDiscriminator,Categoria de ativos,Moeda,Símbolo,Data/hora,Quantidade,Preço Neg.,Preço Fch.,Rendimentos,Corr/Taxa,Base,P&L realizados,P&L MTM,Código|Operações,Header,DataDiscriminator,Categoria de ativos,Moeda,Símbolo,Data/hora,Quantidade,Preço Neg.,,Rendimentos,Corr em EUR,,,MTM em EUR,Código
                    Информация о счете,Data,Счет,U1234567|Информация о финансовом инструменте,Header,Класс актива,Символ,Описание,Conid,ID ценной бумаги,Базовый,Биржа листинга,Множитель,Тип,Код|Сделки,Header,DataDiscriminator,Класс актива,Валюта,Символ,Дата/Время,Количество,Цена транзакции,Цена закрытия,Выручка,Комиссия/плата,Базис,Реализованная П/У,Рыноч. переоценка П/У,Код|Сделки,Header,DataDiscriminator,Класс актива,Валюта,Символ,Дата/Время,Количество,Цена транзакции,,Выручка,Комиссия в EUR,,,MTM в EUR,Код
                    """)
    void statementsOfEveryLanguageNameAccountInstrumentsAndConversions(
            String account, String instruments, String header, String forex) {
        String section = header.substring(0, header.indexOf(','));
        Imported file =
                read(
                        account
                                + "\n"
                                + instruments
                                + "\n"
                                + instruments.substring(0, instruments.indexOf(','))
                                + ",Data,?,ZZ 16JAN26 5 C,ZZ,1,,ZZ,CBOE,100,C,\n"
                                + header
                                + "\n"
                                + section
                                + ",Data,Order,?,USD,ZZ 16JAN26 5 C,\"2026-01-05,"
                                + " 10:00:00\",1,0,0,0,-0.5,0.5,0,0,O\n"
                                + section
                                + ",Data,Order,?,USD,AAA,\"2026-01-05,"
                                + " 11:00:00\",10,20,21,-200,-1,201,0,10,O\n"
                                + forex
                                + "\n"
                                + section
                                + ",Data,Order,??,USD,EUR.USD,\"2026-01-06,"
                                + " 10:00:00\",1000,1.1,,-1100,-2,,,0,\n");
        assertEquals(2, file.fills().size());
        assertEquals("U1234567", file.fills().getFirst().account().name());
        assertEquals(
                List.of("100", "1"),
                file.fills().stream().map(f -> f.multiplier().toPlainString()).toList());
        assertTrue(file.notes("Forex rows"), "one conversion");
    }

    @Test
    void aTradeWithoutACurrencyRefusesTheStatement() {
        Imported file =
                read(
                        HEADER
                                + row("ABC", "2026-01-02, 12:00:00", "10")
                                        .replace("Stocks,USD", "Stocks,"));

        assertEquals("Currency", file.error().column());
    }

    @Test
    void aSubTotalThatDiffersIsNamed() {
        Imported file =
                read(
                        HEADER
                                + row("ABC", "2026-01-02, 12:00:00", "10")
                                + "Trades,SubTotal,,Stocks,USD,ABC,,10,,,-200,-1,0,0,0,\n");

        assertEquals("DIFFERENT", file.total("Proceeds of Stocks in USD, ABC").verdict());
    }

    @Test
    void overlappingStatementsMerge() {
        SplitCheck.holds(
                new Journal(folder),
                "statement.csv",
                HEADER
                        + row("ABC", "2026-01-02, 12:00:00", "10")
                        + row("ABC", "2026-01-02, 12:00:00", "10")
                        + row("ABC", "2026-01-05, 12:00:00", "-10")
                        + row("XYZ", "2026-01-06, 12:00:01", "7")
                        + row("XYZ", "2026-01-09, 12:00:01", "7"),
                1,
                line -> line.substring(0, 54),
                NY);
    }
}
