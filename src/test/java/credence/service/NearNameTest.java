package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class NearNameTest {

    private static final List<String> NAMES = List.of("seed", "weights.base", "belief.hazard");

    @Test
    void aSlipOfTheFingerFindsTheName() {
        assertEquals(Optional.of("belief.hazard"), NearName.of("beleif.hazard", NAMES));
        assertEquals(Optional.of("weights.base"), NearName.of("Weights.Bas", NAMES));
    }

    @Test
    void aWholeOtherWordFindsNothing() {
        assertEquals(Optional.empty(), NearName.of("nope", NAMES));
        assertEquals(Optional.empty(), NearName.of("x", List.of()));
    }

    @Test
    void editsAreCountedAsInTheTextbook() {
        // Levenshtein's distance of kitten and sitting is 3.
        assertEquals(3, NearName.edits("kitten", "sitting"));
    }
}
