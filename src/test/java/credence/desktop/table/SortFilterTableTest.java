package credence.desktop.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.value.CurrencyCode;
import credence.core.value.Estimate;
import credence.core.value.Money;
import credence.core.value.Status;
import credence.desktop.fx.OnFx;
import credence.desktop.fx.SystemFileChoice;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Theme;
import credence.desktop.theme.Unit;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class SortFilterTableTest {

    private static final CurrencyCode USD = CurrencyCode.USD;
    private static final CurrencyCode EUR = new CurrencyCode("EUR");

    record Bot(
            String name, long trades, Estimate rate, @Nullable Money net, @Nullable Instant last) {}

    private static final Bot ALPHA =
            new Bot(
                    "alpha-10",
                    100,
                    rate(0.61),
                    money("-1234.50", USD),
                    Instant.parse("2024-03-04T18:00:00Z"));
    private static final Bot BETA =
            new Bot(
                    "alpha-9",
                    1200,
                    rate(0.48),
                    money("99.999", EUR),
                    Instant.parse("2024-05-01T00:00:00Z"));
    private static final Bot GAMMA =
            new Bot("gamma", 3, Estimate.none(Status.TOO_FEW, 3), null, null);

    private final LayoutMemory memory = LayoutMemory.untilExit();
    private final FxRobot robot = new FxRobot();
    private SortFilterTable<Bot> table;
    private Stage stage;

    @BeforeEach
    void open() {
        table = OnFx.get(this::make);
        stage =
                OnFx.get(
                        () -> {
                            table.rows(List.of(ALPHA, BETA, GAMMA));
                            Stage made = new Stage();
                            Scene scene = new Scene(new BorderPane(table), 900, 400);
                            new Theme().dress(scene);
                            made.setScene(scene);
                            made.show();
                            return made;
                        });
        OnFx.pulses(stage.getScene(), 2);
    }

    @AfterEach
    void close() {
        OnFx.run(stage::close);
    }

    @Test
    void rowsStandInTheOrderGivenUntilSorted() {
        assertEquals(List.of(ALPHA, BETA, GAMMA), shown());
        OnFx.run(() -> table.sort("bot", true));
        assertEquals(List.of(BETA, ALPHA, GAMMA), shown());
    }

    @Test
    void absentValuesSortLastBothWays() {
        OnFx.run(() -> table.sort("net", true));
        assertEquals(List.of(ALPHA, BETA, GAMMA), shown());
        OnFx.run(() -> table.sort("net", false));
        assertEquals(List.of(BETA, ALPHA, GAMMA), shown());
    }

    @Test
    void filtersOfSeveralColumnsMustAllHold() {
        OnFx.run(() -> table.filter("bot", "alpha"));
        assertEquals(List.of(ALPHA, BETA), shown());
        OnFx.run(() -> table.filter("rate", ">50"));
        assertEquals(List.of(ALPHA), shown());
        OnFx.run(() -> table.clearFilters());
        assertEquals(3, shown().size());
    }

    @Test
    void timesAreFilteredInTheZoneOfTheFigures() {
        OnFx.run(() -> table.filter("last", "2024-03-05"));
        assertEquals(List.of(ALPHA), shown());
    }

    @Test
    void aFilterThatIsNotUnderstoodIsMarkedAndHidesNothing() {
        OnFx.run(() -> table.filter("trades", "many"));
        assertEquals(3, shown().size());
        assertTrue(
                OnFx.get(
                        () ->
                                field("Filter Trades")
                                        .getPseudoClassStates()
                                        .contains(FilterField.WRONG)));
    }

    @Test
    void closingTheFilterRowShowsEverythingAgain() {
        OnFx.run(
                () -> {
                    table.filter("bot", "gamma");
                    table.filteringProperty().set(false);
                });
        assertEquals(3, shown().size());
        OnFx.run(() -> table.filteringProperty().set(true));
        assertEquals(List.of(GAMMA), shown());
    }

    @Test
    void theFooterCountsAndAddsUpWhatIsShownPerCurrency() {
        assertEquals("3 rows", label(0));
        assertEquals(
                "Sum: Trades 1,303  ·  Net P&L 100.00 EUR  ·  Net P&L \u22121,234.50 USD",
                label(1));
        OnFx.run(() -> table.filter("trades", ">=100"));
        assertEquals("2 of 3 rows", label(0));
        assertEquals(
                "Sum: Trades 1,300  ·  Net P&L 100.00 EUR  ·  Net P&L \u22121,234.50 USD",
                label(1));
    }

    @Test
    void copiesAreTabSeparatedMachineFiguresOfTheSelection() {
        OnFx.run(() -> table.select(ALPHA::equals));
        assertEquals(
                """
                Bot\tTrades\tWin rate, %\tNet P&L\tLast trade
                alpha-10\t100\t0.61\t-1234.50\t2024-03-04T18:00:00Z
                """,
                OnFx.get(table::tabSeparated));
    }

    @Test
    void withoutASelectionEverythingShownIsCopied() {
        assertEquals(4, OnFx.get(table::tabSeparated).lines().count());
    }

    @Test
    void theCsvHoldsWhatIsShownInItsOrder() {
        OnFx.run(
                () -> {
                    table.filter("bot", "alpha");
                    table.sort("trades", false);
                });
        assertEquals(
                """
                Bot,Trades,"Win rate, %",Net P&L,Last trade\r
                alpha-9,1200,0.48,99.999,2024-05-01T00:00:00Z\r
                alpha-10,100,0.61,-1234.50,2024-03-04T18:00:00Z\r
                """,
                OnFx.get(table::commaSeparated));
    }

    @Test
    void theSelectionSurvivesARefreshByIdentity() {
        OnFx.run(
                () -> {
                    table.select(BETA::equals);
                    table.rows(
                            List.of(GAMMA, new Bot("alpha-9", 1201, rate(0.5), null, null), ALPHA));
                });
        assertEquals(1201, OnFx.get(() -> table.selectedProperty().get()).trades());
    }

    @Test
    void theLayoutIsRememberedUnderTheTablesName() {
        OnFx.run(
                () -> {
                    table.sort("trades", false);
                    table.view().getColumns().get(3).setVisible(false);
                    var first = table.view().getColumns().removeFirst();
                    table.view().getColumns().add(2, first);
                    stage.hide();
                });
        SortFilterTable<Bot> again = OnFx.get(this::make);
        assertEquals(
                List.of("trades", "rate", "bot", "last"),
                OnFx.get(() -> again.visibleColumns().stream().map(Column::id).toList()));
        OnFx.run(() -> again.rows(List.of(ALPHA, BETA, GAMMA)));
        assertEquals(List.of(BETA, ALPHA, GAMMA), OnFx.get(() -> List.copyOf(again.shown())));
    }

    @Test
    void figuresAreAlignedRightWithTheirColourAndFullPrecisionInTheTooltip() {
        TableCell<?, ?> net = cell("\u22121,234.50\u202fUSD");
        assertTrue(net.getStyleClass().contains("result-loss"));
        assertTrue(net.getStyleClass().contains("figures"));
        assertEquals(javafx.geometry.Pos.CENTER_RIGHT, net.getAlignment());
        TableCell<?, ?> rate = cell("61.0 (55.0–67.0)");
        String tip =
                OnFx.get(
                        () -> {
                            rate.getTooltip().getOnShowing().handle(null);
                            return rate.getTooltip().getText();
                        });
        assertEquals(
                "61.0\u202f%\n90\u202f% interval 55.0\u202f% to 67.0\u202f%\nn = 100"
                        .replace(".0", ""),
                tip);
    }

    @Test
    void undefinedEstimatesAreWordsAndAbsentValuesDashes() {
        cell("too few");
        cell("—");
    }

    @Test
    void keysFilterAndOpenWithoutTheMouse() {
        List<Bot> opened = new ArrayList<>();
        OnFx.run(
                () -> {
                    table.onOpen(opened::add);
                    table.select(GAMMA::equals);
                    table.view().requestFocus();
                });
        robot.push(KeyCode.ENTER);
        assertEquals(List.of(GAMMA), opened);
        robot.press(KeyCode.CONTROL).push(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("alpha");
        assertEquals(List.of(ALPHA, BETA), shown());
    }

    @Test
    void everyFilterFieldHasAnAccessibleName() {
        OnFx.run(
                () -> {
                    for (String title :
                            List.of("Bot", "Trades", "Win rate, %", "Net P&L", "Last trade")) {
                        assertFalse(field("Filter " + title).getAccessibleHelp().isBlank());
                    }
                });
    }

    private SortFilterTable<Bot> make() {
        return new SortFilterTable<>(
                "test.bots",
                List.of(
                        Column.<Bot>text("bot", "Bot", Bot::name),
                        Column.<Bot>count("trades", "Trades", Bot::trades).summed(),
                        Column.<Bot>estimate("rate", "Win rate, %", Unit.SHARE, Bot::rate),
                        Column.<Bot>money("net", "Net P&L", Bot::net).summed(),
                        Column.<Bot>time("last", "Last trade", Bot::last)),
                Bot::name,
                memory,
                new Figures(Locale.ENGLISH, ZoneId.of("Asia/Shanghai")),
                new SystemFileChoice());
    }

    private List<Bot> shown() {
        return OnFx.get(() -> List.copyOf(table.shown()));
    }

    private String label(int index) {
        return OnFx.get(
                () ->
                        ((Label) ((TableFooter) table.getBottom()).getChildren().get(index))
                                .getText());
    }

    private TextField field(String accessibleText) {
        return table.lookupAll(".filter-field").stream()
                .map(TextField.class::cast)
                .filter(field -> accessibleText.equals(field.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private TableCell<?, ?> cell(String text) {
        return OnFx.get(
                () ->
                        table.lookupAll(".table-cell").stream()
                                .map(TableCell.class::cast)
                                .filter(cell -> text.equals(cell.getText()))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no cell shows " + text)));
    }

    private static Estimate rate(double value) {
        return Estimate.of(value, value - 0.06, value + 0.06, 100);
    }

    private static Money money(String amount, CurrencyCode currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
