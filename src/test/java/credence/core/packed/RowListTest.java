package credence.core.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import credence.core.fact.Costs;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.testkit.GeneratedJournal;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What comes out of a list of rows is what went in, packed or not.
class RowListTest {

    @Test
    void rowsOfAllKindsComeOutAsTheyWentIn() {
        List<SourceRow> rows = GeneratedJournal.of(71, 400, 60).rows();
        for (int unpacked : new int[] {0, 1, rows.size() / 2, rows.size()}) {
            RowList list = new RowList(unpacked);
            list.addAll(rows);
            assertEquals(rows, list, () -> "unpacked " + unpacked);
            for (int i = 0; i < rows.size(); i++) {
                assertEquals(KeyHalves.of(rows.get(i).key()), list.key(i));
                assertEquals(RowKind.of(rows.get(i)), list.kind(i));
                assertEquals(rows.get(i).facts().size(), list.kind(i).facts());
            }
        }
    }

    @Test
    void numbersKeepTheirDigitsAndTheirScale() {
        for (String number :
                List.of(
                        "0",
                        "0.00",
                        "-0.10",
                        "1.50",
                        "1E+7",
                        "1E-400",
                        "9223372036854775807",
                        "-9223372036854775808",
                        "9223372036854775808",
                        "1E-64",
                        "1E+64",
                        "1E-63",
                        "1E+65",
                        "12345678901234567890123456789.123456789")) {
            Fill fill = fill(new RowKey("0".repeat(32)), "tag", number, Instant.EPOCH);
            assertEquals(new BigDecimal(number), ((Fill) packed(fill)).price().value());
        }
    }

    @Test
    void timesTextsAndKeysOfAnyKindAreKept() {
        List<Instant> times =
                List.of(
                        Instant.parse("1969-12-31T23:59:59.999999999Z"),
                        Instant.parse("2261-01-01T00:00:00.000000001Z"),
                        Instant.MIN,
                        Instant.MAX);
        List<String> texts =
                List.of("a", "Größe 50 €", "日本語", "\uD83D\uDE00", "\uD800", "x".repeat(300_000));
        List<String> keys =
                List.of(
                        "0123456789abcdef0123456789abcdef",
                        "0123456789ABCDEF0123456789abcdef",
                        "ffffffffffffffffffffffffffffffff",
                        "7",
                        "");
        for (Instant time : times) {
            for (String text : texts) {
                for (String key : keys) {
                    Fill fill = fill(new RowKey(key), text, "1.5", time);
                    assertEquals(fill, packed(fill));
                }
            }
        }
    }

    @Test
    void keysThatAreNoNumbersAreToldApart() {
        assertFalse(
                KeyHalves.of(new RowKey("0123456789ABCDEF0123456789abcdef"))
                        .equals(KeyHalves.of(new RowKey("0123456789abcdef0123456789abcdef"))));
        assertFalse(KeyHalves.of(new RowKey("1")).equals(KeyHalves.of(new RowKey("2"))));
    }

    @Test
    void noRowLiesBeyondTheEnd() {
        RowList list = new RowList(0);
        list.add(fill(new RowKey("1"), "", "1", Instant.EPOCH));
        assertThrows(IndexOutOfBoundsException.class, () -> list.get(1));
        assertThrows(IndexOutOfBoundsException.class, () -> list.kind(-1));
    }

    private static SourceRow packed(SourceRow row) {
        RowList list = new RowList(0);
        list.add(row);
        return list.get(0);
    }

    private static Fill fill(RowKey key, String text, String price, Instant time) {
        SortedMap<String, String> extras = new TreeMap<>();
        extras.put("note", text);
        extras.put(text, "");
        return new Fill(
                key,
                Long.MIN_VALUE,
                time,
                new AccountId("main"),
                new BotId("β"),
                new Symbol("ES"),
                Side.SELL,
                PositionEffect.CLOSE,
                Quantity.of("0.001"),
                Price.of(price),
                new Costs(
                        Optional.of(new BigDecimal("-0.35")),
                        Optional.empty(),
                        Optional.of(BigDecimal.ZERO)),
                new CurrencyCode("USD"),
                new BigDecimal("50"),
                Optional.of(Price.of("-3")),
                Optional.of(text),
                SourceClass.PAPER,
                extras);
    }
}
