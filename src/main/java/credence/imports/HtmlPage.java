package credence.imports;

import credence.service.port.Progress;

import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows of all tables of a web page, in their order; what stands outside of tables is left out. Nothing is loaded, run or
/// followed. Rows are let go as they are read, so that a page costs about as much memory as its text.
final class HtmlPage {

    /// Deeper nesting is flattened; reports have about ten levels.
    private static final int DEEPEST = 64;

    private static final int MOST_TABLES = 2_000;
    private static final Pattern TABLE = Pattern.compile("<table", Pattern.CASE_INSENSITIVE);
    private static final int MOST_ROWS = 2_000_000;
    private static final int WIDEST_SPAN = 100;
    private static final int CANCEL_EVERY = 1024;

    private static final int HEAD = 1 << 16;
    private static final Pattern TITLE =
            Pattern.compile("<title[^>]{0,200}>([^<]{0,500})</title>", Pattern.CASE_INSENSITIVE);

    private HtmlPage() {}

    /// @throws UnreadableFile when a row has too many cells, or the page too many rows
    static List<PageRow> read(String text, ImportLimits limits, Progress progress)
            throws UnreadableFile {
        refuseTraps(text);
        List<PageRow> rows = new ArrayList<>();
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
        try (StreamParser stream = new StreamParser(parser).parse(text, "")) {
            Iterator<Element> elements = stream.iterator();
            while (elements.hasNext()) {
                Element element = elements.next();
                if (!element.normalName().equals("tr")) {
                    continue;
                }
                rows.add(row(element, limits));
                element.empty();
                if (rows.size() > MOST_ROWS) {
                    throw new UnreadableFile(
                            "The page has more than " + MOST_ROWS + " rows.",
                            "Export shorter spans of time.");
                }
                if (rows.size() % CANCEL_EVERY == 0) {
                    progress.checkCancelled();
                }
            }
        }
        return rows;
    }

    /// Tables in tables by the thousand take the parser minutes, and no report has them.
    private static void refuseTraps(String text) throws UnreadableFile {
        int tables = 0;
        Matcher m = TABLE.matcher(text);
        while (m.find()) {
            if (++tables > MOST_TABLES) {
                throw new UnreadableFile(
                        "The page has more than " + MOST_TABLES + " tables.",
                        "This is no report of trades; check that it is the right file.");
            }
        }
    }

    /// What the page calls itself; empty when it does not.
    static String title(String text) {
        Matcher m = TITLE.matcher(text.substring(0, Math.min(text.length(), HEAD)));
        return m.find() ? PageCell.clean(Parser.unescapeEntities(m.group(1), false)) : "";
    }

    private static PageRow row(Element tr, ImportLimits limits) throws UnreadableFile {
        int line = tr.sourceRange().isTracked() ? tr.sourceRange().start().lineNumber() : 0;
        List<PageCell> cells = new ArrayList<>();
        int width = 0;
        for (Element child : tr.children()) {
            String name = child.normalName();
            if (name.equals("td") || name.equals("th")) {
                PageCell cell = cell(child, name.equals("th"));
                cells.add(cell);
                width += cell.hidden() ? 0 : cell.span();
            }
        }
        if (width > limits.maxColumns()) {
            throw new UnreadableFile(
                    line,
                    "",
                    "",
                    "The row has " + width + " columns, the limit is " + limits.maxColumns() + ".",
                    "Check that it is the right file.");
        }
        return new PageRow(line, cells);
    }

    private static PageCell cell(Element td, boolean heading) {
        boolean hidden =
                td.hasClass("hidden")
                        || td.hasAttr("hidden")
                        || td.attr("style").replace(" ", "").contains("display:none");
        return new PageCell(
                PageCell.clean(td.text()),
                span(td.attr("colspan")),
                hidden,
                heading || bold(td),
                PageCell.clean(td.attr("title")));
    }

    private static boolean bold(Element td) {
        for (Element child : td.children()) {
            String name = child.normalName();
            if (name.equals("b") || name.equals("strong") || bold(child)) {
                return true;
            }
        }
        return false;
    }

    private static int span(String written) {
        if (written.isEmpty()) {
            return 1;
        }
        try {
            return Math.clamp(Integer.parseInt(written.strip()), 1, WIDEST_SPAN);
        } catch (NumberFormatException _) {
            return 1;
        }
    }
}
