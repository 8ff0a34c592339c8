package credence.service.port;

import credence.core.value.Symbol;
import credence.service.port.mapping.FileSurvey;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Reads exported journals and bars, whatever their format.
public interface JournalReader {

    /// Reads one file. Never throws for bad content: that is `error` or `refused` in the result.
    ///
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    default ParsedFile read(Path file, ImportOptions options, Progress progress) {
        return read(file, options, RowDecisions.NONE, progress);
    }

    /// Reads one file under what the trader decided about single rows: lines written anew are read as they are written now, and rows that
    /// shall come in although they look like known ones bring further keys with them. All else is for the caller to heed.
    ///
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    ParsedFile read(Path file, ImportOptions options, RowDecisions decisions, Progress progress);

    /// The lines of a file, to be closed. Nothing is read before a line is asked for.
    SourceLines lines(Path file, ImportOptions options);

    /// Reads bars, of each symbol of the file by itself. The interval is the most common distance of times unless given.
    ParsedFile readBars(Path file, BarOptions options, Progress progress);

    /// Looks at a file without importing it: what it is, what is in it, what must be said before it can be read.
    ///
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    FileSurvey survey(Path file, ImportOptions options, Progress progress);

    /// Formats that can be read.
    List<FormatDescription> formats();

    /// @param fromDocumentation whether the format was built from its documentation, no real sample at hand
    /// @param book what two formats have in common that tell the same trades of an account
    record FormatDescription(String id, String title, boolean fromDocumentation, String book) {

        /// Of whose trades no other format tells.
        public FormatDescription(String id, String title, boolean fromDocumentation) {
            this(id, title, fromDocumentation, id);
        }
    }

    /// What is said of files of bars.
    ///
    /// @param symbol of all bars; empty where the files say it in a column
    /// @param interval length of a bar; empty to take the most common distance of times
    /// @param zone of times that name none
    /// @param replace whether a bar that is known with other values is replaced rather than refused
    /// @param keepSpikes whether wicks ten times away from open and close are kept rather than cut
    /// @param latest bars that close later are refused; [Instant#MAX] refuses none
    record BarOptions(
            Optional<Symbol> symbol,
            Optional<Duration> interval,
            Optional<ZoneId> zone,
            boolean replace,
            boolean keepSpikes,
            Instant latest) {

        /// Bars of any time to come are taken, until [#closingBy] says otherwise.
        public BarOptions(
                Symbol symbol,
                Optional<Duration> interval,
                Optional<ZoneId> zone,
                boolean replace,
                boolean keepSpikes) {
            this(Optional.of(symbol), interval, zone, replace, keepSpikes, Instant.MAX);
        }

        /// Known bars stay, spikes are cut.
        public BarOptions(Symbol symbol, Optional<Duration> interval, Optional<ZoneId> zone) {
            this(symbol, interval, zone, false, false);
        }

        /// The same, bars that close later refused.
        public BarOptions closingBy(Instant moment) {
            return new BarOptions(symbol, interval, zone, replace, keepSpikes, moment);
        }
    }
}
