package credence.desktop.panel.importing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Messages that name options of the command line, in the names that the fields of the window bear.
final class WindowWords {

    /// Fields by the options that say the same.
    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("--zone", "Time zone of their times"),
                    Map.entry("--symbol", "Symbol"),
                    Map.entry("--currency", "Currency"),
                    Map.entry("--source", "Kind of evidence"),
                    Map.entry("--bot", "Bot"),
                    Map.entry("--account", "Account"),
                    Map.entry("--format", "Format"),
                    Map.entry("--date", "Day of the times"),
                    Map.entry("--date-order", "Dates are written"),
                    Map.entry("--decimal", "Numbers are written"),
                    Map.entry("--replace", "Replace rows that are known with other content"),
                    Map.entry("--negative-costs", "Costs are written as negative numbers"),
                    Map.entry("--map", "How it is read"),
                    Map.entry("--propose", "How it is read"));

    /// Wording that is otherwise in a window; first these.
    private static final Map<Pattern, String> PHRASES = phrases();

    /// An option, with the place holder or the word that follows it.
    private static final Pattern OPTION =
            Pattern.compile(
                    "(?<say>\\b[Ss]ay )?(?<option>--[a-z]+(?:-[a-z]+)*)(?<holder>"
                            + " (?:NAME|SYMBOL|FILE)\\b)?(?<value>"
                            + " (?:[+-]\\d\\d:\\d\\d|[A-Z][\\w/]*[\\w]|\\d{4}-\\d\\d-\\d\\d"
                            + "|day|month|point|comma|live|paper|backtest)(?![\\w“]))?");

    private WindowWords() {}

    private static Map<Pattern, String> phrases() {
        Map<Pattern, String> all = new LinkedHashMap<>();
        all.put(Pattern.compile(" \\(credence undo-import\\)"), " (in the Journal, under Imports)");
        all.put(
                Pattern.compile("credence undo-import"),
                "undo the import in the Journal, under Imports");
        all.put(Pattern.compile("\\bgross-pnl\\b"), "“result before costs”");
        all.put(Pattern.compile("\\bnet-pnl\\b"), "“result after costs”");
        all.put(
                Pattern.compile("; “formats[^”]*”[^;,.]*"),
                ""); // a command that lists what the window offers in a box
        return all;
    }

    /// The same message as the window says it.
    static String of(String message) {
        if (!message.contains("--")
                && !message.contains("undo-import")
                && !message.contains("-pnl")) {
            return message;
        }
        String text = message;
        for (Map.Entry<Pattern, String> phrase : PHRASES.entrySet()) {
            text =
                    phrase.getKey()
                            .matcher(text)
                            .replaceAll(Matcher.quoteReplacement(phrase.getValue()));
        }
        return OPTION.matcher(text).replaceAll(found -> Matcher.quoteReplacement(field(found)));
    }

    private static String field(java.util.regex.MatchResult option) {
        String name = FIELDS.get(option.group("option"));
        if (name == null) {
            return option.group();
        }
        String say = option.group("say");
        String value = option.group("value");
        String verb = say == null ? "" : say.startsWith("S") ? "Give " : "give ";
        return value == null
                ? verb + "“" + name + "”"
                : verb + value.strip() + " as “" + name + "”";
    }
}
