package credence.desktop.panel.importing;

import credence.desktop.panel.importing.RuleDraft.Part;
import credence.service.port.mapping.Condition.Of;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// One rule as a sentence of fields: "Rows whose comment is scalp* belong to Scalper". Told to the model when a field is left.
final class RuleEditor extends VBox {

    private static final double WHAT = 200;
    private static final double SPAN = 250;
    private static final double TEXT = 140;

    private final String id;
    private final List<String> columns;
    private final Consumer<RuleDraft> changed;
    private final Label trouble = new Label();
    private RuleDraft draft;

    /// @param id begins the ids of its fields, so that the focus finds its field again
    /// @param kind "bot" or "account"
    RuleEditor(
            String id,
            String kind,
            RuleDraft draft,
            List<String> columns,
            Consumer<RuleDraft> changed,
            List<Button> buttons) {
        this.id = id;
        this.draft = draft;
        this.columns = columns;
        this.changed = changed;
        getStyleClass().add("import-rule");
        for (int i = 0; i < draft.when().size(); i++) {
            getChildren().add(part(i));
        }
        TextField owner = text("owner", draft.owner(), "its name");
        owner.setAccessibleText("Name of the " + kind + " that the rows belong to");
        said(owner, now -> say(this.draft.owner(now)));
        Button and = new Button("And …");
        and.setId(id + "-and");
        and.setAccessibleText("Ask for one thing more before this rule holds");
        and.setOnAction(_ -> changed.accept(this.draft.and(new Part(Of.SYMBOL, "", ""))));
        FlowPane line = line();
        line.getChildren().addAll(new Label("belong to the " + kind), owner, and);
        line.getChildren().addAll(buttons);
        trouble.getStyleClass().add("attention-text");
        trouble.setWrapText(true);
        getChildren().addAll(line, trouble);
        showTrouble();
    }

    /// The rule as it is seen here.
    RuleDraft draft() {
        return draft;
    }

    private FlowPane part(int n) {
        Part part = draft.when().get(n);
        ComboBox<Of> of = new ComboBox<>();
        of.setId(id + "-of-" + n);
        of.getItems().setAll(Of.values());
        of.setConverter(words());
        of.setValue(part.of());
        of.setPrefWidth(WHAT);
        of.setAccessibleText("What of a row is looked at");
        of.valueProperty()
                .subscribe(
                        (_, now) ->
                                changed.accept(draft.with(n, new Part(now, "", at(n).pattern()))));
        FlowPane line = line();
        line.getChildren().addAll(new Label(n == 0 ? "Rows whose" : "and whose"), of);
        if (part.of() == Of.COLUMN) {
            line.getChildren().add(column(n));
        }
        TextField pattern = text("is-" + n, part.pattern(), prompt(part.of()));
        pattern.setPrefWidth(part.of() == Of.TIME_OF_DAY ? SPAN : TEXT);
        pattern.setAccessibleText("Text to compare with; * stands for any text, ? for one letter");
        said(pattern, now -> say(draft.with(n, new Part(at(n).of(), at(n).column(), now))));
        line.getChildren().addAll(new Label(part.of() == Of.TIME_OF_DAY ? "is in" : "is"), pattern);
        if (draft.when().size() > 1) {
            Button less = new Button("Not this");
            less.setId(id + "-less-" + n);
            less.getStyleClass().add("flat");
            less.setAccessibleText("Do not ask for this: condition " + (n + 1));
            less.setOnAction(_ -> changed.accept(draft.without(n)));
            line.getChildren().add(less);
        }
        return line;
    }

    private ComboBox<String> column(int n) {
        ComboBox<String> column = new ComboBox<>();
        column.setId(id + "-column-" + n);
        column.setEditable(true);
        column.getItems().setAll(columns);
        column.setValue(at(n).column());
        column.setPromptText("which column");
        column.setAccessibleText("Which column");
        column.setPrefWidth(TEXT);
        column.valueProperty()
                .subscribe(
                        (_, now) ->
                                say(
                                        draft.with(
                                                n,
                                                new Part(
                                                        Of.COLUMN,
                                                        stripped(now),
                                                        at(n).pattern()))));
        return column;
    }

    private Part at(int n) {
        return draft.when().get(n);
    }

    private void say(RuleDraft now) {
        if (!now.equals(draft)) {
            draft = now;
            showTrouble();
            changed.accept(now);
        }
    }

    private void showTrouble() {
        trouble.setText(draft.trouble());
        trouble.setVisible(!draft.trouble().isEmpty());
        trouble.setManaged(!draft.trouble().isEmpty());
    }

    private TextField text(String what, String value, String prompt) {
        TextField field = new TextField(value);
        field.setId(id + "-" + what);
        field.setPromptText(prompt);
        field.setPrefWidth(TEXT);
        return field;
    }

    private static void said(TextField field, Consumer<String> say) {
        field.setOnAction(_ -> say.accept(field.getText().strip()));
        field.focusedProperty()
                .subscribe(
                        (_, focused) -> {
                            if (!focused) {
                                say.accept(field.getText().strip());
                            }
                        });
    }

    private static FlowPane line() {
        FlowPane line = new FlowPane(8, 6);
        line.getStyleClass().add("import-rule-line");
        return line;
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static String words(Of of) {
        return switch (of) {
            case BOT -> "strategy or magic number";
            case TAG -> "comment or signal";
            case COLUMN -> "column";
            case FILE -> "file name";
            case ACCOUNT -> "account";
            case SYMBOL -> "symbol";
            case TIME_OF_DAY -> "time of day";
        };
    }

    private static String prompt(Of of) {
        return switch (of) {
            case BOT -> "such as 20042";
            case TAG, COLUMN -> "such as scalp*";
            case FILE -> "such as *_live_*.csv";
            case ACCOUNT -> "such as U123*";
            case SYMBOL -> "such as ES*";
            case TIME_OF_DAY -> "09:30-16:00 America/New_York";
        };
    }

    private static StringConverter<Of> words() {
        return new StringConverter<>() {
            @Override
            public String toString(Of of) {
                return of == null ? "" : words(of);
            }

            @Override
            public Of fromString(String text) {
                throw new UnsupportedOperationException("only chosen, never typed");
            }
        };
    }
}
