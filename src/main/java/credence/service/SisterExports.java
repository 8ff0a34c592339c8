package credence.service;

import credence.core.fact.Fill;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.value.AccountId;
import credence.service.Movements.Amount;
import credence.service.port.FileReport.Refusal;
import credence.service.port.JournalReader.FormatDescription;
import credence.service.port.ParsedFile;
import credence.service.port.ParsedFile.ParsedRow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Notices a file that tells trades again which came in from another export of the same broker: Kraken's ledgers after its trades,
/// Tradovate's orders after its performance. Their rows have other ids, so nothing else would keep every trade from counting twice.
final class SisterExports {

    private final HeldTrades held;

    /// By format.
    private final Map<String, String> books;

    /// @param formats all that can be read
    SisterExports(HeldTrades held, List<FormatDescription> formats) {
        this.held = held;
        this.books =
                formats.stream()
                        .collect(Collectors.toMap(FormatDescription::id, FormatDescription::book));
    }

    /// Why a file is refused, if it is.
    ///
    /// @param before files of this import that come in before it
    /// @param accountSaid whether the trader said whose account it is: then it is no other's
    Optional<Refusal> check(ParsedFile file, List<ParsedFile> before, boolean accountSaid) {
        List<ParsedFile> sisters = before.stream().filter(f -> isSister(file, f.format())).toList();
        if (sisters.isEmpty() && !held.any(f -> isSister(file, f.format()))) {
            return Optional.empty();
        }
        List<SourceRow> fresh =
                file.rows().stream().map(ParsedRow::row).filter(r -> !held.knows(r)).toList();
        Optional<Refusal> sameAccount = check(file, fresh, sisters, true, _ -> true);
        if (sameAccount.isPresent() || accountSaid) {
            return sameAccount;
        }
        // One of two exports may leave out the account that the other names.
        boolean unnamed = fresh.stream().allMatch(SisterExports::isUnnamed);
        return check(file, fresh, sisters, false, row -> unnamed || isUnnamed(row));
    }

    /// @param accounts whether only trades of one account are compared
    /// @param comparable rows of the others that are
    private Optional<Refusal> check(
            ParsedFile file,
            List<SourceRow> fresh,
            List<ParsedFile> sisters,
            boolean accounts,
            Predicate<SourceRow> comparable) {
        Movements own = new Movements(accounts);
        fresh.forEach(row -> own.add(row, ""));
        Movements others = own.sameMoments();
        for (ParsedFile other : sisters) {
            other.rows().stream()
                    .map(ParsedRow::row)
                    .filter(comparable)
                    .forEach(row -> others.add(row, other.name()));
        }
        held.each(
                f -> isSister(file, f.format()),
                (row, f, told) -> {
                    if (comparable.test(row)) {
                        others.add(row, f.file() + ", import " + told.batch());
                    }
                });
        List<Amount> alike = own.alike(others);
        // One in two: part of a day may stand in one export only.
        return alike.isEmpty() || alike.size() * 2 < others.size()
                ? Optional.empty()
                : Optional.of(refusal(alike, others.size(), books.getOrDefault(file.format(), "")));
    }

    private static boolean isUnnamed(SourceRow row) {
        return switch (row) {
            case Fill f -> f.account().equals(AccountId.DEFAULT);
            case TradeRecord t -> t.account().equals(AccountId.DEFAULT);
            default -> true;
        };
    }

    private boolean isSister(ParsedFile file, String format) {
        String book = books.get(file.format());
        return book != null && !format.equals(file.format()) && book.equals(books.get(format));
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
