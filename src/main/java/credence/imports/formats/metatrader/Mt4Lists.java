package credence.imports.formats.metatrader;

import credence.imports.Header;
import credence.imports.PageRow;
import credence.imports.Row;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lists of a MetaTrader 4 statement: their rows with what the row below each adds, the head, and the figures between them.
final class Mt4Lists {

    private static final Pattern TITLE = Pattern.compile("#(\\d+)\\s*(.*)");
    private static final Pattern HEAD = Pattern.compile("([^:]{1,20}):\\s*(.*)");

    enum Section {
        HEAD,
        CLOSED,
        OPEN,
        WORKING,
        SUMMARY
    }

    /// One row of a list, with what the row below it adds.
    static final class Entry {
        final Section section;
        final Header header;
        final Row row;
        String magic = "";
        String comment = "";
        int rows = 1;

        Entry(Section section, Header header, Row row) {
            this.section = section;
            this.header = header;
            this.row = row;
        }
    }

    final Labels labels = new Labels();
    final List<Entry> entries = new ArrayList<>();
    String account = "";
    String currency = "";
    String reportTime = "";

    /// Sorts the page's rows into entries and labels.
    Mt4Lists(List<PageRow> rows) {
        Section section = Section.HEAD;
        Header header = null;
        for (PageRow row : rows) {
            List<String> words = row.words();
            if (words.isEmpty()) {
                continue;
            }
            Section next = words.size() == 1 ? title(words.getFirst()) : null;
            if (next != null) {
                section = next;
                header = null;
                continue;
            }
            Header found = Mt4Statement.headerOf(row);
            if (found != null || (section == Section.WORKING && words.contains("Ticket"))) {
                header =
                        found != null
                                ? found
                                : new Header(List.of(Mt4Statement.cells(row.texts())));
                section = section == Section.HEAD ? Section.CLOSED : section;
            } else if (section == Section.HEAD) {
                words.forEach(this::head);
            } else if (section == Section.SUMMARY || header == null) {
                labels.add(row);
            } else {
                list(section, header, row, words);
            }
        }
    }

    private static @Nullable Section title(String word) {
        String s = word.toLowerCase(Locale.ROOT);
        if (s.startsWith("closed transactions")) {
            return Section.CLOSED;
        }
        if (s.startsWith("open trades")) {
            return Section.OPEN;
        }
        if (s.startsWith("working orders")) {
            return Section.WORKING;
        }
        return s.startsWith("summary") || s.startsWith("a/c summary") || s.startsWith("details")
                ? Section.SUMMARY
                : null;
    }

    private void head(String word) {
        Matcher m = HEAD.matcher(word);
        if (m.matches() && !m.group(1).contains(" May") && !Character.isDigit(word.charAt(0))) {
            switch (m.group(1).strip().toLowerCase(Locale.ROOT)) {
                case "account", "a/c no" -> account = m.group(2).strip();
                case "currency" -> currency = m.group(2).strip();
                default -> {}
            }
        } else if (Character.isDigit(word.charAt(0))) {
            int bracket = word.indexOf('(');
            reportTime = (bracket > 0 ? word.substring(0, bracket) : word).strip();
        }
    }

    private void list(Section section, Header header, PageRow row, List<String> words) {
        int ticket = Math.max(header.find("Ticket"), 0);
        Row texts = row.texts();
        boolean blank = ticket >= texts.size() || texts.cell(ticket).isBlank();
        if (words.stream().anyMatch(w -> w.endsWith(":"))) {
            labels.add(row);
        } else if (!blank && words.size() == 1 && !Character.isDigit(words.getFirst().charAt(0))) {
            return; // "No transactions"
        } else if (!blank) {
            Entry entry = new Entry(section, header, MetaTrader.padded(texts, header.size()));
            Matcher m = TITLE.matcher(titleOf(row, ticket));
            if (m.matches()) {
                entry.magic = m.group(1);
                entry.comment = m.group(2);
            } else {
                entry.comment = titleOf(row, ticket);
            }
            entries.add(entry);
        } else if (words.size() < 3 && !entries.isEmpty()) {
            Entry above = entries.getLast();
            above.rows++;
            for (String word : words) {
                if (word.chars().allMatch(Character::isDigit)) {
                    above.magic = word;
                } else {
                    above.comment = word;
                }
            }
        } // else the sums of the list's columns
    }

    private static String titleOf(PageRow row, int column) {
        var columns = row.columns();
        return column < columns.size() ? columns.get(column).title() : "";
    }
}
