package credence.store;

import credence.core.fact.CallDetails;
import credence.service.port.FileReport;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// What has no fixed columns, as JSON text: extras, call details, reports of files. Equal values give equal text.
/// Rows go through the streaming parser: there are tens of thousands at each start.
final class JsonText {

    private static final String EMPTY = "{}";

    private final JsonFactory factory = new JsonFactory();
    private @Nullable ObjectMapper mapper;

    /// @return absent for no extras
    @Nullable String ofExtras(SortedMap<String, String> extras) {
        if (extras.isEmpty()) {
            return null;
        }
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> e : natural(extras).entrySet()) {
                json.writeStringProperty(e.getKey(), e.getValue());
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    SortedMap<String, String> extras(@Nullable String text) {
        SortedMap<String, String> extras = new TreeMap<>();
        if (text == null) {
            return extras;
        }
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                extras.put(name, json.getString());
            }
        }
        return extras;
    }

    /// @return absent for a call without details
    @Nullable String ofCall(CallDetails call) {
        if (call.equals(CallDetails.NONE)) {
            return null;
        }
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            if (call.confidence().isPresent()) {
                json.writeNumberProperty("confidence", call.confidence().getAsDouble());
            }
            write(json, "pattern", call.pattern());
            write(json, "timeframe", call.timeframe());
            write(json, "leverage", call.leverage().map(BigDecimal::toString));
            write(json, "version", call.version());
            write(json, "variant", call.variant());
            write(json, "reasoning", call.reasoning());
            write(json, "scores", call.scores());
            write(json, "indicators", call.indicators());
            write(json, "heads", call.heads());
            json.writeEndObject();
        }
        return text.toString();
    }

    CallDetails call(@Nullable String text) {
        if (text == null || text.equals(EMPTY)) {
            return CallDetails.NONE;
        }
        OptionalDouble confidence = OptionalDouble.empty();
        Map<String, String> words = new TreeMap<>();
        Map<String, SortedMap<String, Double>> numbers = new TreeMap<>();
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                JsonToken value = json.nextToken();
                if (value == JsonToken.START_OBJECT) {
                    numbers.put(name, numbers(json));
                } else if (name.equals("confidence")) {
                    confidence = OptionalDouble.of(json.getDoubleValue());
                } else {
                    words.put(name, json.getString());
                }
            }
        }
        return new CallDetails(
                confidence,
                Optional.ofNullable(words.get("pattern")),
                Optional.ofNullable(words.get("timeframe")),
                Optional.ofNullable(words.get("leverage")).map(BigDecimal::new),
                Optional.ofNullable(words.get("version")),
                Optional.ofNullable(words.get("variant")),
                Optional.ofNullable(words.get("reasoning")),
                numbers.getOrDefault("scores", new TreeMap<>()),
                numbers.getOrDefault("indicators", new TreeMap<>()),
                numbers.getOrDefault("heads", new TreeMap<>()));
    }

    String ofReport(FileReport report) {
        return mapper().writeValueAsString(report);
    }

    FileReport report(String text) {
        return mapper().readValue(text, FileReport.class);
    }

    private static SortedMap<String, Double> numbers(JsonParser json) {
        SortedMap<String, Double> numbers = new TreeMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            numbers.put(name, json.getDoubleValue());
        }
        return numbers;
    }

    private static void write(JsonGenerator json, String name, Optional<String> text) {
        if (text.isPresent()) {
            json.writeStringProperty(name, text.get());
        }
    }

    private static void write(JsonGenerator json, String name, SortedMap<String, Double> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        json.writeName(name);
        json.writeStartObject();
        for (Map.Entry<String, Double> e : natural(numbers).entrySet()) {
            if (!Double.isFinite(e.getValue())) {
                throw new IllegalArgumentException(name + " " + e.getKey() + " must be finite");
            }
            json.writeNumberProperty(e.getKey(), e.getValue());
        }
        json.writeEndObject();
    }

    /// A map sorted by its own comparator would come back in another order, and with another fingerprint.
    private static <V> SortedMap<String, V> natural(SortedMap<String, V> map) {
        if (map.comparator() == null) {
            return map;
        }
        SortedMap<String, V> natural = new TreeMap<>();
        natural.putAll(map);
        return natural;
    }

    private ObjectMapper mapper() {
        ObjectMapper m = mapper;
        if (m == null) {
            // Made when first needed: it costs a tenth of a second that most commands need not pay.
            m =
                    JsonMapper.builder()
                            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .build();
            mapper = m;
        }
        return m;
    }
}
