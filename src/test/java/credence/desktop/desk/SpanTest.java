package credence.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class SpanTest {

    private static final Instant UNTIL = Instant.parse("2026-03-31T16:00:00Z");

    @Test
    void daysEndAtTheLatestData() {
        assertEquals(Instant.parse("2026-03-24T16:00:00Z"), new Span.LastDays(7).from(UNTIL));
        assertNull(new Span.LastDays(7).asOf(UNTIL));
    }

    @Test
    void aSpanThatEndsBeforeTheDataShowsWhatWasKnownThen() {
        Instant to = Instant.parse("2026-02-01T00:00:00Z");

        assertEquals(to, new Span.Between(Instant.EPOCH, to).asOf(UNTIL));
        assertNull(new Span.Between(Instant.EPOCH, UNTIL.plusSeconds(1)).asOf(UNTIL));
    }

    @Test
    void withoutDataNothingIsCutOff() {
        assertNull(new Span.LastDays(30).from(null));
        assertNull(new Span.Between(Instant.EPOCH, UNTIL).asOf(null));
    }

    @Test
    void whatIsRememberedIsReadAgain() {
        for (Span span :
                new Span[] {
                    Span.ALL, new Span.LastDays(90), new Span.Between(Instant.EPOCH, UNTIL)
                }) {
            assertEquals(span, Span.parse(span.text()));
        }
    }

    @Test
    void whatNobodyWroteIsTheWholeTime() {
        assertEquals(Span.ALL, Span.parse(""));
        assertEquals(Span.ALL, Span.parse("days many"));
        assertEquals(Span.ALL, Span.parse("between yesterday today"));
    }
}
