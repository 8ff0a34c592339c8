package credence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class PlainTest {

    @Test
    void aNameFromAFileCannotSteerTheTerminal() {
        assertEquals("bot?[2Jx?", Plain.safe("bot\u001b[2Jx\u202e", StandardCharsets.UTF_8));
    }

    @Test
    void signsThatTheConsoleLacksGetStandIns() {
        assertEquals(
                "-0.05 (-0.20~+0.10) ?",
                Plain.safe("−0.05 (−0.20…+0.10) 網", StandardCharsets.US_ASCII));
    }

    @Test
    void otherTextIsLeftAlone() {
        assertEquals("Währung €", Plain.safe("Währung €", StandardCharsets.UTF_8));
    }
}
