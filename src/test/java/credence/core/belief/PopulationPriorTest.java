package credence.core.belief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.belief.PopulationPrior.ClassCounts;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

class PopulationPriorTest {

    private static final BeliefParameters DEFAULT = BeliefParameters.DEFAULT;

    private static ClassCounts wins(String id, int n, double wins) {
        return new ClassCounts(id, n, wins, 0, 0, 0);
    }

    private static Prior priorOf(String id, ClassCounts... classes) {
        return new PopulationPrior(DEFAULT, List.of(classes)).leaveOneOut().get(id);
    }

    /// The others win 4 of 10 and 14 of 20. w = ⅓, ⅔; m = 18/30 = 0.6; Σ w (r − m)² = ⅓·0.04 + ⅔·0.01 = 0.02;
    /// Σ w (1 − w)/n = (2/9)/10 + (2/9)/20 = 1/30; numerator 0.02 − 0.24/30 = 0.012; denominator 1 − 5/9 − 1/30 = 37/90;
    /// κ = 0.24·(37/90)/0.012 − 1 = 7.2222…; blended with five classes of (0.55, 10): m = 3.95/7, κ = 64.444…/7.
    @Test
    void theRateOfTwoOtherClassesIsTheirMomentsBlendedWithTheDefault() {
        Prior prior = priorOf("c", wins("a", 10, 4), wins("b", 20, 14), wins("c", 10, 7));
        assertEquals(3.95 / 7, prior.rate(), 1e-12);
        assertEquals(64.44444444444444 / 7, prior.rateStrength(), 1e-12);
        assertEquals(0, prior.edge());
        assertEquals(10, prior.edgeStrength());
        assertEquals(1, prior.variance());
    }

    /// The others: ten outcomes of mean 0.5, twenty of mean −0.2, squared deviations inside 10 and 20. m = 1/30; σ² = 30/28;
    /// Σ w (r − m)² = ⅓·(14/30)² + ⅔·(7/30)² = 0.108888…; τ² = (0.108888… − σ²/30) ÷ (4/9) = 0.1646428…; κ = σ²/τ² = 6.5075922….
    @Test
    void theMeanResultOfTwoOtherClassesGoesTheSameWay() {
        Prior prior =
                priorOf(
                        "c",
                        new ClassCounts("a", 10, 5, 10, 5, 12.5),
                        new ClassCounts("b", 20, 10, 20, -4, 20.8),
                        new ClassCounts("c", 30, 10, 30, 3, 40));
        assertEquals(2 * (1 / 30.0) / 7, prior.edge(), 1e-12);
        assertEquals((2 * 6.50759219088937 + 50) / 7, prior.edgeStrength(), 1e-11);
        assertEquals((2 * (30 / 28.0) + 5) / 7, prior.variance(), 1e-12);
    }

    /// One other class has no spread to tell: κ = 200, which counts as one class beside five of 10.
    @Test
    void aSingleOtherClassSaysItsRateWithTheGreatestStrength() {
        Prior prior = priorOf("b", wins("a", 10, 8), wins("b", 10, 2));
        assertEquals((0.8 + 5 * 0.55) / 6, prior.rate(), 1e-12);
        assertEquals((200 + 50) / 6.0, prior.rateStrength(), 1e-12);
    }

    @Test
    void aClassAloneHasTheDefault() {
        assertEquals(Prior.unseen(DEFAULT), priorOf("a", wins("a", 500, 499)));
        assertEquals(
                Prior.unseen(DEFAULT),
                new PopulationPrior(DEFAULT, List.of(wins("a", 9, 9))).ofAll());
    }

    /// A mean of 1 is kept at 0.95, one of 0 at 0.05: (1·0.95 + 5·0.55)/6.
    @Test
    void theMeanRateStaysAwayFromTheEnds() {
        assertEquals(
                (0.95 + 2.75) / 6, priorOf("b", wins("a", 40, 40), wins("b", 10, 1)).rate(), 1e-12);
        assertEquals(
                (0.05 + 2.75) / 6, priorOf("b", wins("a", 40, 0), wins("b", 10, 1)).rate(), 1e-12);
    }

    /// Rates 0 and 1 spread as far as they can: κ is kept at 4.
    @Test
    void theStrengthIsNeverBelowFour() {
        Prior prior = priorOf("c", wins("a", 50, 0), wins("b", 50, 50), wins("c", 50, 20));
        assertEquals((2 * 4 + 5 * 10) / 7.0, prior.rateStrength(), 1e-12);
    }

