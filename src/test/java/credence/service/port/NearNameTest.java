package credence.service.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Comparator;
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
    void aWordOfItFindsAFewNearestFirst() {
        List<String> ids =
                List.of("kraken-trades", "ibkr-flex-xml", "ibkr-flex-csv", "ibkr-activity");

        assertEquals(
                List.of("ibkr-flex-csv", "ibkr-flex-xml"), NearName.few("ibkrflex-csv", ids, 2));
        assertEquals(
                List.of("ibkr-flex-xml", "ibkr-flex-csv", "ibkr-activity"),
                NearName.few("ibkr", ids, 9).stream().sorted(Comparator.reverseOrder()).toList());
        assertEquals(List.of(), NearName.few("zz", ids, 3));
    }

    @Test
    void editsAreCountedAsInTheTextbook() {
        // Levenshtein's distance of kitten and sitting is 3.
        assertEquals(3, NearName.edits("kitten", "sitting"));
    }
}
