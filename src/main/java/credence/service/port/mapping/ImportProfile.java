package credence.service.port.mapping;

import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Answers for files of one kind, kept by name.
///
/// @param name 1 to 60 letters, digits, blanks, `.`, `-`, `_`; it is the name of the file that keeps it
/// @param format id of a known format; [#MAPPED] when the mapping tells how to read
/// @param header names of the columns of the file that it was made for; a file of these columns is known by them, in any
///     order and case. Empty when the format has no header
/// @param automatic whether it may be used unasked for files that it knows by their header
/// @param layout how files of a known format are written where they do not tell; a mapping has its own
/// @param botRules whose a row is; they change the bot under which it is learned, never what makes it the same row again
/// @param accountRules account of rows that name none
/// @param succeeded when an import by this profile last came in without anything refused; needed before a folder may be watched
public record ImportProfile(
        String name,
        String format,
        List<String> header,
        boolean automatic,
        Optional<BotId> bot,
        Optional<AccountId> account,
        Optional<Symbol> symbol,
        Optional<ZoneId> zone,
        Optional<CurrencyCode> currency,
        Optional<SourceClass> source,
        Layout layout,
        List<OwnerRule> botRules,
        List<OwnerRule> accountRules,
        Optional<Mapping> mapping,
        Optional<Instant> succeeded) {

    /// Format of files that are read by a mapping.
    public static final String MAPPED = "mapped";

    private static final int LONGEST = 60;
    private static final int MOST_RULES = 1_000;

    /// @throws IllegalArgumentException with a sentence for the trader
    public ImportProfile {
        name = name.strip();
        header = List.copyOf(header);
        botRules = List.copyOf(botRules);
        accountRules = List.copyOf(accountRules);
        if (!fits(name)) {
            throw new IllegalArgumentException(
                    "The name of a profile has 1 to "
                            + LONGEST
                            + " letters, digits, blanks, points, hyphens or underscores and begins"
                            + " with a letter or digit: “"
                            + name
                            + "” does not.");
        }
        if (mapping.isPresent() != format.equals(MAPPED)) {
            throw new IllegalArgumentException(
                    "A profile either maps columns or is for a known format, not both.");
        }
        if (botRules.size() > MOST_RULES || accountRules.size() > MOST_RULES) {
            throw new IllegalArgumentException("A profile has at most " + MOST_RULES + " rules.");
        }
    }

    private static boolean fits(String name) {
        if (name.isEmpty() || name.length() > LONGEST || name.endsWith(".")) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean word = Character.isLetterOrDigit(c);
            if (!word && (i == 0 || " .-_".indexOf(c) < 0)) {
                return false;
            }
        }
        return true;
    }

    /// A profile that reads by a mapping, nothing else settled.
    public static ImportProfile mapped(String name, List<String> header, Mapping mapping) {
        return new ImportProfile(
                name,
                MAPPED,
                header,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Layout.DETECTED,
                List.of(),
                List.of(),
                Optional.of(mapping),
                Optional.empty());
    }

    /// A profile for a known format, nothing settled yet.
    public static ImportProfile known(String name, String format, List<String> header) {
        return new ImportProfile(
                name,
                format,
                header,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Layout.DETECTED,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public ImportProfile named(String other) {
        return with(draft -> draft.name = other);
    }

    public ImportProfile automatic(boolean whether) {
        return with(draft -> draft.automatic = whether);
    }

    /// The same with what was said about the files: bot, account, symbol, zone, currency, kind, how they are written, whose
    /// rows are. What was said goes before what the profile says.
    public ImportProfile saying(credence.service.port.ImportOptions said) {
        return new ImportProfile(
                name,
                format,
                header,
                automatic,
                said.bot().or(() -> bot),
                said.account().or(() -> account),
                said.symbol().or(() -> symbol),
                said.zone().or(() -> zone),
                said.currency().or(() -> currency),
                said.source().or(() -> source),
                said.layout().or(layout),
                said.owners().or(owners()).bots(),
                said.owners().or(owners()).accounts(),
                mapping,
                succeeded);
    }

    /// Whose rows are, by the rules of this profile.
    public Ownership owners() {
        return new Ownership(botRules, accountRules);
    }

    public ImportProfile rules(List<OwnerRule> ofBots, List<OwnerRule> ofAccounts) {
        return with(
                draft -> {
                    draft.botRules = ofBots;
                    draft.accountRules = ofAccounts;
                });
    }

    public ImportProfile mapping(Mapping other) {
        return with(
                draft -> {
                    draft.format = MAPPED;
                    draft.mapping = Optional.of(other);
                });
    }

    public ImportProfile succeeded(Optional<Instant> at) {
        return with(draft -> draft.succeeded = at);
    }

    private ImportProfile with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /// The same in pieces, to change some of them.
    private static final class Draft {
        private String name;
        private String format;
        private List<String> header;
        private boolean automatic;
        private Optional<BotId> bot;
        private Optional<AccountId> account;
        private Optional<Symbol> symbol;
        private Optional<ZoneId> zone;
        private Optional<CurrencyCode> currency;
        private Optional<SourceClass> source;
        private Layout layout;
        private List<OwnerRule> botRules;
        private List<OwnerRule> accountRules;
        private Optional<Mapping> mapping;
        private Optional<Instant> succeeded;

        private Draft(ImportProfile from) {
            name = from.name;
            format = from.format;
            header = from.header;
            automatic = from.automatic;
            bot = from.bot;
            account = from.account;
            symbol = from.symbol;
            zone = from.zone;
            currency = from.currency;
            source = from.source;
            layout = from.layout;
            botRules = from.botRules;
            accountRules = from.accountRules;
            mapping = from.mapping;
            succeeded = from.succeeded;
        }

        private ImportProfile finished() {
            return new ImportProfile(
                    name,
                    format,
                    header,
                    automatic,
                    bot,
                    account,
                    symbol,
                    zone,
                    currency,
                    source,
                    layout,
                    botRules,
                    accountRules,
                    mapping,
                    succeeded);
        }
    }
}
