package credence.desktop.panel.importing;

import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.service.ServiceException;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader.BarOptions;
import credence.service.port.mapping.DateStyle;
import credence.service.port.mapping.DecimalSign;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Layout;
import credence.service.port.mapping.Ownership;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What the trader said about the files, once for all of them, as typed. Empty means: let the files say.
///
/// @param bars whether the files hold price bars rather than trades
/// @param source LIVE, PAPER, BACKTEST or empty
/// @param mapping what the columns of a file of no known format mean
/// @param owners whose rows are, by the trader's rules
public record ImportForm(
        boolean bars,
        String zone,
        String symbol,
        String currency,
        String source,
        String bot,
        String account,
        boolean allOrNothing,
        boolean replace,
        Unsettled unsettled,
        Optional<ImportProfile> mapping,
        Ownership owners) {

    /// What few files leave open, as typed or chosen; empty means: let the files say.
    ///
    /// @param format id of the format to read as
    /// @param date day of files that hold only the time of day, as 2026-01-31
    /// @param dateOrder YEAR_FIRST, DAY_FIRST, MONTH_FIRST or empty
    /// @param decimal POINT, COMMA or empty
    /// @param layout what else was said of the way the files are written: separator, header line, encoding
    public record Unsettled(
            String format, String date, String dateOrder, String decimal, Layout layout) {

        public static final Unsettled NOTHING = new Unsettled("", "", "", "", Layout.DETECTED);

        /// With other words on the first four; the rest stays.
        public Unsettled saying(
                String otherFormat, String otherDate, String otherOrder, String otherDecimal) {
            return new Unsettled(otherFormat, otherDate, otherOrder, otherDecimal, layout);
        }

        public Unsettled format(String other) {
            return new Unsettled(other, date, dateOrder, decimal, layout);
        }

        public Unsettled dateOrder(String other) {
            return new Unsettled(format, date, other, decimal, layout);
        }

        public Unsettled decimal(String other) {
            return new Unsettled(format, date, dateOrder, other, layout);
        }

        public Unsettled layout(Layout other) {
            return new Unsettled(format, date, dateOrder, decimal, other);
        }
    }

    public static final ImportForm EMPTY =
            new ImportForm(false, "", "", "", "", "", "", false, false);

    /// Without what few files need.
    public ImportForm(
            boolean bars,
            String zone,
            String symbol,
            String currency,
            String source,
            String bot,
            String account,
            boolean allOrNothing,
            boolean replace) {
        this(
                bars,
                zone,
                symbol,
                currency,
                source,
                bot,
                account,
                allOrNothing,
                replace,
                Unsettled.NOTHING,
                Optional.empty(),
                Ownership.AS_STATED);
    }

    /// The same as options of the import.
    ///
    /// @throws ServiceException when a field cannot be read
    ImportOptions options() {
        ImportOptions said = said();
        return mapping.isPresent() ? said.using(mapping.get()) : said;
    }

    /// Options under which the lines of the files are shown; for bars as they stand.
    ImportOptions rawOptions() {
        return bars ? ImportOptions.DEFAULT : options();
    }

    private ImportOptions said() {
        return new ImportOptions(
                read(unsettled.format(), "", id -> id),
                read(bot, "", BotId::new),
                read(account, "", AccountId::new),
                read(
                        symbol,
                        "Write the symbol with letters or digits, such as ETHUSDT.",
                        Symbol::of),
                zoneId(),
                read(
                        currency.toUpperCase(Locale.ROOT),
                        "Write the currency as its code, such as USD.",
                        CurrencyCode::new),
                read(source, "", SourceClass::valueOf),
                read(
                        unsettled.date(),
                        "Write the day as year-month-day, such as 2026-01-31.",
                        LocalDate::parse),
                Optional.empty(),
                allOrNothing,
                replace,
                unsettled
                        .layout()
                        .dateOrder(read(unsettled.dateOrder(), "", DateStyle::valueOf))
                        .decimal(read(unsettled.decimal(), "", DecimalSign::valueOf)),
                Optional.empty(),
                List.of(),
                owners);
    }

    /// The same for price bars.
    ///
    /// @throws ServiceException when a field cannot be read
    BarOptions barOptions() {
        Optional<Symbol> of =
                read(
                        symbol,
                        "Write the symbol with letters or digits, such as ETHUSDT.",
                        Symbol::of);
        return new BarOptions(of, Optional.<Duration>empty(), zoneId(), false, false, Instant.MAX);
    }

    public ImportForm asBars(boolean other) {
        return with(draft -> draft.bars = other);
    }

    /// With the columns of a file of no known format mapped so, or not mapped any more.
    public ImportForm mapped(Optional<ImportProfile> columns) {
        return with(draft -> draft.mapping = columns);
    }

    /// With other words on what few files leave open.
    public ImportForm with(Unsettled other) {
        return with(draft -> draft.unsettled = other);
    }

    public ImportForm zone(String other) {
        return with(draft -> draft.zone = other);
    }

    public ImportForm owners(Ownership rules) {
        return with(draft -> draft.owners = rules);
    }

    private ImportForm with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /// The same in pieces, to change some of them.
    private static final class Draft {
        private boolean bars;
        private String zone;
        private String symbol;
        private String currency;
        private String source;
        private String bot;
        private String account;
        private boolean allOrNothing;
        private boolean replace;
        private Unsettled unsettled;
        private Optional<ImportProfile> mapping;
        private Ownership owners;

        private Draft(ImportForm from) {
            bars = from.bars;
            zone = from.zone;
            symbol = from.symbol;
            currency = from.currency;
            source = from.source;
            bot = from.bot;
            account = from.account;
            allOrNothing = from.allOrNothing;
            replace = from.replace;
            unsettled = from.unsettled;
            mapping = from.mapping;
            owners = from.owners;
        }

        private ImportForm finished() {
            return new ImportForm(
                    bars,
                    zone,
                    symbol,
                    currency,
                    source,
                    bot,
                    account,
                    allOrNothing,
                    replace,
                    unsettled,
                    mapping,
                    owners);
        }
    }

    private Optional<ZoneId> zoneId() {
        return read(
                zone,
                "Write the zone as UTC, an offset such as +08:00, or a place such as"
                        + " America/New_York.",
                ZoneId::of);
    }

    private static <T> Optional<T> read(
            String text, String remedy, Function<String, ? extends T> parse) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text.strip()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            ServiceException failure =
                    new ServiceException("“" + text.strip() + "” cannot be read. " + remedy);
            failure.initCause(unreadable);
            throw failure;
        }
    }
}
