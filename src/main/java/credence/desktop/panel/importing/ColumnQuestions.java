package credence.desktop.panel.importing;

import credence.service.port.mapping.ColumnRef;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.MappingProposal;
import credence.service.port.mapping.Role;
import credence.service.port.mapping.Signs;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What a proposed mapping leaves open, in words, each with its answers as buttons where there are only two.
final class ColumnQuestions extends VBox {

    private static final Pattern FUNDING =
            Pattern.compile("swap|fund|roll|overnight|financ", Pattern.CASE_INSENSITIVE);

    private final Consumer<Mapping> settle;
    private final FlowPane answers = new FlowPane(14, 8);

    /// @param settle told the mapping that an answer makes
    ColumnQuestions(Consumer<Mapping> settle) {
        this.settle = settle;
        getStyleClass().add("import-columns");
        setId("column-questions");
    }

    void show(Optional<MappingProposal> proposal, Mapping mapping) {
        getChildren().clear();
        answers.getChildren().clear();
        List<String> open = proposal.map(p -> p.unsettled(mapping)).orElse(List.of());
        for (String doubt : open) {
            Label words = new Label(WindowWords.of(doubt));
            words.setWrapText(true);
            words.getStyleClass().add("attention-text");
            getChildren().add(words);
        }
        proposal.ifPresent(p -> offer(p, mapping));
        if (!answers.getChildren().isEmpty()) {
            getChildren().add(answers);
        }
        setVisible(!open.isEmpty());
        setManaged(!open.isEmpty());
    }

    private void offer(MappingProposal p, Mapping mapping) {
        boolean result =
                mapping.column(Role.NET_PNL).isEmpty() && mapping.column(Role.GROSS_PNL).isEmpty();
        p.undecidedResult()
                .filter(_ -> result)
                .ifPresent(
                        column -> {
                            answer(
                                    "after-costs",
                                    "“" + column + "” is after all costs",
                                    mapping.with(Role.NET_PNL, column));
                            answer(
                                    "before-costs",
                                    "“" + column + "” is before costs",
                                    mapping.with(Role.GROSS_PNL, column));
                        });
        p.undecidedCosts()
                .filter(column -> !mapping.columns().containsValue(column))
                .ifPresent(
                        column -> {
                            Mapping mapped = mapping.with(role(column, mapping), column);
                            answer(
                                    "negative-paid",
                                    "Negative numbers in “" + column + "” were paid",
                                    mapped.with(signs(mapping, true)));
                            answer(
                                    "positive-paid",
                                    "Positive numbers in “" + column + "” were paid",
                                    mapped.with(signs(mapping, false)));
                        });
    }

    private static Role role(ColumnRef column, Mapping mapping) {
        if (FUNDING.matcher(column.name()).find()) {
            return Role.FUNDING;
        }
        return mapping.column(Role.COMMISSION).isEmpty() ? Role.COMMISSION : Role.OTHER_FEES;
    }

    private static Signs signs(Mapping mapping, boolean negative) {
        Signs now = mapping.signs();
        return new Signs(now.signedQuantity(), negative, now.buy(), now.sell());
    }

    private void answer(String id, String words, Mapping made) {
        Button button = new Button(words);
        button.setId("answer-" + id);
        button.setOnAction(_ -> settle.accept(made));
        answers.getChildren().add(button);
    }

    /// Puts the cursor on the first answer.
    ///
    /// @return false when none is offered
    boolean focusFirst() {
        if (!isVisible() || answers.getChildren().isEmpty()) {
            return false;
        }
        answers.getChildren().getFirst().requestFocus();
        return true;
    }
}
