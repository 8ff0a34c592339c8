package credence.desktop.panel.importing;

import credence.service.port.mapping.ColumnGuess;
import credence.service.port.mapping.ColumnRef;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.MappingProposal;
import credence.service.port.mapping.Role;
import credence.service.port.mapping.RowKind;
import credence.service.port.mapping.Signs;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// How a file is written, its columns with their first cells, and, where no format knows it, what each column means.
final class ColumnsPane extends VBox {

    private static final int SHOWN_CELLS = 3;
    private static final String KEPT = "kept, not used";

    private final Consumer<Mapping> settle;
    private final Label facts = new Label();
    private final Label missing = new Label();
    private final ColumnQuestions questions;
    private final FlowPane choices = new FlowPane(14, 8);
    private final ComboBox<RowKind> kind = new ComboBox<>();
    private final CheckBox signed = new CheckBox("A negative quantity is a sale");
    private final CheckBox negativeCosts = new CheckBox("Costs are written as negative numbers");
    private final GridPane grid = new GridPane();
    private Mapping mapping = Mapping.empty(RowKind.FILLS);
    private boolean filling;

    /// @param model told what the columns mean, whenever the trader says so
    ColumnsPane(ImportViewModel model) {
        this.settle = model::map;
        this.questions = new ColumnQuestions(settle);
        getStyleClass().add("import-columns");
        facts.setWrapText(true);
        missing.setWrapText(true);
        missing.getStyleClass().add("attention-text");
        kind.getItems().setAll(RowKind.values());
        kind.setConverter(words(ColumnsPane::words));
        kind.setAccessibleText("What one row of the file is");
        kind.valueProperty().subscribe((_, now) -> say(() -> ofKind(now)));
        signed.selectedProperty().subscribe((_, _) -> say(this::ofSigns));
        negativeCosts.selectedProperty().subscribe((_, _) -> say(this::ofSigns));
        choices.getChildren().setAll(new Label("One row is"), kind, signed, negativeCosts);
        grid.getStyleClass().add("import-columns-grid");
        ColumnConstraints grows = new ColumnConstraints();
        grows.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints()
                .setAll(
                        new ColumnConstraints(160),
                        new ColumnConstraints(360),
                        new ColumnConstraints(300),
                        grows);
        getChildren().setAll(facts, questions, choices, missing, grid);
    }

    /// Shows the file that the model has looked at.
    void show(ImportViewModel model) {
        Optional<FileSurvey> survey = model.survey().get();
        show(survey, model.proposal(), model.form().get().mapping());
    }

    private void show(
            Optional<FileSurvey> survey,
            Optional<MappingProposal> proposal,
            Optional<ImportProfile> profile) {
        filling = true;
        boolean maps = proposal.isPresent() || profile.flatMap(ImportProfile::mapping).isPresent();
        mapping =
                profile.flatMap(ImportProfile::mapping)
                        .or(() -> proposal.map(MappingProposal::mapping))
                        .orElse(mapping);
        facts.setText(
                survey.isEmpty()
                        ? "The file is too big to show."
                        : survey.get().header().isEmpty()
                                ? "The file has no columns to map."
                                : facts(maps));
        shown(choices, maps);
        kind.setValue(mapping.kind());
        signed.setSelected(mapping.signs().signedQuantity());
        negativeCosts.setSelected(mapping.signs().negativeCosts());
        List<Role> needed = maps ? mapping.missing() : List.of();
        missing.setText(
                "Still needed: "
                        + needed.stream().map(Role::words).collect(Collectors.joining("; "))
                        + ".");
        shown(missing, !needed.isEmpty());
        questions.show(proposal, mapping);
        grid.getChildren().clear();
        survey.ifPresent(s -> columns(s, proposal, maps));
        filling = false;
    }

