package credence.imports;

import credence.service.port.mapping.Condition;
import credence.service.port.mapping.OwnerRule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The trader's own rules about whose a row is, applied to one file.
final class OwnerRules {

    /// One rule with its patterns ready; those about the file's name are settled already.
    private record Ready(List<Test> tests, String owner, List<String> found, String first) {}

    private record Test(Condition condition, Pattern pattern) {}

    private final List<Ready> rules = new ArrayList<>();

    /// @param file name of the file, without folders
    OwnerRules(List<OwnerRule> all, String file) {
        for (OwnerRule rule : all) {
            Ready ready = ready(rule, file);
            if (ready != null) {
                rules.add(ready);
            }
        }
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    private static @Nullable Ready ready(OwnerRule rule, String file) {
        List<Test> tests = new ArrayList<>();
        List<String> found = new ArrayList<>();
        String first = "";
        for (Condition c : rule.when()) {
            Pattern pattern = new Pattern(c.of() == Condition.Of.TIME_OF_DAY ? "*" : c.pattern());
            if (c.of() == Condition.Of.FILE) {
                List<String> stars = pattern.match(file);
                if (stars == null) {
                    return null;
                }
                found.addAll(stars);
                first = first.isEmpty() ? file : first;
            } else {
                tests.add(new Test(c, pattern));
            }
        }
        return new Ready(tests, rule.owner(), found, first);
    }

    /// The owner by the first rule that holds.
    ///
    /// @param tally knows the cells of the row being read
    Optional<String> owner(Clues clues, Tally tally) {
        for (Ready rule : rules) {
            String owner = owner(rule, clues, tally);
            if (owner != null && !owner.isBlank()) {
                return Optional.of(owner.strip());
            }
        }
        return Optional.empty();
    }

    private static @Nullable String owner(Ready rule, Clues clues, Tally tally) {
        List<String> found = new ArrayList<>(rule.found());
        String first = rule.first();
        for (Test test : rule.tests()) {
            if (test.condition().of() == Condition.Of.TIME_OF_DAY) {
                if (clues.time() == null || !test.condition().span().holds(clues.time())) {
                    return null;
                }
                continue;
            }
            String text = text(test.condition(), clues, tally);
            List<String> stars = text.isEmpty() ? null : test.pattern().match(text);
            if (stars == null) {
                return null;
            }
            found.addAll(stars);
            first = first.isEmpty() ? text : first;
        }
        return filled(rule.owner(), found, first);
    }

    private static String text(Condition condition, Clues clues, Tally tally) {
        return switch (condition.of()) {
            case BOT -> clues.bot();
            case TAG -> clues.tag();
            case ACCOUNT -> clues.account();
            case SYMBOL -> clues.symbol();
            case COLUMN -> column(condition.column(), clues, tally);
            case FILE, TIME_OF_DAY -> "";
        };
    }

    private static String column(String name, Clues clues, Tally tally) {
        String key = Header.key(name);
        for (var cell : clues.columns().entrySet()) {
            if (Header.key(cell.getKey()).equals(key)) {
                return cell.getValue().strip();
            }
        }
        return tally.cell(clues.line(), name);
    }

    private static String filled(String owner, List<String> found, String first) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < owner.length(); i++) {
            char c = owner.charAt(i);
            if (c == '$' && i + 1 < owner.length() && Character.isDigit(owner.charAt(i + 1))) {
                int n = owner.charAt(++i) - '0';
                out.append(n == 0 ? first : n <= found.size() ? found.get(n - 1) : "");
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
