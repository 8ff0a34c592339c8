package credence.desktop.panel.importing;

import credence.desktop.theme.Figures;
import credence.service.port.mapping.ImportProfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An import profile, for the list of them.
///
/// @param what what it is for and what it settles, in words
/// @param proven when it last brought files in whole; empty when it has not yet
public record ProfileLine(String name, String what, String proven) {

    /// @param titles names of formats by their ids
    static ProfileLine of(ImportProfile p, Map<String, String> titles, Figures figures) {
        List<String> parts = new ArrayList<>();
        parts.add(
                p.mapping()
                        .map(m -> m.columns().size() + " columns mapped")
                        .orElse(titles.getOrDefault(p.format(), p.format())));
        p.zone().ifPresent(z -> parts.add("times in " + z));
        p.bot().ifPresent(b -> parts.add("bot " + b.name()));
        p.account().ifPresent(a -> parts.add("account " + a.name()));
        int rules = p.botRules().size() + p.accountRules().size();
        if (rules > 0) {
            parts.add(rules == 1 ? "1 rule" : rules + " rules");
        }
        if (p.automatic()) {
            parts.add(
                    p.succeeded().isPresent()
                            ? "used by itself"
                            : "used only when you choose it, until a file came in whole");
        }
        return new ProfileLine(
                p.name(), String.join(", ", parts), p.succeeded().map(figures::time).orElse(""));
    }
}