    @Test
    void classesOfFewerThanTenOutcomesSayNothingAndGetThePriorOfAll() {
        List<ClassCounts> classes = List.of(wins("a", 10, 4), wins("b", 20, 14), wins("few", 9, 9));
        PopulationPrior population = new PopulationPrior(DEFAULT, classes);
        assertFalse(population.leaveOneOut().containsKey("few"));
        assertEquals(3.95 / 7, population.ofAll().rate(), 1e-12);
    }

    @Test
    void classesWithTenOutcomesButFewerResultsInRCountForTheRateOnly() {
        Prior prior =
                priorOf(
                        "c",
                        new ClassCounts("a", 10, 4, 9, 9, 9),
                        new ClassCounts("b", 20, 14, 9, 9, 9),
                        wins("c", 10, 7));
        assertEquals(3.95 / 7, prior.rate(), 1e-12);
        assertEquals(0, prior.edge());
        assertEquals(10, prior.edgeStrength());
    }

    /// A quarter of the classes change a round: some learn, some leave, some come; many have equal counts.
    @Test
    void aChangedPopulationIsTheOneMadeAnewToTheLastBit() {
        DrawSequence draws = Draws.of(20_266, "changes").inOrder();
        List<ClassCounts> classes = population(draws);
        PopulationPrior changed = new PopulationPrior(DEFAULT, classes);
        for (int round = 0; round < 300; round++) {
            List<ClassCounts> gone = new ArrayList<>();
            List<ClassCounts> come = new ArrayList<>();
            for (ClassCounts c : classes) {
                if (draws.happens(0.25)) {
                    gone.add(c);
                    if (draws.happens(0.9)) {
                        come.add(
                                new ClassCounts(
                                        c.id(),
                                        c.outcomes() + 1,
                                        c.wins() + 1,
                                        c.rCount() + 1,
                                        c.rSum() + 1,
                                        c.rSquares() + 1));
                    }
                }
            }
            come.add(wins("came " + round, 8 + round % 5, 5));
            changed = changed.changed(gone, come);
            classes = new ArrayList<>(classes);
            classes.removeAll(gone);
            classes.addAll(come);
            PopulationPrior anew = new PopulationPrior(DEFAULT, classes);
            assertEquals(anew.leaveOneOut(), changed.leaveOneOut());
            assertEquals(anew.ofAll(), changed.ofAll());
        }
    }

    @Test
    void leavingOneOutAgreesWithSummingAllTheOthersForEach() {
        DrawSequence draws = Draws.of(20_264, "populations").inOrder();
        for (int round = 0; round < 300; round++) {
            List<ClassCounts> classes = population(draws);
            Map<String, Prior> fast = new PopulationPrior(DEFAULT, classes).leaveOneOut();
            for (ClassCounts own : classes) {
                List<ClassCounts> others = new ArrayList<>(classes);
                others.remove(own);
                Prior slow = fromTheDefinition(others);
                Prior mine =
                        own.outcomes() >= 10
                                ? fast.get(own.id())
                                : new PopulationPrior(DEFAULT, classes).ofAll();
                assertEquals(slow.rate(), mine.rate(), 1e-9);
                assertEquals(slow.rateStrength(), mine.rateStrength(), 1e-6);
                assertEquals(slow.edge(), mine.edge(), 1e-9);
                assertEquals(slow.edgeStrength(), mine.edgeStrength(), 1e-6);
                assertEquals(slow.variance(), mine.variance(), 1e-9);
            }
        }
    }

    private static List<ClassCounts> population(DrawSequence draws) {
        List<ClassCounts> classes = new ArrayList<>();
        int count = 1 + draws.below(20);
        for (int i = 0; i < count; i++) {
            int n = 1 + draws.below(draws.happens(0.3) ? 15 : 400);
            double rate = draws.uniform();
            double wins = 0;
            double sum = 0;
            double squares = 0;
            int rCount = draws.happens(0.2) ? 0 : draws.below(n + 1);
            for (int k = 0; k < n; k++) {
                wins += draws.happens(0.05) ? 0.5 : draws.happens(rate) ? 1 : 0;
                double r = Math.clamp(2 * rate - 1 + draws.normal(), -20, 20);
                sum += k < rCount ? r : 0;
                squares += k < rCount ? r * r : 0;
            }
            classes.add(new ClassCounts("class " + i, n, wins, rCount, sum, squares));
        }
        return classes;
    }

