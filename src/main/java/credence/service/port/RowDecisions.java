package credence.service.port;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the trader decided about single rows of one file before importing it.
///
/// @param texts lines that are read as another text than the file's, by their number, first 1
/// @param choices by the line that a row is listed under: its first
public record RowDecisions(
        SortedMap<Integer, String> texts, SortedMap<Integer, RowChoice> choices) {

    public static final RowDecisions NONE = new RowDecisions(new TreeMap<>(), new TreeMap<>());

    public RowDecisions {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        choices = Collections.unmodifiableSortedMap(new TreeMap<>(choices));
    }

    public boolean isEmpty() {
        return texts.isEmpty() && choices.isEmpty();
    }

    /// And a line is read as this text.
    public RowDecisions reading(int line, String text) {
        SortedMap<Integer, String> more = new TreeMap<>(texts);
        more.put(line, text);
        return new RowDecisions(more, choices);
    }

    /// And a row is treated so.
    public RowDecisions choosing(int line, RowChoice choice) {
        SortedMap<Integer, RowChoice> more = new TreeMap<>(choices);
        more.put(line, choice);
        return new RowDecisions(texts, more);
    }

    /// Nothing is decided about a line any more.
    public RowDecisions without(int line) {
        SortedMap<Integer, String> lessTexts = new TreeMap<>(texts);
        lessTexts.remove(line);
        SortedMap<Integer, RowChoice> lessChoices = new TreeMap<>(choices);
        lessChoices.remove(line);
        return new RowDecisions(lessTexts, lessChoices);
    }

    /// These, and where they say nothing of a line what others say.
    public RowDecisions or(RowDecisions others) {
        SortedMap<Integer, String> allTexts = new TreeMap<>(others.texts);
        allTexts.putAll(texts);
        SortedMap<Integer, RowChoice> allChoices = new TreeMap<>(others.choices);
        allChoices.putAll(choices);
        return new RowDecisions(allTexts, allChoices);
    }
}
