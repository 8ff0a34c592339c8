package credence.imports.formats.stocks;

import static credence.imports.formats.Imported.assertMoney;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.value.Side;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SplitCheck;
import credence.imports.formats.Imported;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;

class DegiroTest {

    private static final Choices AMSTERDAM = Choices.NONE.zone("Europe/Amsterdam");
    private static final String ENGLISH =
            "Date,Time,Value date,Product,ISIN,Description,FX,Change,,Balance,,Order Id\n";

    @TempDir Path folder;

    private Imported read(String text) {
        return new Imported(new Journal(folder).read("f.csv", text, AMSTERDAM));
    }

    private static Fill fill(Imported file, String isin, Side side) {
        return file.fills().stream()
                .filter(f -> f.symbol().name().equals(isin) && f.side() == side)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thirteenTradesOfSixLanguagesAmongSeventyFourRows() {
        Imported file = Imported.shared("stocks/degiro.csv", AMSTERDAM).as("degiro-account");

        assertEquals(74, file.file().read());
        assertEquals(13, file.fills().size());
        assertEquals(0, file.file().refused().size());
        assertEquals(1, file.skipped("rest of the row above"));
        assertEquals(4, file.skipped("corporate action"));
        // Koop 500 @ 0,039 EUR, -19.5
        Fill fbr = fill(file, "AU000000FBR4", Side.BUY);
        assertMoney("500", fbr.quantity().value());
        assertMoney("0.039", fbr.price().value());
        // Koop 1 @ 33,9 USD; fee of 1.00 EUR at 1.0624 USD
        Fill vici = fill(file, "US9256521090", Side.BUY);
        assertEquals("USD", vici.currency().code());
        assertMoney("1.0624", vici.costs().commission().orElseThrow());
        assertEquals("1.00 EUR", vici.extras().get("fee_charged"));
        assertEquals("5925d76b-eb36-46e3-b017-a61a6d03c3e7", vici.extras().get("order_id"));
        assertEquals(Instant.parse("2022-12-15T15:55:00Z"), vici.time());
        // Achat 6 …@79,96 EUR with a fee of 4.90 EUR
        Fill qt = fill(file, "FI4000198031", Side.BUY);
        assertMoney("4.9", qt.costs().commission().orElseThrow());
        assertMoney("79.96", qt.price().value());
        // Sell 4 AVIVA@496 GBX for 19.84 GBP
        Fill aviva = fill(file, "GB00BPQY8M80", Side.SELL);
        assertEquals("GBP", aviva.currency().code());
        assertMoney("0.01", aviva.multiplier());
        assertEquals("EQUAL", file.total("Amounts of all trades in GBP").verdict());
        assertEquals("EQUAL", file.total("Amounts of all trades in USD").verdict());
        assertTrue(file.notes("line 69"), "an amount masked to 9999.99");
    }

    @Test
    void theFeeOfAnOrderIsDividedOverItsPartsAndTaxesAreFees() {
        Imported file =
                read(
                        ENGLISH
                                + """
                                02-03-2026,10:00,02-03-2026,ACME,NL01,DEGIRO Transaction and/or third party fees,,EUR,-3.00,EUR,1.00,o-1
                                02-03-2026,10:00,02-03-2026,ACME,NL01,Stamp Duty,,EUR,-0.60,EUR,1.00,o-1
                                02-03-2026,10:00,02-03-2026,ACME,NL01,"Buy 2 ACME@10,00 EUR (NL01)",,EUR,-20.00,EUR,1.00,o-1
                                02-03-2026,10:00,02-03-2026,ACME,NL01,"Buy 1 ACME@10,00 EUR (NL01)",,EUR,-10.00,EUR,1.00,o-1
                                """);

        assertEquals(2, file.fills().size());
        assertMoney("3.60", file.costs());
        Fill two =
                file.fills().stream()
                        .filter(f -> f.quantity().value().intValue() == 2)
                        .findFirst()
                        .orElseThrow();
        assertMoney("2", two.costs().commission().orElseThrow());
        assertMoney("0.4", two.costs().fees().orElseThrow());
    }

    @Test
    void thousandsAndGermanWordsAreSettledByTheAmount() {
        Imported file =
                read(
                        """
                        Datum,Uhrzeit,Valutadatum,Produkt,ISIN,Beschreibung,FX,Änderung,,Saldo,,Order-ID
                        02-03-2026,10:00,02-03-2026,ACME,NL01,"Kauf 1.046 zu je 1,125 EUR (NL01)",,EUR,"-1.176,75",EUR,"1,00",o-1
                        03-03-2026,10:00,02-03-2026,ACME,NL01,"Verkauf 1.046 zu je 1,125 EUR (NL01)",,EUR,"1,18",EUR,"1,00",o-2
                        """);

        assertMoney("1046", file.fills().get(0).quantity().value());
        assertMoney("1.125", file.fills().get(0).price().value());
        assertMoney("1.046", file.fills().get(1).quantity().value());
    }

    @Test
    void theItalianStatementNamesTheVenueInTheColumnOfTheRate() {
        Imported file =
                read("""
                Data,Ora,Data Valore,Prodotto,ISIN,Descrizione,Borsa,Variazioni,,Saldo,,ID Ordine
                04-03-2026,09:10,04-03-2026,ACME,NL01,Costi di transazione DEGIRO,,EUR,"-2,00",EUR,"98,00",o-1
                04-03-2026,09:10,04-03-2026,ACME,NL01,"Acquisto 5 ACME@110,20 EUR (NL01)",,EUR,"-551,00",EUR,"100,00",o-1
                """)
                        .as("degiro-account");

        assertEquals(1, file.fills().size());
        assertMoney("-553", file.cash());
    }

    @Test
    void aSaleThatCostsMoneyIsRefused() {
        Imported file =
                read(
                        ENGLISH
                                + """
                                02-03-2026,10:00,02-03-2026,ACME,NL01,"Sell 2 ACME@10,00 EUR (NL01)",,EUR,-20.00,EUR,1.00,o-1
                                02-03-2026,10:00,02-03-2026,ACME,NL01,Buy ten ACME@10 EUR,,EUR,-20.00,EUR,1.00,o-2
                                02-03-2026,10:00,02-03-2026,ACME,NL01,"Buy 2 ACME@10,00 EUR (NL01)",,EUR,-20.00,EUR,1.00,o-3
                                """);

        assertEquals(1, file.fills().size());
        assertEquals(2, file.file().refused().get(0).line());
        assertEquals(3, file.file().refused().get(1).line());
    }

    @Test
    void transactionsOfThreeGenerations() {
        Imported old =
                read("""
                Datum,Tijd,Product,ISIN,Beurs,Aantal,Koers,,Lokale waarde,,Waarde,,Wisselkoers,Transactiekosten,,Totaal,,Order ID
                15-03-2024,09:05,VANGUARD,IE00,EAM,10,"104,50",EUR,"-1.045,00",EUR,"-1.045,00",EUR,,"-1,00",EUR,"-1.046,00",EUR,abc-1
                """)
                        .as("degiro-transactions");
        assertMoney("-1046", old.cash());

        Imported usual =
                read(
                        """
                        Date,Time,Product,ISIN,Reference,Venue,Quantity,Price,,Local value,,Value,,Exchange rate,Transaction and/or third,,Total,,Order ID
                        03-03-2025,10:00,ALFA,US01,NDQ,XNAS,-2,200.0000,USD,400.00,USD,320.00,EUR,1.25,-2.00,EUR,318.00,EUR,t-1
                        """);
        Fill sold = usual.fills().getFirst();
        assertEquals(Side.SELL, sold.side());
        assertMoney("2.5", sold.costs().commission().orElseThrow());
        assertEquals("2.00 EUR", sold.extras().get("fee_charged"));
        assertEquals("EQUAL", usual.total("Local values of all trades in USD").verdict());

        Imported recent =
                read(
                        """
                        Date,Time,Product,ISIN,Reference exchange,Venue,Quantity,Price,,Local value,,Value EUR,Exchange rate,AutoFX Fee,Transaction and/or third party fees EUR,Total EUR,Order ID,
                        20-03-2026,10:00,ALFA,US01,NDQ,XNAS,10,50.00,USD,-500.00,USD,-400.00,1.25,-1.00,-1.00,-402.00,,t-2
                        """);
        Fill bought = recent.fills().getFirst();
        assertMoney("2.5", bought.costs().commission().orElseThrow());
        assertEquals("t-2", bought.extras().get("order_id"));
    }

    @Test
    void bothExportsMergeWhenSpansOverlap() {
        StringBuilder account = new StringBuilder(ENGLISH);
        StringBuilder transactions =
                new StringBuilder(
                        "Date,Time,Product,ISIN,Reference,Venue,Quantity,Price,,Local"
                                + " value,,Value,,Exchange rate,Transaction and/or"
                                + " third,,Total,,Order ID\n");
        for (int day = 19; day > 10; day--) {
            for (int twice = 0; twice < 2; twice++) {
                account.append(day)
                        .append(
                                "-03-2026,10:00,02-03-2026,ACME,NL01,\"Buy 2 ACME@10,00 EUR"
                                        + " (NL01)\",,EUR,-20.00,EUR,1.00,o-")
                        .append(day)
                        .append('\n');
                transactions
                        .append(day)
                        .append(
                                "-03-2025,10:00,ALFA,US01,NDQ,XNAS,2,200.00,USD,-400.00,USD,-320.00,EUR,1.25,-2.00,EUR,-322.00,EUR,t-")
                        .append(day)
                        .append('\n');
            }
        }
        Journal journal = new Journal(folder);
        SplitCheck.holds(journal, "f.csv", account.toString(), 1, l -> l.split(",")[0], AMSTERDAM);
        SplitCheck.holds(
                journal, "f.csv", transactions.toString(), 1, l -> l.split(",")[0], AMSTERDAM);
    }
}
