package credence.imports;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Walks through a JSON document without holding it, under limits of nesting, numbers and names. Numbers stay the text that
/// they are, so that no digit is lost; `NaN` and `Infinity`, which Python writes, read as nothing.
///
/// A cursor: it stands on a value; [#property()] and [#element()] move it inside an object or array.
public final class JsonSource implements AutoCloseable {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_NAME = 1_000;

    /// What the cursor stands on.
    public enum Kind {
        OBJECT,
        ARRAY,
        /// Text, number, true or false.
        SCALAR,
        /// `null`, or nothing at all.
        NOTHING
    }

    private final JsonParser json;

    /// Stands on the outermost value.
    ///
    /// @throws UnreadableFile when the document is no JSON
    public JsonSource(Document document) throws UnreadableFile {
        json = factory().createParser(ObjectReadContext.empty(), document.text());
        advance();
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxNumberLength(LONGEST_NUMBER)
                                .maxNameLength(LONGEST_NAME)
                                .build())
                .build();
    }

    /// Whether the document's outermost value is an object in which a test holds, or an array in which it does; false for broken
    /// documents. For detection.
    public static boolean test(Document document, Test test) {
        if (document.container() != Container.JSON) {
            return false;
        }
        try (JsonSource source = new JsonSource(document)) {
            return test.holds(source);
        } catch (UnreadableFile _) {
            return false;
        }
    }

    @FunctionalInterface
    public interface Test {
        boolean holds(JsonSource source) throws UnreadableFile;
    }

    public Kind kind() {
        JsonToken token = json.currentToken();
        if (token == null || token == JsonToken.VALUE_NULL) {
            return Kind.NOTHING;
        }
        return switch (token) {
            case START_OBJECT -> Kind.OBJECT;
            case START_ARRAY -> Kind.ARRAY;
            default -> Kind.SCALAR;
        };
    }

    /// Line of the cursor, first 1.
    public int line() {
        return Math.max(1, json.currentTokenLocation().getLineNr());
    }

    /// Moves to the value of the next property of the object that was entered, passing over what is left of the last one.
    ///
    /// @return its name, null at the end of the object
    public @Nullable String property() throws UnreadableFile {
        try {
            String name = json.nextName();
            if (name != null) {
                json.nextToken();
            }
            return name;
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    /// Moves to the next element of the array that was entered; false at its end.
    public boolean element() throws UnreadableFile {
        return advance() != JsonToken.END_ARRAY;
    }

    /// Passes over the object or array that the cursor stands on.
    public void skip() throws UnreadableFile {
        try {
            json.skipChildren();
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    /// Text of a scalar: of a number its digits; empty for null, NaN and infinity.
    public String text() throws UnreadableFile {
        try {
            return switch (json.currentToken()) {
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_TRUE, VALUE_FALSE -> json.getString();
                case VALUE_NUMBER_FLOAT -> json.isNaN() ? "" : json.getString();
                case null, default -> "";
            };
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    /// The object that the cursor stands on, whole; afterwards the cursor stands on its end.
    public JsonRecord record() throws UnreadableFile {
        int line = line();
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name = property(); name != null; name = property()) {
            switch (kind()) {
                case OBJECT -> values.put(name, record());
                case ARRAY -> values.put(name, records());
                case SCALAR -> values.put(name, text());
                case NOTHING -> values.remove(name);
            }
        }
        return new JsonRecord(line, values);
    }

    /// The objects of an array; other elements are left out.
    private List<JsonRecord> records() throws UnreadableFile {
        List<JsonRecord> list = new ArrayList<>();
        while (element()) {
            if (kind() == Kind.OBJECT) {
                list.add(record());
            } else {
                skip();
            }
        }
        return list;
    }

    private @Nullable JsonToken advance() throws UnreadableFile {
        try {
            JsonToken token = json.nextToken();
            if (token == null) {
                throw new UnreadableFile(
                        "The JSON holds nothing.",
                        "Export the file again: it is empty or cut off.");
            }
            return token;
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    private static UnreadableFile broken(JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        int line = place == null ? 0 : Math.max(0, place.getLineNr());
        String where = place == null ? "" : ", character " + place.getColumnNr();
        if (e instanceof StreamConstraintsException) {
            return new UnreadableFile(
                    line,
                    "",
                    "",
                    "The JSON is beyond what a journal needs"
                            + where
                            + ": "
                            + e.getOriginalMessage()
                            + ".",
                    "Check that it is the right file.");
        }
        return new UnreadableFile(
                line,
                "",
                "",
                "The JSON is damaged or cut off"
                        + where
                        + ": "
                        + Shown.cut(String.valueOf(e.getOriginalMessage()))
                        + ".",
                "Export the file again.");
    }

    @Override
    public void close() {
        json.close();
    }
}
