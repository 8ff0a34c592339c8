package credence.core.brain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import credence.core.value.Symbol;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A setting for the root of a contract holds for all contracts of it, one for a whole contract before that.
class MultiplierByRootTest {

    private static Configuration with(Map<String, String> multipliers) {
        Configuration d = Configuration.DEFAULT;
        return new Configuration(
                d.belief(),
                d.assumedBpsPerSide(),
                d.weightBase(),
                d.matching(),
                d.seed(),
                d.symbolAliases(),
                d.botNames(),
                multipliers.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        e -> Symbol.of(e.getKey()),
                                        e -> new BigDecimal(e.getValue()),
                                        (a, b) -> a,
                                        TreeMap::new)),
                d.sources());
    }

    private static Optional<String> worth(Configuration c, String symbol) {
        return c.multiplier(Symbol.of(symbol)).map(BigDecimal::toPlainString);
    }

    @Test
    void aRootHoldsForAllItsContractsHoweverTheyAreSpelled() {
        Configuration es = with(Map.of("ES", "50"));
        for (String symbol :
                new String[] {
                    "ES",
                    "ESH6",
                    "ESM26",
                    "/ESU26:XCME",
                    "ES 03-26",
                    "ES MAR26",
                    "CME_MINI:ES1!",
                    "ES ##-##",
                    "CON.F.US.ES.U25",
                    "ESH2026"
                }) {
            assertEquals(Optional.of("50"), worth(es, symbol), symbol);
        }
        for (String symbol : new String[] {"MES", "MESH6", "ESTC", "NESH6", "ESHUSDT", "EST"}) {
            assertEquals(Optional.empty(), worth(es, symbol), symbol);
        }
    }

    @Test
    void theWholeContractGoesBeforeItsRoot() {
        Configuration both = with(Map.of("ES", "50", "ESH6", "25"));
        assertEquals(Optional.of("25"), worth(both, "ESH6"));
        assertEquals(Optional.of("50"), worth(both, "ESM6"));
    }

    @Test
    void aShareShapedLikeAContractIsNoneOfTheRoot() {
        assertEquals(Optional.empty(), worth(with(Map.of("HE", "400")), "HEN3"));
    }

    /// A snapshot of the time when roots did nothing must not be taken for one of today.
    @Test
    void aConfigurationWithMultipliersIsAnotherThanWhenRootsDidNothing() {
        Configuration es = with(Map.of("ES", "50"));
        assertNotEquals(
                es.canonical(), es.canonical().replace(" by root", ""), "hash of the old reading");
        assertEquals(
                Configuration.DEFAULT.canonical(),
                Configuration.DEFAULT.canonical().replace(" by root", ""));
    }
}
