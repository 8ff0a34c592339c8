package credence.service;

import credence.core.fact.SourceRow;
import credence.service.Movements.Amount;
import credence.service.port.FileReport;
import credence.service.port.FileReport.Refusal;
import credence.service.port.JournalReader.FormatDescription;
import credence.service.port.ParsedFile;
import credence.service.port.ParsedFile.ParsedRow;
import credence.service.port.Statement;
import credence.service.port.StoredFacts;
import credence.service.port.StoredRows;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Notices a file that tells trades again which came in from another export of the same broker: Kraken's ledgers after its trades,
/// Tradovate's orders after its performance. Their rows have other ids, so nothing else would keep every trade from counting twice.
final class SisterExports {

    private final StoredRows held;
    private final StoredFacts facts;
    private final ImportedFiles log;

    /// By format.
    private final Map<String, String> books;

    private @Nullable KeyIndex keys;

    /// @param log the files that the held rows stand in
    /// @param formats all that can be read
    SisterExports(StoredFacts facts, ImportedFiles log, List<FormatDescription> formats) {
        this.facts = facts;
        this.held = StoredRows.of(facts.rows());
        this.log = log;
        this.books =
                formats.stream()
                        .collect(Collectors.toMap(FormatDescription::id, FormatDescription::book));
    }

    /// The files, those refused as a whole that tell what an earlier import tells, or a file before them.
    List<ParsedFile> checked(List<ParsedFile> files) {
        List<ParsedFile> checked = new ArrayList<>();
        for (ParsedFile file : files) {
            List<ParsedFile> before =
                    checked.stream()
                            .filter(f -> f.error() == null && isSister(file, f.format()))
                            .toList();
            boolean alone = before.isEmpty() && log.formats().noneMatch(f -> isSister(file, f));
            checked.add(alone || file.error() != null ? file : checked(file, before));
        }
        return checked;
    }

    private ParsedFile checked(ParsedFile file, List<ParsedFile> before) {
        Movements own = new Movements();
        for (ParsedRow row : file.rows()) {
            if (!isKnown(row.row())) {
                own.add(row.row(), "");
            }
        }
        Movements others = own.sameMoments();
        for (ParsedFile other : before) {
            other.rows().forEach(r -> others.add(r.row(), other.name()));
        }
        addHeld(others, format -> isSister(file, format));
        List<Amount> alike = own.alike(others);
        // One in two: part of a day may stand in one export only.
        return alike.isEmpty() || alike.size() * 2 < others.size()
                ? file
                : file.failing(
                        refusal(alike, others.size(), books.getOrDefault(file.format(), "")));
    }

    private void addHeld(Movements others, Predicate<String> sister) {
        for (int i = 0; i < held.size(); i++) {
            for (Statement s : held.statements(i)) {
                FileReport file = facts.withdrawn().contains(s.batch()) ? null : log.of(s);
                if (file != null && sister.test(file.format())) {
                    SourceRow row = held.row(i);
                    others.add(row, file.file() + ", import " + s.batch());
                    break;
                }
            }
        }
    }

    private boolean isSister(ParsedFile file, String format) {
        String book = books.get(file.format());
        return book != null && !format.equals(file.format()) && book.equals(books.get(format));
    }

    /// Whether it is held under the same id with the same content: then it counts once, whoever tells it.
    private boolean isKnown(SourceRow row) {
        return keys().of(row.key()).stream()
                .map(held::row)
                .anyMatch(known -> SameRow.says(known, row) || SameRow.agree(known, row));
    }

    private KeyIndex keys() {
        if (keys == null) {
            keys = new KeyIndex(held);
        }
        return keys;
    }

    private static Refusal refusal(List<Amount> alike, int moments, String book) {
        String where =
                alike.stream()
                        .map(Amount::from)
                        .distinct()
                        .sorted()
                        .limit(3)
                        .collect(Collectors.joining("; "));
        return new Refusal(
                0,
                "",
                "",
                "These trades are known from another export of "
                        + book
                        + " ("
                        + where
                        + "): of "
                        + moments
                        + (moments == 1 ? " amount" : " amounts")
                        + " bought or sold in a minute that both tell of, "
                        + alike.size()
                        + (alike.size() == 1 ? " is" : " are")
                        + " the same at the same price. Together every trade would count twice."
                        + " Nothing of it was imported.",
                "Import one of the two. To have this one instead, undo the other import first"
                        + " (credence undo-import). If they are other trades, say that they are of"
                        + " another account (--account).");
    }
}
