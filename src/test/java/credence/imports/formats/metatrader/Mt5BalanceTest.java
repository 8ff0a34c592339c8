package credence.imports.formats.metatrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.imports.Choices;
import credence.imports.Journal;
import credence.service.port.FileReport.Reconciled;
import credence.service.port.ParsedFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/// A German report with a balance and no results. 1000 + profits 4.55 + 13.63 − 9.07, less commission 2.10 and swap 0.55, is 1006.46.
class Mt5BalanceTest {

    private static final String DEPOSIT =
            row(
                    "2026.01.05 09:00:00",
                    "1",
                    "",
                    "balance",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "1 000.00",
                    "1 000.00",
                    "Deposit");

    private static final String DEALS =
            deal("10:00:00", "2", "buy", "in", "0.20", "1.10000", "-0.70", "0.00", "0.00", "999.30")
                    + deal(
                            "10:30:00",
                            "3",
                            "sell",
                            "in",
                            "0.10",
                            "1.10200",
                            "-0.35",
                            "0.00",
                            "0.00",
                            "998.95")
                    + deal(
                            "11:00:00",
                            "4",
                            "sell",
                            "out",
                            "0.10",
                            "1.10050",
                            "-0.35",
                            "0.00",
                            "4.55",
                            "1 003.15")
                    + deal(
                            "12:00:00",
                            "5",
                            "sell",
                            "out",
                            "0.10",
                            "1.10150",
                            "-0.35",
                            "0.00",
                            "13.63",
                            "1 016.43")
                    + deal(
                            "13:00:00",
                            "6",
                            "buy",
                            "out",
                            "0.10",
                            "1.10300",
                            "-0.35",
                            "-0.55",
                            "-9.07",
                            "1 006.46");

    @TempDir Path folder;

    private static String row(String... cells) {
        return "<tr align=right><td>" + String.join("</td><td>", cells) + "</td></tr>\n";
    }

    private static String deal(
            String time,
            String number,
            String type,
            String direction,
            String lots,
            String price,
            String commission,
            String swap,
            String profit,
            String balance) {
        return row(
                "2026.01.05 " + time,
                number,
                "EURUSD",
                type,
                direction,
                lots,
                price,
                "100" + number,
                commission,
                "0.00",
                swap,
                profit,
                balance,
                "");
    }

    private static String position(
            String id, String type, String lots, String in, String out, String... money) {
        return row(
                "2026.01.05 10:00:00",
                id,
                "EURUSD",
                type,
                lots,
                in,
                "",
                "",
                "2026.01.05 12:00:00",
                out,
                money[0],
                money[1],
                money[2]);
    }

    private ParsedFile read(String positions, String deals, String under) {
        String page =
                "\uFEFF<html><body><table>\n"
                        + "<tr><th>Handelshistorie Bericht</th></tr>\n"
                        + "<tr><th>Konto:</th><th>1234567 (EUR, Server, real, Hedge)</th></tr>\n"
                        + (positions.isEmpty()
                                ? ""
                                : "<tr><th>Positionen</th></tr>\n"
                                        + row(
                                                "Zeit",
                                                "Position",
                                                "Symbol",
                                                "Typ",
                                                "Volumen",
                                                "Preis",
                                                "S / L",
                                                "T / P",
                                                "Zeit",
                                                "Preis",
                                                "Kommission",
                                                "Swap",
                                                "Gewinn")
                                        + positions)
                        + (deals.isEmpty()
                                ? ""
                                : "<tr><th>Deals</th></tr>\n"
                                        + row(
                                                "Zeit",
                                                "Deal",
                                                "Symbol",
                                                "Typ",
                                                "Richtung",
                                                "Volumen",
                                                "Preis",
                                                "Auftrag",
                                                "Kommission",
                                                "Gebühr",
                                                "Swap",
                                                "Gewinn",
                                                "Kontostand",
                                                "Kommentar")
                                        + deals)
                        + under
                        + "</table></body></html>";
        ParsedFile file = new Journal(folder).read("h.html", page, Choices.NONE.zone("UTC"));
        assertNull(file.error(), () -> "" + file.error());
        assertEquals("mt5-history", file.format());
        assertEquals(List.of(), file.refused());
        return file;
    }

