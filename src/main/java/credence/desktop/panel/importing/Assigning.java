package credence.desktop.panel.importing;

import credence.service.port.mapping.Condition.Of;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.OwnerRule;
import credence.service.port.mapping.Ownership;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whose the rows are: the trader's rules while they are written, and what the files become under them.
///
/// Rules that are whole count at once: the files are read again under them. Those that still lack something wait.
public final class Assigning {

    /// What a rule gives rows to.
    public enum Whose {
        BOT,
        ACCOUNT
    }

    private final ObjectProperty<ImportForm> form;
    private final ReadOnlyObjectProperty<Optional<FileSurvey>> survey;
    private final Map<Whose, ReadOnlyObjectWrapper<List<RuleDraft>>> rules =
            new EnumMap<>(Whose.class);
    private final ReadOnlyObjectWrapper<List<OwnerLine>> preview =
            new ReadOnlyObjectWrapper<>(List.of());
    private boolean saying;

    /// @param form what is said of the files; changing it reads them again
    Assigning(
            ObjectProperty<ImportForm> form, ReadOnlyObjectProperty<Optional<FileSurvey>> survey) {
        this.form = form;
        this.survey = survey;
        for (Whose whose : Whose.values()) {
            rules.put(whose, new ReadOnlyObjectWrapper<>(List.of()));
        }
        form.subscribe(this::follow);
    }

    /// Rules in the order in which they are tried.
    public ReadOnlyObjectProperty<List<RuleDraft>> rules(Whose whose) {
        return of(whose).getReadOnlyProperty();
    }

    /// What the files become as things stand: bots, accounts and their rows.
    public ReadOnlyObjectProperty<List<OwnerLine>> preview() {
        return preview.getReadOnlyProperty();
    }

    /// Whether rows are nobody's, so that the trader should say whose they are.
    public boolean asked() {
        return preview.get().stream().anyMatch(OwnerLine::nobodys);
    }

    /// Columns of the looked-at file, by name; rules may ask for them.
    public List<String> columns() {
        return survey.get()
                .map(s -> s.header().stream().filter(n -> !n.isBlank()).distinct().toList())
                .orElse(List.of());
    }

    /// Lets the files say whose their rows are, as far as they do.
    public void asStated() {
        set(Whose.BOT, List.of());
    }

    /// One bot for each value of something, in place of all rules about bots.
    ///
    /// @param column for [Of#COLUMN] only
    public void oneForEach(Of of, String column) {
        set(Whose.BOT, List.of(RuleDraft.each(of, column)));
    }

    /// Begins another rule, tried after all others.
    public void add(Whose whose) {
        List<RuleDraft> all = new ArrayList<>(of(whose).get());
        all.add(new RuleDraft(List.of(new RuleDraft.Part(Of.TAG, "", "")), ""));
        set(whose, all);
    }

    public void change(Whose whose, int rule, RuleDraft draft) {
        List<RuleDraft> all = new ArrayList<>(of(whose).get());
        all.set(rule, draft);
        set(whose, all);
    }

    public void remove(Whose whose, int rule) {
        List<RuleDraft> all = new ArrayList<>(of(whose).get());
        all.remove(rule);
        set(whose, all);
    }

    /// Has a rule tried before the one above it.
    public void raise(Whose whose, int rule) {
        if (rule > 0) {
            List<RuleDraft> all = new ArrayList<>(of(whose).get());
            all.add(rule - 1, all.remove(rule));
            set(whose, all);
        }
    }

    void preview(List<OwnerLine> lines) {
        preview.set(List.copyOf(lines));
    }

    private void set(Whose whose, List<RuleDraft> all) {
        of(whose).set(List.copyOf(all));
        Ownership whole = new Ownership(whole(Whose.BOT), whole(Whose.ACCOUNT));
        if (!whole.equals(form.get().owners())) {
            saying = true;
            form.set(form.get().owners(whole));
            saying = false;
        }
    }

    /// Other files, other rules: those that were begun for the former ones go.
    void clear() {
        set(Whose.BOT, List.of());
        set(Whose.ACCOUNT, List.of());
        preview.set(List.of());
    }

    /// Rules that came about elsewhere.
    private void follow(ImportForm now) {
        if (!saying
                && !now.owners().equals(new Ownership(whole(Whose.BOT), whole(Whose.ACCOUNT)))) {
            of(Whose.BOT).set(now.owners().bots().stream().map(RuleDraft::of).toList());
            of(Whose.ACCOUNT).set(now.owners().accounts().stream().map(RuleDraft::of).toList());
        }
    }

    private List<OwnerRule> whole(Whose whose) {
        return of(whose).get().stream().flatMap(draft -> draft.rule().stream()).toList();
    }

    private ReadOnlyObjectWrapper<List<RuleDraft>> of(Whose whose) {
        return java.util.Objects.requireNonNull(rules.get(whose));
    }
}
