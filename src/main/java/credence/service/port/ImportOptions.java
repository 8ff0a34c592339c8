package credence.service.port;

import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.service.port.mapping.DateStyle;
import credence.service.port.mapping.DecimalSign;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Layout;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.Ownership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the user said about the files, once for all of them; what a file states itself wins over none of these but its own columns.
///
/// @param format id of the format to read as, else detected by content
/// @param bot name for every row that names none; else the file name
/// @param profile name of a saved profile
/// @param allOrNothing whether one refused row or file refuses the whole import
/// @param replace whether rows whose native id is known with other content replace the known ones
/// @param layout how the files are written; the order of dates and the decimal sign count in every format, a file that contradicts
///     them is refused; separator and encoding whatever the file looks like
/// @param using the profile to read by, saved or not; what is said beside it wins over what it says
/// @param profiles saved profiles that may be used for files that they know by their header
/// @param owners whose rows are, by rules; those of the profile come after them
/// @param latest the last moment that a row may be of; the service says it, by its clock
public record ImportOptions(
        Optional<String> format,
        Optional<BotId> bot,
        Optional<AccountId> account,
        Optional<Symbol> symbol,
        Optional<ZoneId> zone,
        Optional<CurrencyCode> currency,
        Optional<SourceClass> source,
        Optional<LocalDate> date,
        Optional<String> profile,
        boolean allOrNothing,
        boolean replace,
        Layout layout,
        Optional<ImportProfile> using,
        List<ImportProfile> profiles,
        Ownership owners,
        Optional<Instant> latest) {

    public static final ImportOptions DEFAULT =
            new ImportOptions(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false);

    public ImportOptions {
        profiles = List.copyOf(profiles);
    }

    /// With rows of any time.
    public ImportOptions(
            Optional<String> format,
            Optional<BotId> bot,
            Optional<AccountId> account,
            Optional<Symbol> symbol,
            Optional<ZoneId> zone,
            Optional<CurrencyCode> currency,
            Optional<SourceClass> source,
            Optional<LocalDate> date,
            Optional<String> profile,
            boolean allOrNothing,
            boolean replace,
            Layout layout,
            Optional<ImportProfile> using,
            List<ImportProfile> profiles,
            Ownership owners) {
        this(
                format,
                bot,
                account,
                symbol,
                zone,
                currency,
                source,
                date,
                profile,
                allOrNothing,
                replace,
                layout,
                using,
                profiles,
                owners,
                Optional.empty());
    }

    /// Without what belongs to profiles.
    public ImportOptions(
            Optional<String> format,
            Optional<BotId> bot,
            Optional<AccountId> account,
            Optional<Symbol> symbol,
            Optional<ZoneId> zone,
            Optional<CurrencyCode> currency,
            Optional<SourceClass> source,
            Optional<LocalDate> date,
            Optional<String> profile,
            boolean allOrNothing,
            boolean replace) {
        this(
                format,
                bot,
                account,
                symbol,
                zone,
                currency,
                source,
                date,
                profile,
                allOrNothing,
                replace,
                Layout.DETECTED,
                Optional.empty(),
                List.of(),
                Ownership.AS_STATED);
    }

    /// With the name of a saved profile.
    public ImportOptions profile(String name) {
        return with(draft -> draft.profile = Optional.of(name));
    }

    /// Reads by a profile: whatever is not said here is said by it.
    public ImportOptions using(ImportProfile p) {
        return with(
                draft -> {
                    draft.format =
                            format.or(
                                    () ->
                                            p.mapping().isPresent()
                                                    ? Optional.empty()
                                                    : Optional.of(p.format()));
                    draft.bot = bot.or(p::bot);
                    draft.account = account.or(p::account);
                    draft.symbol = symbol.or(p::symbol);
                    draft.zone = zone.or(p::zone);
                    draft.currency = currency.or(p::currency);
                    draft.source = source.or(p::source);
                    draft.layout =
                            layout.or(p.mapping().map(Mapping::layout).orElse(Layout.DETECTED))
                                    .or(p.layout());
                    draft.using = Optional.of(p);
                    draft.profiles = List.of();
                    draft.owners = owners.or(p.owners());
                });
    }

    /// Rows that are known later than this are refused.
    public ImportOptions until(Instant moment) {
        return with(draft -> draft.latest = Optional.of(moment));
    }

    public ImportOptions profiles(List<ImportProfile> saved) {
        return with(draft -> draft.profiles = saved);
    }

    /// @param named name of a character set, such as `Shift_JIS`; empty leaves what was said before
    /// @throws IllegalArgumentException with a sentence for the trader when there is no such encoding
    public ImportOptions encoding(Optional<String> named) {
        return named.isEmpty() ? this : with(draft -> draft.layout = layout.encoding(named));
    }

    public ImportOptions dateOrder(Optional<DateStyle> order) {
        return with(draft -> draft.layout = layout.dateOrder(order));
    }

    public ImportOptions decimal(Optional<DecimalSign> sign) {
        return with(draft -> draft.layout = layout.decimal(sign));
    }

    /// How the files are written, where they do not tell.
    public ImportOptions layout(Layout written) {
        return with(draft -> draft.layout = written);
    }

    public ImportOptions owners(Ownership rules) {
        return with(draft -> draft.owners = rules);
    }

    /// Taken where no date of a file settles it.
    public Optional<DateStyle> dateOrder() {
        return layout.dateOrder();
    }

    /// Taken where no number of a file settles it.
    public Optional<DecimalSign> decimal() {
        return layout.decimal();
    }

    private ImportOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /// The same in pieces, to change some of them.
    private static final class Draft {
        private Optional<String> format;
        private Optional<BotId> bot;
        private Optional<AccountId> account;
        private Optional<Symbol> symbol;
        private Optional<ZoneId> zone;
        private Optional<CurrencyCode> currency;
        private Optional<SourceClass> source;
        private Optional<LocalDate> date;
        private Optional<String> profile;
        private boolean allOrNothing;
        private boolean replace;
        private Layout layout;
        private Optional<ImportProfile> using;
        private List<ImportProfile> profiles;
        private Ownership owners;
        private Optional<Instant> latest;

        private Draft(ImportOptions from) {
            format = from.format;
            bot = from.bot;
            account = from.account;
            symbol = from.symbol;
            zone = from.zone;
            currency = from.currency;
            source = from.source;
            date = from.date;
            profile = from.profile;
            allOrNothing = from.allOrNothing;
            replace = from.replace;
            layout = from.layout;
            using = from.using;
            profiles = from.profiles;
            owners = from.owners;
            latest = from.latest;
        }

        private ImportOptions finished() {
            return new ImportOptions(
                    format,
                    bot,
                    account,
                    symbol,
                    zone,
                    currency,
                    source,
                    date,
                    profile,
                    allOrNothing,
                    replace,
                    layout,
                    using,
                    profiles,
                    owners,
                    latest);
        }
    }
}