    /// Puts the cursor on the first answer that is wanted: to a question, else the meaning of the first column that has none.
    void focusAsked() {
        if (!questions.focusFirst()) {
            grid.getChildren().stream()
                    .filter(node -> node instanceof ComboBox<?> box && box.getValue() == null)
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private static String facts(boolean maps) {
        return maps
                ? "What the columns mean was proposed from their names and their cells: check it,"
                        + " and see the rows. Columns that are not used are kept with each row."
                : "Columns of the file, with their first cells.";
    }

    private void columns(FileSurvey s, Optional<MappingProposal> proposal, boolean maps) {
        head("Column", 0);
        head("First cells", 1);
        if (maps) {
            head("Means", 2);
            head("Proposed because", 3);
        }
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < s.header().size(); i++) {
            String name = s.header().get(i);
            int nth = 1 + (int) seen.stream().filter(other -> other.equalsIgnoreCase(name)).count();
            seen.add(name);
            int column = i;
            Label title = new Label(name.isEmpty() ? "column " + (i + 1) : name);
            title.getStyleClass().add("text-bold");
            Label cells =
                    new Label(
                            s.samples().stream()
                                    .limit(SHOWN_CELLS)
                                    .map(row -> column < row.size() ? row.get(column) : "")
                                    .collect(Collectors.joining("  ·  ")));
            cells.getStyleClass().add("figures");
            grid.add(title, 0, i + 1);
            grid.add(cells, 1, i + 1);
            if (maps) {
                Optional<ColumnGuess> guess =
                        proposal.filter(p -> column < p.guesses().size())
                                .map(p -> p.guesses().get(column));
                ColumnRef ref = guess.map(ColumnGuess::column).orElse(new ColumnRef(name, nth));
                grid.add(chooser(ref), 2, i + 1);
                Label why =
                        new Label(
                                guess.filter(g -> g.role().isPresent())
                                        .map(g -> g.why() + " (" + g.confidence() + " of 100)")
                                        .or(() -> asked(proposal, guess))
                                        .orElse(""));
                why.setWrapText(true);
                grid.add(why, 3, i + 1);
            }
        }
    }

    /// What is asked about a column stands beside it too.
    private Optional<String> asked(
            Optional<MappingProposal> proposal, Optional<ColumnGuess> guess) {
        List<String> open = proposal.map(p -> p.unsettled(mapping)).orElse(List.of());
        return guess.map(ColumnGuess::why).filter(open::contains);
    }

    private void head(String text, int column) {
        Label label = new Label(text);
        label.getStyleClass().add("text-muted");
        grid.add(label, column, 0);
    }

    private ComboBox<Role> chooser(ColumnRef column) {
        ComboBox<Role> roles = new ComboBox<>();
        roles.getItems().add(null);
        roles.getItems().addAll(Role.of(mapping.kind()));
        roles.setConverter(words(role -> role == null ? KEPT : role.words()));
        roles.setMaxWidth(Double.MAX_VALUE);
        roles.setAccessibleText("What the column " + column + " means");
        roles.setValue(
                mapping.columns().entrySet().stream()
                        .filter(e -> e.getValue().equals(column))
                        .map(java.util.Map.Entry::getKey)
                        .findFirst()
                        .orElse(null));
        roles.valueProperty().subscribe((before, now) -> say(() -> means(column, before, now)));
        return roles;
    }

    private Mapping means(ColumnRef column, @Nullable Role before, @Nullable Role now) {
        Mapping other = before == null ? mapping : mapping.without(before);
        return now == null ? other : other.with(now, column);
    }

    private Mapping ofKind(RowKind other) {
        return new Mapping(other, mapping.layout(), mapping.signs(), mapping.columns());
    }

    private Mapping ofSigns() {
        Signs now = mapping.signs();
        return mapping.with(
                new Signs(signed.isSelected(), negativeCosts.isSelected(), now.buy(), now.sell()));
    }

    private void say(java.util.function.Supplier<Mapping> said) {
        if (!filling) {
            settle.accept(said.get());
        }
    }

    private static String words(@Nullable RowKind kind) {
        return kind == RowKind.TRADES ? "a whole trade, in and out" : "one execution (a fill)";
    }

    private static void shown(javafx.scene.Node node, boolean whether) {
        node.setVisible(whether);
        node.setManaged(whether);
    }

    private static <T> StringConverter<T> words(
            java.util.function.Function<@Nullable T, String> of) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return of.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("not edited as text");
            }
        };
    }
}
