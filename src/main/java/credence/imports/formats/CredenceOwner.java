package credence.imports.formats;

import credence.core.fact.Extra;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.imports.Clues;
import credence.imports.Multiplier;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.SymbolWorth;
import credence.imports.Tally;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Whose a row of Credence's own formats is, of what, in which money and of what kind: by its own columns, else by what the
/// user said for the whole file. Equal names become one object, so that a million rows of one bot hold its name once.
final class CredenceOwner {

    private final CredenceTable table;
    private final ImportOptions options;
    private final Tally tally;
    private final Owners owners;
    private final Map<String, BotId> bots = new HashMap<>();
    private final Map<String, Symbol> symbols = new HashMap<>();
    private final SymbolWorth worth = new SymbolWorth();

    CredenceOwner(CredenceTable table, ImportOptions options, Tally tally) {
        this.table = table;
        this.options = options;
        this.tally = tally;
        this.owners = new Owners("Credence", options, tally);
    }

    /// The bot under which a row is learned, which rules of the trader's may name otherwise than the file.
    BotId learned(BotId source, Symbol symbol, Instant time) {
        return owners.learned(
                source,
                Clues.NONE
                        .bot(source.equals(owners.nobody()) ? "" : source.name())
                        .account(table.text("account"))
                        .tag(table.text("tag"))
                        .symbol(symbol.name())
                        .time(time));
    }

    BotId bot() throws RefusedRow {
        String name = table.text("bot");
        if (!name.isEmpty()) {
            return bots.computeIfAbsent(name, BotId::new);
        }
        if (options.bot().isEmpty() && owners.ruled()) {
            return owners.nobody(); // learned as the rules say
        }
        return options.bot()
                .orElseThrow(
                        () ->
                                table.refuse(
                                        "bot",
                                        "The row names no bot.",
                                        "Fill in the bot, or say --bot NAME."));
    }

    AccountId account() {
        return owners.account(table.text("account"));
    }

    Symbol symbol() throws RefusedRow {
        String name = table.text("symbol");
        if (name.isEmpty()) {
            return options.symbol()
                    .orElseThrow(
                            () ->
                                    table.refuse(
                                            "symbol",
                                            "The row names no symbol.",
                                            "Fill in the symbol, or say --symbol SYMBOL."));
        }
        try {
            return symbols.computeIfAbsent(name, Symbol::of);
        } catch (IllegalArgumentException _) {
            throw table.refuse(
                    "symbol",
                    "This is no symbol.",
                    "Name the instrument as your exchange does, for example ETHUSDT.");
        }
    }

    /// By the row's own column, else by `--currency`, else that of the contract, else US dollars, and the import says so.
    CurrencyCode currency(Instant time) {
        return stated().or(() -> worth.currency(spelling(), time)).orElseGet(owners::assumed);
    }

    private Optional<CurrencyCode> stated() {
        return owners.stated(table.text("currency"));
    }

    /// By the row's own column, else by what the symbol is.
    Multiplier multiplier(Instant time) throws RefusedRow {
        BigDecimal stated = table.numberOrNull("multiplier");
        if (stated != null) {
            return Multiplier.ofFile(table.positive("multiplier"));
        }
        // Credence's own export says for each row who knows its worth.
        return table.hasUnknown(Extra.MULTIPLIER_SOURCE)
                ? Multiplier.ONE
                : worth.of(spelling(), time, stated());
    }

    /// The symbol as the file or the trader spells it.
    private String spelling() {
        String name = table.text("symbol");
        return name.isEmpty() ? options.symbol().map(Symbol::name).orElse("") : name;
    }

    /// To be called when all rows are read.
    void notes() {
        worth.notes(tally);
    }

    /// By the row's own column, else by `--source`, else live.
    SourceClass source() throws RefusedRow {
        Optional<SourceClass> stated =
                table.choice("source", SourceClass.class, "live, paper or backtest");
        return stated.or(options::source).orElse(SourceClass.LIVE);
    }
}
