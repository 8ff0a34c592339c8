package credence.imports.formats.metatrader;

import credence.imports.Document;
import credence.imports.Header;
import credence.imports.NumberStyle;
import credence.imports.PageRow;
import credence.imports.UnreadableFile;
import credence.imports.formats.metatrader.Mt5Section.Kind;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A MetaTrader 5 report, cut into its lists and its named figures; of the Strategy Tester or of an account's history.
final class Mt5Report {

    /// `12345678 (USD, Broker-Server, real, Hedge)`, in every language.
    private static final Pattern ACCOUNT = Pattern.compile("(\\d{3,})\\s*\\(([^()]*,[^()]*)\\)");

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern BUILD = Pattern.compile(".*\\(Build \\d+\\).*");

    final List<Mt5Section> sections = new ArrayList<>();
    final Labels labels = new Labels();

    /// Values of the first rows that are a name and a value: expert, symbol, … of a tester report, whatever the language.
    final List<String> settings = new ArrayList<>();

    String account = "";
    String currency = "";
    String accountKind = "";
    String printed = "";

    /// Balance in the summary: the first figure right under the lists, whatever the language calls it; null when there is none.
    @Nullable BigDecimal balance;

    private boolean underLists;
    private boolean testerTitle;
    private boolean historyTitle;

    private Mt5Report() {}

    static Mt5Report of(List<PageRow> rows) {
        Mt5Report report = new Mt5Report();
        Mt5Section section = null;
        for (PageRow row : rows) {
            List<String> words = row.words();
            if (words.isEmpty()) {
                continue;
            }
            Mt5Section next = Mt5Section.startingWith(row);
            if (next != null) {
                section = next;
                report.sections.add(section);
                report.underLists = true;
            } else if (words.size() == 1) {
                report.title(words.getFirst());
                report.underLists = false;
                section = null;
            } else if (section == null || !listed(section, row)) {
                section = null;
                report.named(row, words);
            } else {
                section.add(row);
            }
        }
        report.sections.removeIf(s -> s.kind() == Kind.OTHER);
        return report;
    }

    /// Names and values follow a list without a title in some reports.
    private static boolean listed(Mt5Section section, PageRow row) {
        String first = row.words().getFirst();
        return !(first.endsWith(":") && row.words().size() <= 8 && !section.rows.isEmpty());
    }

    private void title(String word) {
        String s = word.toLowerCase(Locale.ROOT);
        testerTitle |= s.equals("strategy tester report") || BUILD.matcher(word).matches();
        historyTitle |= s.equals("trade history report");
    }

    private void named(PageRow row, List<String> words) {
        labels.add(row);
        if (underLists && balance == null && words.getFirst().endsWith(":") && words.size() > 1) {
            balance = number(words.get(1));
        }
        underLists = false;
        if (sections.isEmpty() && words.size() == 2) {
            settings.add(words.get(1));
        }
        for (String word : words) {
            Matcher m = ACCOUNT.matcher(word);
            if (account.isEmpty() && sections.isEmpty() && m.find()) {
                account = m.group(1);
                accountKind = m.group(2).toLowerCase(Locale.ROOT);
                String first = m.group(2).split(",", 2)[0].strip();
                currency = CURRENCY.matcher(first).matches() ? first : "";
            } else if (printed.isEmpty()
                    && sections.isEmpty()
                    && Mt5Section.TIME.matcher(word).matches()) {
                printed = word;
            }
        }
    }

    private static @Nullable BigDecimal number(String word) {
        try {
            return NumberStyle.POINT.read(word);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    boolean has(Kind kind) {
        return sections.stream().anyMatch(s -> s.kind() == kind && !s.rows.isEmpty());
    }

    List<Mt5Section> all(Kind kind) {
        return sections.stream().filter(s -> s.kind() == kind).toList();
    }

    boolean isReport() {
        return has(Kind.DEALS) || has(Kind.POSITIONS) || has(Kind.OPEN_POSITIONS);
    }

    /// A tester report names no account and has no list of positions.
    boolean isTester() {
        return isReport()
                && !has(Kind.POSITIONS)
                && !historyTitle
                && (testerTitle || account.isEmpty());
    }

    /// The report that a file is; null when it is none.
    static @Nullable Mt5Report find(Document document) {
        try {
            switch (document.container()) {
                case HTML, XLSX -> {}
                case TEXT -> {
                    if (document.header(Mt5Report::listHeader) == null) {
                        return null;
                    }
                }
                default -> {
                    return null;
                }
            }
            Mt5Report report = of(document.page());
            return report.isReport() ? report : null;
        } catch (UnreadableFile _) {
            return null;
        }
    }

    /// A workbook saved as delimited text keeps its lists.
    private static int listHeader(Header h) {
        boolean positions =
                h.has("Position") && h.find("Time", 2) >= 0 && h.has("S / L") && h.has("Swap");
        boolean deals = h.has("Deal") && h.has("Direction") && h.has("Order") && h.has("Balance");
        return positions || deals ? 1 : 0;
    }
}
