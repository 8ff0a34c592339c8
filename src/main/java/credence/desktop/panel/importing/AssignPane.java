package credence.desktop.panel.importing;

import credence.desktop.fx.Showing;
import credence.desktop.panel.importing.Assigning.Whose;
import credence.desktop.part.Fittings;
import credence.desktop.part.FocusScroll;
import credence.desktop.part.Help;
import credence.desktop.table.Column;
import credence.desktop.table.SortFilterTable;
import credence.service.port.mapping.Condition.Of;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Whose the rows are: rules on the left, the bots that come of them on the right.
final class AssignPane extends HBox {

    private static final double PREVIEW = 500;

    /// One way to name bots in a word.
    private record By(String words, Of of, String column, boolean stated) {

        @Override
        public String toString() {
            return words;
        }
    }

    private final Assigning model;
    private final ComboBox<By> by = new ComboBox<>();
    private final Label ask = new Label();
    private final VBox botRules = rules();
    private final VBox accountRules = rules();
    private final SortFilterTable<OwnerLine> preview;
    private boolean filling;

    AssignPane(Assigning model, Fittings fittings) {
        this.model = model;
        getStyleClass().add("import-assign");
        ask.setWrapText(true);
        by.setId("assign-by");
        by.setAccessibleText("One bot for each");
        by.setPrefWidth(330);
        by.valueProperty().subscribe((_, now) -> choose(now));
        HBox quick = new HBox(new Label("One bot for each"), by);
        quick.getStyleClass().add("import-buttons");
        Label how =
                new Label(
                        "Rules are tried from top to bottom; the first that holds decides. * stands"
                            + " for any text, ? for one letter; in the name, $1 is what the first *"
                            + " stood for and $0 the whole text.");
        how.setWrapText(true);
        how.getStyleClass().add("muted");
        VBox left =
                new VBox(
                        ask,
                        quick,
                        how,
                        botRules,
                        add(Whose.BOT, "Add a rule for bots"),
                        title("Accounts of rows that name none"),
                        accountRules,
                        add(Whose.ACCOUNT, "Add a rule for accounts"));
        left.getStyleClass().add("import-reading");
        ScrollPane scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setAccessibleText("Rules about whose the rows are");
        FocusScroll.in(scroll);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        preview = fittings.table("import.owners", columns(), line -> line);
        preview.setAccessibleText("Bots that come of it, with their rows");
        preview.filteringProperty().set(false);
        preview.placeholder(new Label("No row was read yet."));
        preview.setMinWidth(PREVIEW);
        preview.setPrefWidth(PREVIEW);
        getChildren().setAll(scroll, preview);
        Help.on(
                this,
                "Whose they are",
                "A rule gives rows to a bot or an account. It changes the bot under which a row is"
                    + " learned, never what makes it the same row again, so rules can be changed"
                    + " later and the same file imported once more. The list on the right shows at"
                    + " once what comes of them; nothing is kept before you import.");
        Showing.during(
                this,
                () ->
                        Subscription.combine(
                                model.rules(Whose.BOT).subscribe(_ -> show(Whose.BOT)),
                                model.rules(Whose.ACCOUNT).subscribe(_ -> show(Whose.ACCOUNT)),
                                model.preview().subscribe(this::showPreview)));
    }

    private static VBox rules() {
        VBox box = new VBox();
        box.getStyleClass().add("import-rules");
        return box;
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("text-bold");
        return label;
    }

    private Button add(Whose whose, String words) {
        Button button = new Button(words);
        button.setId("add-" + name(whose) + "-rule");
        button.setOnAction(
                _ -> {
                    model.add(whose);
                    focus(id(whose, model.rules(whose).get().size() - 1) + "-of-0");
                });
        return button;
    }

    private void showPreview(List<OwnerLine> lines) {
        preview.rows(lines);
        ask.setText(question(lines));
        ask.getStyleClass().remove("attention-text");
        if (model.asked()) {
            ask.getStyleClass().add("attention-text");
        }
        ways();
    }

