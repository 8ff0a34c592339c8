package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.service.port.Progress;

import org.junit.jupiter.api.Test;

import java.util.List;

class HtmlPageTest {

    private static List<PageRow> rows(String html) throws UnreadableFile {
        return HtmlPage.read(html, ImportLimits.DEFAULT, Progress.NONE);
    }

    @Test
    void cellsCarryWhatABrowserWouldShow() throws UnreadableFile {
        List<PageRow> rows =
                rows(
                        "<html><body>\n<table>\n<tr><td title='#7 EA'>1&nbsp;000.50</td>"
                                + "<td class=hidden colspan=8>note</td><td colspan=2><b>x</b>"
                                + "<th>y<tr><td>z");
        assertEquals(2, rows.size());
        PageRow first = rows.getFirst();
        assertEquals(3, first.line());
        assertEquals("#7 EA", first.cells().getFirst().title());
        assertEquals(
                List.of("1 000.50", "x", "", "y"),
                first.columns().stream().map(PageCell::text).toList());
        assertTrue(first.cells().get(1).hidden());
        assertTrue(first.cells().get(2).bold());
        assertTrue(first.cells().get(3).bold());
        assertEquals(List.of("z"), rows.get(1).words());
    }

    @Test
    void aSpanBeyondReasonIsCut() throws UnreadableFile {
        assertEquals(
                100,
                rows("<table><tr><td colspan=999999999>x</table>").getFirst().columns().size());
    }

    @Test
    void aRowOfTooManyColumnsIsRefused() {
        assertThrows(
                UnreadableFile.class,
                () -> rows("<table><tr>" + "<td colspan=100>x".repeat(11) + "</table>"));
    }

    @Test
    void tablesInTablesByTheThousandAreRefused() {
        assertThrows(UnreadableFile.class, () -> rows("<table><tr><td>".repeat(3_000)));
    }

    @Test
    void aPageNamesItself() {
        assertEquals(
                "Strategy Tester: A & B",
                HtmlPage.title("<title>Strategy Tester: A &amp; B</title>"));
    }
}
