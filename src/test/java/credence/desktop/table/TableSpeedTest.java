package credence.desktop.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.value.CurrencyCode;
import credence.core.value.Money;
import credence.desktop.fx.OnFx;
import credence.desktop.fx.SystemFileChoice;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Theme;
import credence.desktop.theme.Unit;

import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A hundred thousand trades in one table: times are printed; only what must hold on any machine is asserted.
class TableSpeedTest {

    private static final int ROWS = 100_000;

    record Row(int number, String bot, Money net, double r, Instant time) {}

    @Test
    void aHundredThousandRowsAreFilteredSortedAndScrolled() {
        List<Row> rows = rows();
        SortFilterTable<Row> table = OnFx.get(TableSpeedTest::table);
        Stage stage =
                OnFx.get(
                        () -> {
                            Stage made = new Stage();
                            Scene scene = new Scene(new BorderPane(table), 980, 800);
                            new Theme().dress(scene);
                            made.setScene(scene);
                            made.show();
                            return made;
                        });
        timed("show", () -> table.rows(rows));
        OnFx.pulses(stage.getScene(), 2);
        timed("filter by text", () -> table.filter("bot", "bot-1"));
        assertEquals(
                rows.stream().filter(row -> row.bot().contains("bot-1")).count(),
                OnFx.get(() -> table.shown().size()).longValue());
        timed("filter by number as well", () -> table.filter("r", ">0"));
        timed("clear filters", table::clearFilters);
        timed("sort by text", () -> table.sort("bot", false));
        timed("sort by number", () -> table.sort("r", true));
        timed("sort by time", () -> table.sort("time", false));
        assertEquals(ROWS - 1, OnFx.get(() -> table.shown().getFirst().number()));
        timed("refresh with the same rows", () -> table.rows(rows));
        double[] frames = new double[100];
        for (int i = 0; i < frames.length; i++) {
            int place = i * (ROWS / frames.length);
            long start = System.nanoTime();
            OnFx.run(
                    () -> {
                        table.view().scrollTo(place);
                        table.view().layout();
                    });
            frames[i] = (System.nanoTime() - start) / 1e6;
        }
        java.util.Arrays.sort(frames);
        System.out.printf(
                Locale.ROOT,
                "table: scroll to any place: median %.1f ms, p95 %.1f ms%n",
                frames[50],
                frames[95]);
        int cells = OnFx.get(() -> table.lookupAll(".table-row-cell").size());
        assertTrue(cells < 200, () -> cells + " row nodes exist: the table is not virtual");
        OnFx.run(stage::close);
    }

    private static void timed(String what, OnFx.Action action) {
        long start = System.nanoTime();
        OnFx.run(action);
        System.out.printf(
                Locale.ROOT,
                "table: %s: %.1f ms for %,d rows%n",
                what,
                (System.nanoTime() - start) / 1e6,
                ROWS);
    }

    private static SortFilterTable<Row> table() {
        return new SortFilterTable<>(
                "speed",
                List.of(
                        Column.<Row>count("number", "No.", Row::number),
                        Column.<Row>text("bot", "Bot", Row::bot),
                        Column.<Row>money("net", "Net P&L", Row::net).summed(),
                        Column.<Row>figure("r", "Result, R", Unit.R, Row::r).colouredBySign(),
                        Column.<Row>time("time", "Closed", Row::time)),
                Row::number,
                LayoutMemory.untilExit(),
                new Figures(Locale.ENGLISH, ZoneId.of("UTC")),
                new SystemFileChoice());
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        long state = 3;
        for (int i = 0; i < ROWS; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            int draw = (int) (state >>> 40) % 10_000;
            rows.add(
                    new Row(
                            i,
                            "order-dual-stop-bot-" + Math.floorMod(draw, 61),
                            new Money(BigDecimal.valueOf(draw, 2), CurrencyCode.USD),
                            (draw - 5_000) / 1_000.0,
                            Instant.ofEpochSecond(1_600_000_000L + i * 60L)));
        }
        return rows;
    }
}