    private static final String POSITIONS =
            position("1002", "buy", "0.20", "1.10000", "1.10100", "-1.40", "0.00", "18.18")
                    + position(
                            "1003", "sell", "0.10", "1.10200", "1.10300", "-0.70", "-0.55",
                            "-9.07");

    private static String balance(String figure) {
        return "<tr><td colspan=3>Kontostand:</td><td><b>"
                + figure
                + "</b></td><td colspan=3>Freie Margin:</td><td><b>5.00</b></td></tr>\n";
    }

    private static void holds(ParsedFile file, String stated, String computed, String verdict) {
        Reconciled held =
                file.reconciliation().stream()
                        .filter(r -> r.what().equals("Balance by the deals"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(new BigDecimal(stated), held.stated());
        assertEquals(new BigDecimal(computed), held.computed());
        assertEquals(verdict, held.verdict());
    }

    private static boolean says(ParsedFile file, String sentence) {
        return file.notes().contains(sentence);
    }

    @Test
    void followsFromDepositsAndDeals() {
        ParsedFile file = read(POSITIONS, DEPOSIT + DEALS, balance("1 006.46"));
        holds(file, "1006.46", "1006.46", "EQUAL");
        assertTrue(
                says(
                        file,
                        "Balance: 0.00 at first, deposits and withdrawals 1000.00, profit 9.11,"
                                + " commission −2.10, swap −0.55, fees 0.00: all of it is in the"
                                + " trades that were read."),
                file.notes()::toString);
    }

    @Test
    void ofASpanOfTimeBeginsWithWhatWasThere() {
        ParsedFile file = read("", DEALS, balance("1 006.46"));
        holds(file, "1006.46", "1006.46", "EQUAL");
        assertTrue(
                file.notes().stream().anyMatch(n -> n.startsWith("Balance: 1000.00 at first")),
                file.notes()::toString);
    }

    @Test
    void thatDoesNotFollowIsTold() {
        holds(
                read(POSITIONS, DEPOSIT + DEALS, balance("1 106.46")),
                "1106.46",
                "1006.46",
                "DIFFERENT");
    }

    /// The position from 1.102 is left out: −9.07 − 0.70 − 0.55.
    @Test
    void whatNoTradeHoldsIsTold() {
        ParsedFile file =
                read(
                        position(
                                "1002", "buy", "0.20", "1.10000", "1.10100", "-1.40", "0.00",
                                "18.18"),
                        DEPOSIT + DEALS,
                        balance("1 006.46"));
        assertTrue(
                file.notes().stream().anyMatch(n -> n.contains(": −10.32 of it is in no closed")),
                file.notes()::toString);
    }

    @Test
    void aCreditMovesNoBalance() {
        String credit =
                row(
                        "2026.01.05 14:00:00",
                        "7",
                        "",
                        "credit",
                        "",
                        "",
                        "",
                        "",
                        "0.00",
                        "0.00",
                        "0.00",
                        "50.00",
                        "1 006.46",
                        "Bonus");
        holds(
                read(POSITIONS, DEPOSIT + DEALS + credit, balance("1 006.46")),
                "1006.46",
                "1006.46",
                "EQUAL");
    }

    @Test
    void withoutDealsIsNotChecked() {
        ParsedFile file = read(POSITIONS, "", balance("1 006.46"));
        assertTrue(file.reconciliation().stream().noneMatch(r -> r.what().startsWith("Balance")));
        assertTrue(
                file.notes().stream()
                        .anyMatch(
                                n ->
                                        n.startsWith(
                                                "The report's balance of 1006.46 is not checked:")),
                file.notes()::toString);
    }

    @Test
    void resultsUnderATitleAreNoBalance() {
        ParsedFile file =
                read(
                        POSITIONS,
                        DEPOSIT + DEALS,
                        "<tr><th>Ergebnisse</th></tr>\n" + row("Nettoprofit:", "6.46"));
        assertTrue(file.reconciliation().stream().noneMatch(r -> r.what().startsWith("Balance")));
    }
}
