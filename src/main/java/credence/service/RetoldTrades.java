package credence.service;

import credence.service.port.FileReport.Refusal;
import credence.service.port.JournalReader.FormatDescription;
import credence.service.port.ParsedFile;
import credence.service.port.StoredFacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Files that would make known trades count twice, because their rows do not bear the ids under which these are known: another export
/// of one broker, a file that was read otherwise before, times that were read in another zone. They are refused as a whole.
final class RetoldTrades {

    private final SisterExports sisters;
    private final FilesReadAnew anew;
    private final ShiftedRows shifted;

    /// @param formats all that can be read
    RetoldTrades(StoredFacts facts, ImportedFiles files, List<FormatDescription> formats) {
        HeldTrades held = new HeldTrades(facts, files);
        sisters = new SisterExports(held, formats);
        anew = new FilesReadAnew(held);
        shifted = new ShiftedRows(held);
    }

    /// The same files, in their order, each as it is or refused.
    ///
    /// @param accountSaid whether the trader said whose account they are of
    List<ParsedFile> checked(List<ParsedFile> files, boolean accountSaid) {
        List<ParsedFile> checked = new ArrayList<>();
        for (ParsedFile file : files) {
            List<ParsedFile> before = checked.stream().filter(f -> f.error() == null).toList();
            Optional<Refusal> refusal =
                    file.error() != null
                            ? Optional.empty()
                            : sisters.check(file, before, accountSaid)
                                    .or(() -> anew.check(file))
                                    .or(() -> shifted.check(file));
            checked.add(refusal.map(file::failing).orElse(file));
        }
        return checked;
    }
}
