package credence.imports;

import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.service.port.ImportOptions;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Whose a row is, of what, in which money and of what kind: by the row's own word, else by what the user said for the whole
/// file, else by what the format knows. Nothing is guessed: rows of no bot are gathered under one name that says so.
///
/// Equal names become one object, so that a million rows of one bot hold its name once.
public final class Owners {

    private final String source;
    private final ImportOptions options;
    private final Tally tally;
    private final Map<String, BotId> bots = new HashMap<>();
    private final Map<String, AccountId> accounts = new HashMap<>();
    private final Map<String, Symbol> symbols = new HashMap<>();
    private final Map<String, CurrencyCode> currencies = new HashMap<>();
    private final Map<Owner, Owner> owners = new HashMap<>();
    private final OwnerRules botRules;
    private final OwnerRules accountRules;

    /// @param source short name of where the rows come from, for the group of rows that name no bot: "Kraken"
    public Owners(String source, ImportOptions options, Tally tally) {
        this.source = source;
        this.options = options;
        this.tally = tally;
        this.botRules = new OwnerRules(options.owners().bots(), tally.file());
        this.accountRules = new OwnerRules(options.owners().accounts(), tally.file());
    }

    /// By the row's own bot, else by `--bot`, else nobody's: "unassigned (Kraken)".
    public Owner of(Clues clues) {
        return of(clues, "");
    }

    /// @param fallback name for rows of no bot, where the format knows one: the file's name, the expert of a report
    public Owner of(Clues clues, String fallback) {
        AccountId account = account(clues);
        Optional<String> ruled =
                botRules.isEmpty() ? Optional.empty() : botRules.owner(clues, tally);
        BotId source = sourceBot(clues, fallback.strip(), ruled.isEmpty());
        BotId bot = ruled.map(name -> bots.computeIfAbsent(name, BotId::new)).orElse(source);
        return owners.computeIfAbsent(new Owner(bot, source.name(), account), o -> o);
    }

    /// The bot under which a row is learned, by the trader's own rules; the source's own where none holds.
    public BotId learned(BotId source, Clues clues) {
        if (botRules.isEmpty()) {
            return source;
        }
        return botRules.owner(clues, tally)
                .map(name -> bots.computeIfAbsent(name, BotId::new))
                .orElse(source);
    }

    private AccountId account(Clues clues) {
        if (!clues.account().isBlank()) {
            return accounts.computeIfAbsent(clues.account().strip(), AccountId::new);
        }
        Optional<String> ruled =
                accountRules.isEmpty() ? Optional.empty() : accountRules.owner(clues, tally);
        return ruled.map(name -> accounts.computeIfAbsent(name, AccountId::new))
                .orElseGet(() -> options.account().orElse(AccountId.DEFAULT));
    }

    /// Whether the trader's own rules may name the bot of a row that names none itself.
    public boolean ruled() {
        return !botRules.isEmpty();
    }

    /// Name under which rows stand that name no bot.
    public BotId nobody() {
        return bots.computeIfAbsent("unassigned (" + source + ")", BotId::new);
    }

    /// @param counts whether the row is learned under this name, no rule saying otherwise
    private BotId sourceBot(Clues clues, String fallback, boolean counts) {
        if (!clues.bot().isEmpty()) {
            return bots.computeIfAbsent(clues.bot(), BotId::new);
        }
        if (options.bot().isPresent()) {
            return options.bot().get();
        }
        if (!fallback.isEmpty()) {
            return bots.computeIfAbsent(fallback, BotId::new);
        }
        String nobody = "unassigned (" + source + ")";
        if (counts) {
            noteNobody(nobody);
        }
        return bots.computeIfAbsent(nobody, BotId::new);
    }

    private void noteNobody(String nobody) {
        tally.note(
                "Rows that name no bot stand under “"
                        + nobody
                        + "”. Say --bot NAME if all of them are one bot's.");
    }

    /// By the row's own account, else by the trader's rules, else by `--account`, else "default".
    public AccountId account(String stated) {
        return account(Clues.NONE.account(stated));
    }

    /// By the row's own symbol, else by `--symbol`.
    ///
    /// @throws RefusedRow when there is neither, or the text is no symbol
    public Symbol symbol(String stated, int line, String column) throws RefusedRow {
        if (stated.isBlank()) {
            return options.symbol()
                    .orElseThrow(
                            () ->
                                    new RefusedRow(
                                            line,
                                            column,
                                            stated,
                                            "The row names no symbol.",
                                            "Fill in the symbol, or say --symbol SYMBOL."));
        }
        try {
            return symbols.computeIfAbsent(stated, Symbol::of);
        } catch (IllegalArgumentException _) {
            throw new RefusedRow(
                    line,
                    column,
                    stated,
                    "This is no symbol.",
                    "Name the instrument as your exchange does, for example ETHUSDT.");
        }
    }

    /// By the row's own currency, else by `--currency`, else US dollars, and the import says so.
    public CurrencyCode currency(String stated) {
        return stated(stated).orElseGet(this::assumed);
    }

    /// By the row's own currency, else by `--currency`.
    public Optional<CurrencyCode> stated(String currency) {
        return currency.isBlank()
                ? options.currency()
                : Optional.of(currencies.computeIfAbsent(currency.strip(), CurrencyCode::new));
    }

    /// US dollars, since nobody says another, and the import says so.
    public CurrencyCode assumed() {
        tally.assumedCurrency();
        return CurrencyCode.USD;
    }

    /// By `--source`, else what the format is.
    public SourceClass source(SourceClass ofFormat) {
        return options.source().orElse(ofFormat);
    }
}