    /// `learning.md` 2 line by line, each sum on its own.
    private static Prior fromTheDefinition(List<ClassCounts> others) {
        List<ClassCounts> rated = others.stream().filter(c -> c.outcomes() >= 10).toList();
        double rate = 0.55;
        double rateStrength = 10;
        if (!rated.isEmpty()) {
            double total = rated.stream().mapToDouble(ClassCounts::outcomes).sum();
            double m = 0;
            for (ClassCounts c : rated) {
                m += c.outcomes() / total * (c.wins() / c.outcomes());
            }
            double spread = 0;
            double noise = 0;
            double squares = 0;
            for (ClassCounts c : rated) {
                double w = c.outcomes() / total;
                double r = c.wins() / c.outcomes();
                spread += w * (r - m) * (r - m);
                noise += w * (1 - w) / c.outcomes();
                squares += w * w;
            }
            double tau = (spread - m * (1 - m) * noise) / (1 - squares - noise);
            double kept = Math.min(0.95, Math.max(0.05, m));
            double kappa =
                    rated.size() < 2 || !(tau > 0)
                            ? 200
                            : Math.min(200, Math.max(4, kept * (1 - kept) / tau - 1));
            rate = (rated.size() * kept + 5 * 0.55) / (rated.size() + 5);
            rateStrength = (rated.size() * kappa + 5 * 10) / (rated.size() + 5);
        }
        List<ClassCounts> priced = rated.stream().filter(c -> c.rCount() >= 10).toList();
        double edge = 0;
        double edgeStrength = 10;
        double variance = 1;
        if (!priced.isEmpty()) {
            double total = priced.stream().mapToDouble(ClassCounts::rCount).sum();
            double m = priced.stream().mapToDouble(ClassCounts::rSum).sum() / total;
            double inside = 0;
            for (ClassCounts c : priced) {
                inside += c.rSquares() - c.rSum() * c.rSum() / c.rCount();
            }
            double sigma = inside / (total - priced.size());
            double spread = 0;
            double noise = 0;
            double squares = 0;
            for (ClassCounts c : priced) {
                double w = c.rCount() / total;
                double r = c.rSum() / c.rCount();
                spread += w * (r - m) * (r - m);
                noise += w * (1 - w) / c.rCount();
                squares += w * w;
            }
            double tau = (spread - sigma * noise) / (1 - squares);
            double kappa =
                    priced.size() < 2 || !(tau > 0) ? 200 : Math.min(200, Math.max(4, sigma / tau));
            edge = priced.size() * m / (priced.size() + 5);
            edgeStrength = (priced.size() * kappa + 5 * 10) / (priced.size() + 5);
            variance = (priced.size() * sigma + 5) / (priced.size() + 5);
        }
        return new Prior(rate, rateStrength, edge, edgeStrength, variance);
    }

    @Test
    void neitherOrderNorNamesOfTheClassesMatterToTheLastBit() {
        DrawSequence draws = Draws.of(20_265, "orders").inOrder();
        for (int round = 0; round < 100; round++) {
            List<ClassCounts> classes = population(draws);
            Map<String, Prior> priors = new PopulationPrior(DEFAULT, classes).leaveOneOut();
            List<ClassCounts> other = new ArrayList<>(classes);
            Collections.reverse(other);
            other.replaceAll(
                    c ->
                            new ClassCounts(
                                    renamed(c.id()),
                                    c.outcomes(),
                                    c.wins(),
                                    c.rCount(),
                                    c.rSum(),
                                    c.rSquares()));
            Map<String, Prior> again = new PopulationPrior(DEFAULT, other).leaveOneOut();
            priors.forEach((id, prior) -> assertEquals(prior, again.get(renamed(id))));
            assertEquals(priors.size(), again.size());
        }
    }

    private static String renamed(String id) {
        return new StringBuilder(id).reverse().toString();
    }

    @Test
    void classesOfEqualCountsHaveEqualPriorsToTheLastBit() {
        DrawSequence draws = Draws.of(20_266, "twins").inOrder();
        int twins = 0;
        for (int round = 0; round < 200; round++) {
            List<ClassCounts> classes = new ArrayList<>(population(draws));
            ClassCounts one = classes.get(draws.below(classes.size()));
            for (int i = 0; i < 3; i++) {
                classes.add(
                        new ClassCounts(
                                "twin " + i,
                                one.outcomes(),
                                one.wins(),
                                one.rCount(),
                                one.rSum(),
                                one.rSquares()));
            }
            Map<String, Prior> priors = new PopulationPrior(DEFAULT, classes).leaveOneOut();
            if (one.outcomes() >= 10) {
                twins++;
                for (int i = 0; i < 3; i++) {
                    assertEquals(priors.get(one.id()), priors.get("twin " + i));
                }
            }
        }
        assertTrue(twins > 100);
    }
}
