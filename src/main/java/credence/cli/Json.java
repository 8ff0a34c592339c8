package credence.cli;

import credence.core.performance.ClusteredEstimate;
import credence.core.value.Estimate;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;

/// One JSON document, written as it comes: UTF-8, instants in ISO 8601 UTC, decimals as exact numbers, every estimate
/// in one shape.
final class Json {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private final JsonGenerator to;

    private Json(JsonGenerator to) {
        this.to = to;
    }

    /// Writes one object as the whole document.
    static void write(Console console, Consumer<Json> body) {
        JsonGenerator generator =
                FACTORY.createGenerator(
                        ObjectWriteContext.empty(), console.document(), JsonEncoding.UTF8);
        generator.writeStartObject();
        body.accept(new Json(generator));
        generator.writeEndObject();
        generator.writeRaw('\n');
        generator.flush();
    }

    Json text(String name, @Nullable String value) {
        to.writeName(name);
        if (value == null) {
            to.writeNull();
        } else {
            to.writeString(value);
        }
        return this;
    }

    Json count(String name, long value) {
        to.writeName(name);
        to.writeNumber(value);
        return this;
    }

    Json decimal(String name, @Nullable BigDecimal value) {
        to.writeName(name);
        if (value == null) {
            to.writeNull();
        } else {
            to.writeNumber(value);
        }
        return this;
    }

    /// A statistic without an interval of its own; absent or not finite is null.
    Json number(String name, @Nullable Double value) {
        to.writeName(name);
        number(value);
        return this;
    }

    Json flag(String name, boolean value) {
        to.writeName(name);
        to.writeBoolean(value);
        return this;
    }

    Json nothing(String name) {
        to.writeName(name);
        to.writeNull();
        return this;
    }

    Json instant(String name, @Nullable Instant value) {
        return text(name, value == null ? null : value.toString());
    }

    Json estimate(String name, Estimate estimate) {
        return object(name, e -> e.ends(estimate));
    }

    /// The same with the spells that the outcomes were entered in, on which its interval rests.
    Json estimate(String name, ClusteredEstimate estimate) {
        return object(name, e -> e.ends(estimate.estimate()).count("spells", estimate.clusters()));
    }

    private Json ends(Estimate estimate) {
        return number("value", estimate.value())
                .number("low", estimate.low())
                .number("high", estimate.high())
                .count("n", estimate.n())
                .text("status", estimate.status().name());
    }

    Json object(String name, Consumer<Json> body) {
        to.writeName(name);
        to.writeStartObject();
        body.accept(this);
        to.writeEndObject();
        return this;
    }

    /// An array of objects.
    <T> Json array(String name, Iterable<T> items, java.util.function.BiConsumer<Json, T> each) {
        to.writeName(name);
        to.writeStartArray();
        for (T item : items) {
            to.writeStartObject();
            each.accept(this, item);
            to.writeEndObject();
        }
        to.writeEndArray();
        return this;
    }

    Json texts(String name, Collection<String> values) {
        to.writeName(name);
        to.writeStartArray();
        values.forEach(to::writeString);
        to.writeEndArray();
        return this;
    }

    Json numbers(String name, Collection<Double> values) {
        to.writeName(name);
        to.writeStartArray();
        values.forEach(this::number);
        to.writeEndArray();
        return this;
    }

    private void number(@Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            to.writeNull();
        } else {
            to.writeNumber(value);
        }
    }
}
