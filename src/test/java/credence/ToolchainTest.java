package credence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ToolchainTest {

    @Test
    void testsRunOnJava25OrNewer() {
        assertTrue(Runtime.version().feature() >= 25, () -> "running on " + Runtime.version());
    }
}
