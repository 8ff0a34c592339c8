package credence.desktop.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class TableLayoutTest {

    @Test
    void whatIsWrittenIsReadBack() {
        TableLayout layout =
                new TableLayout(
                        List.of(
                                new TableLayout.Place("bot", 160, true),
                                new TableLayout.Place("net", 90, false)),
                        List.of(new TableLayout.Sort("net", false)));
        assertEquals("bot 160 +;net 90 -|net -", layout.encode());
        assertEquals(Optional.of(layout), TableLayout.decode(layout.encode()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bot", "bot|", "bot x +|", "bot 5|"})
    void whatIsNotALayoutIsIgnored(String text) {
        assertEquals(Optional.empty(), TableLayout.decode(text));
    }
}
