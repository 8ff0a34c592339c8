package credence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class CellTest {

    @Test
    void aNameThatFitsStaysAsItIs() {
        assertEquals("scalper", Cell.shorten("scalper", 7));
    }

    @Test
    void aLongNameLosesItsMiddle() {
        assertEquals("order-d…only-01", Cell.shorten("order-dual-stop-near-only-01", 15));
    }

    @Test
    void wideSignsTakeTwoColumnsAndMarksNone() {
        assertEquals(4, Cell.width("網格"));
        assertEquals(1, Cell.width("e\u0301"));
        assertEquals("網…格", Cell.shorten("網格機器人策略之一格", 5));
    }

    @Test
    void textIsBrokenAtBlanksAndLongWordsAreCut() {
        assertEquals(List.of("no costs", "in file"), Cell.wrap("no costs in file", 8));
        assertEquals(List.of("abcd", "efgh", "i j"), Cell.wrap("abcdefghi j", 4));
    }
}
