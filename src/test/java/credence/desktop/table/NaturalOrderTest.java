package credence.desktop.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

class NaturalOrderTest {

    @Test
    void numbersInNamesAreOrderedByTheirValue() {
        List<String> ordered =
                List.of(
                        "alpha",
                        "Bot-1",
                        "bot-2",
                        "bot-10",
                        "bot-10a",
                        "bot-99999999999999999999",
                        "zeta");
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(5));
        shuffled.sort(Comparator.comparing(NaturalOrder::key));
        assertEquals(ordered, shuffled);
    }

    @Test
    void caseAndLeadingZerosDoNotMatter() {
        assertEquals(NaturalOrder.key("a1"), NaturalOrder.key("A01"));
        assertEquals(NaturalOrder.key("v0"), NaturalOrder.key("v000"));
        assertTrue(NaturalOrder.key("v0").compareTo(NaturalOrder.key("v1")) < 0);
    }
}