    private String question(List<OwnerLine> lines) {
        if (lines.isEmpty()) {
            return "No row could be read yet. If the files name no bot, say here whose the rows"
                    + " are.";
        }
        return model.asked()
                ? "Some rows name no bot. Say whose they are, or import them as nobody's."
                : "Every row has its bot. Change it here if another should learn from it.";
    }

    /// What bots can be named after in these files.
    private void ways() {
        filling = true;
        List<By> all = new ArrayList<>();
        all.add(new By("bot that the files name", Of.BOT, "", true));
        all.add(new By("file", Of.FILE, "", false));
        for (String column : model.columns()) {
            all.add(new By("value of the column “" + column + "”", Of.COLUMN, column, false));
        }
        all.add(new By("comment or signal", Of.TAG, "", false));
        all.add(new By("symbol", Of.SYMBOL, "", false));
        all.add(new By("account", Of.ACCOUNT, "", false));
        by.getItems().setAll(all);
        List<RuleDraft> rules = model.rules(Whose.BOT).get();
        by.setValue(
                all.stream()
                        .filter(
                                b ->
                                        b.stated()
                                                ? rules.isEmpty()
                                                : rules.equals(
                                                        List.of(
                                                                RuleDraft.each(
                                                                        b.of(), b.column()))))
                        .findFirst()
                        .orElse(null));
        by.setPromptText("as the rules below say");
        filling = false;
    }

    private void choose(@org.jspecify.annotations.Nullable By way) {
        if (filling || way == null) {
            return;
        }
        if (way.stated()) {
            model.asStated();
        } else {
            model.oneForEach(way.of(), way.column());
        }
    }

    /// Makes the fields anew only where something else than their content has changed, so that typing is not disturbed.
    private void show(Whose whose) {
        List<RuleDraft> rules = model.rules(whose).get();
        VBox box = whose == Whose.BOT ? botRules : accountRules;
        List<RuleDraft> seen =
                box.getChildren().stream().map(node -> ((RuleEditor) node).draft()).toList();
        if (!seen.equals(rules)) {
            Node owner = getScene() == null ? null : getScene().getFocusOwner();
            String focused = owner == null || owner.getId() == null ? "" : owner.getId();
            box.getChildren().clear();
            for (int i = 0; i < rules.size(); i++) {
                box.getChildren().add(editor(whose, i, rules.get(i)));
            }
            focus(focused);
        }
        ways();
    }

    private RuleEditor editor(Whose whose, int i, RuleDraft draft) {
        String id = id(whose, i);
        Button up = new Button("Earlier");
        up.setId(id + "-up");
        up.setAccessibleText("Try this rule before the one above it");
        up.setOnAction(
                _ -> {
                    model.raise(whose, i);
                    focus(id(whose, i - 1) + "-up");
                });
        Button away = new Button("Remove");
        away.setId(id + "-remove");
        away.setAccessibleText("Remove rule " + (i + 1));
        away.setOnAction(
                _ -> {
                    model.remove(whose, i);
                    focus("add-" + name(whose) + "-rule");
                });
        return new RuleEditor(
                id,
                name(whose),
                draft,
                model.columns(),
                now -> model.change(whose, i, now),
                i == 0 ? List.of(away) : List.of(up, away));
    }

    private void focus(String id) {
        Node found = id.isEmpty() ? null : lookup("#" + id);
        if (found != null) {
            found.requestFocus();
        }
    }

    private static String id(Whose whose, int rule) {
        return name(whose) + "-rule-" + rule;
    }

    private static String name(Whose whose) {
        return whose.name().toLowerCase(Locale.ROOT);
    }

    private static List<Column<OwnerLine>> columns() {
        return List.of(
                Column.<OwnerLine>text("bot", "Bot", OwnerLine::bot)
                        .width(180)
                        .styled(line -> line.nobodys() ? "attention-text" : ""),
                Column.<OwnerLine>text("account", "Account", OwnerLine::account).width(100),
                Column.<OwnerLine>count("fresh", "New rows", OwnerLine::fresh).width(92),
                Column.<OwnerLine>count("known", "Known", OwnerLine::known)
                        .width(81)
                        .help("Rows that came in before; they stay with the bot they came in for"));
    }
}
