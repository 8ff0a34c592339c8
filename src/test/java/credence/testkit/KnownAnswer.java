package credence.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.stream.StreamSupport;

/// One number, or list of numbers, that others published: inputs, expected values and tolerance as `known-answers.json` states them.
///
/// A value agrees when |actual − expected| ≤ abs + rel·|expected|.
public record KnownAnswer(
        String id, JsonNode inputs, JsonNode expected, double absolute, double relative) {

    /// @param id such as `belief.discountedBeta`
    /// @throws IllegalArgumentException when the file holds no such case
    public static KnownAnswer of(String id) {
        JsonNode answers =
                JsonMapper.shared()
                        .readTree(SharedFolder.file("known-answers/known-answers.json").toFile())
                        .get("answers");
        for (JsonNode answer : answers) {
            if (answer.get("id").asString().equals(id)) {
                JsonNode tolerance = answer.get("tolerance");
                return new KnownAnswer(
                        id,
                        answer.get("inputs"),
                        answer.get("expected"),
                        tolerance.path("abs").asDouble(0),
                        tolerance.path("rel").asDouble(0));
            }
        }
        throw new IllegalArgumentException("known-answers.json has no " + id);
    }

    /// One number of the inputs.
    public double input(String name) {
        return inputs.required(name).asDouble();
    }

    /// A list of the inputs.
    public double[] inputList(String name) {
        return list(inputs.required(name));
    }

    /// A list of the expected values; a single number is a list of one.
    public double[] expectedList(String name) {
        return list(expected.required(name));
    }

    /// Holds all values of one name against the expected ones.
    public void agrees(String name, double... actual) {
        double[] wanted = expectedList(name);
        assertEquals(wanted.length, actual.length, id + " " + name + ": count");
        for (int i = 0; i < wanted.length; i++) {
            assertEquals(
                    wanted[i],
                    actual[i],
                    absolute + relative * Math.abs(wanted[i]),
                    id + " " + name + "[" + i + "]");
        }
    }

    private static double[] list(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .mapToDouble(JsonNode::asDouble)
                        .toArray()
                : new double[] {node.asDouble()};
    }
}
