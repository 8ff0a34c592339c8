package credence.cli;

import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.ImportService;
import credence.service.ProfileService;
import credence.service.ServiceException;
import credence.service.port.ImportOptions;
import credence.service.port.mapping.DateStyle;
import credence.service.port.mapping.DecimalSign;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Layout;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `import`: trades, fills and predictions.
@Command(
        name = "import",
        header = "Bring in trades, fills and predictions from files.",
        description = {
            "",
            "Detects the format by content, rebuilds the trades, leaves out what is known already"
                    + " and learns from the rest. All files of one import are one batch, which"
                    + " `undo-import` takes back as a whole. Rows that cannot be read are listed"
                    + " and the others still come in, unless --all-or-nothing is given."
        },
        footer = {
            "",
            "Examples:",
            "  credence import exports/*.csv --symbol ETHUSDT --zone +08:00",
            "  credence import fills.csv --bot scalper --account main --dry-run",
            "  credence import backtest.csv --source backtest --json",
            "  credence import fills.csv --unread left.csv --dry-run",
            "  credence import fills.csv --fix '7=2026-01-05T10:00:00Z,ETHUSDT,BUY,1,2000'",
            "  credence import depot.csv --propose --map tag=Note --zone UTC --save-profile depot"
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to bring in.")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "ID",
            description = "Read as this format instead of detecting it.")
    private Optional<String> format = Optional.empty();

    @Option(
            names = "--bot",
            paramLabel = "NAME",
            description =
                    "Bot of rows that name none. Without it they stand under “unassigned (…)”, or"
                            + " under the name the format finds elsewhere in the file.")
    private Optional<BotId> bot = Optional.empty();

    @Option(
            names = "--account",
            paramLabel = "NAME",
            description = "Account of rows that name none. Default: default.")
    private Optional<AccountId> account = Optional.empty();

    @Option(
            names = "--symbol",
            paramLabel = "S",
            description = "Symbol of rows that name none, such as ETHUSDT.")
    private Optional<Symbol> symbol = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "Zone of times that state none: +08:00, Europe/Berlin, UTC. Never guessed.")
    private Optional<ZoneId> zone = Optional.empty();

    @Option(
            names = "--currency",
            paramLabel = "CUR",
            description = "Currency of amounts that state none.")
    private Optional<CurrencyCode> currency = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "CLASS",
            description = "What kind of evidence this is: live, paper or backtest.")
    private Optional<SourceClass> source = Optional.empty();

    @Option(
            names = "--date",
            paramLabel = "D",
            description = "Date of files that state only the time of day, such as 2025-06-30.")
    private Optional<LocalDate> date = Optional.empty();

    @Option(
            names = "--date-order",
            paramLabel = "FIRST",
            description =
                    "What comes first in dates such as 03/04/2026, day or month. A file that"
                            + " contradicts it is refused.")
    private Optional<DateStyle> dateOrder = Optional.empty();

    @Option(
            names = "--decimal",
            paramLabel = "SIGN",
            description =
                    "Which sign stands before decimals, point or comma. A file that contradicts it"
                            + " is refused.")
    private Optional<DecimalSign> decimal = Optional.empty();

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description =
                    "How the file writes its characters, where they look wrong: Shift_JIS,"
                            + " windows-1251, GBK, Big5, EUC-KR.")
    private Optional<String> encoding = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "Read as this profile says; what is said beside it wins. `profiles` lists all.")
    private Optional<String> profile = Optional.empty();

    @Mixin private final MappingOptions mapping = new MappingOptions();

    @Mixin private final RowOptions rows = new RowOptions();

    @Option(
            names = "--all-or-nothing",
            description = "Bring in nothing if any row or file is refused.")
    private boolean allOrNothing;

    @Option(
            names = "--replace",
            description =
                    "Let rows replace known ones that carry the same id with other content."
                            + " Without it they are refused.")
    private boolean replace;

    @Option(names = "--dry-run", description = "Say what would come in; keep nothing.")
    private boolean dryRun;

    @Mixin private final JsonOption json = new JsonOption();

    ImportCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.change(
                workspace -> {
                    ImportService imports = workspace.imports();
                    try (ProgressLine progress = desk.progress()) {
                        ImportOptions said = options();
                        Optional<ImportProfile> made = mapping.profile(imports, files, said);
                        ImportOptions read = made.map(said::using).orElse(said);
                        ImportPlan plan =
                                imports.plan(files, read, rows.decisions(files), progress);
                        rows.writeUnread(imports, plan, read);
                        boolean keep = !dryRun && plan.bringsSomething();
                        ImportResult result =
                                keep ? imports.commit(plan, progress) : imports.dryRun(plan);
                        if (keep && mapping.keeps()) {
                            made.ifPresent(p -> save(workspace.profiles(), p, result));
                        }
                        progress.close();
                        return report(new ImportAnswer(plan, result, dryRun));
                    }
                });
    }

    private static void save(ProfileService profiles, ImportProfile made, ImportResult result) {
        if (result.batch().isPresent()) {
            profiles.save(made, result.batch().getAsLong());
        } else {
            profiles.save(made);
        }
    }

    private int report(ImportAnswer answer) {
        return desk.tell(
                answer.status(),
                () -> {
                    if (json.wanted()) {
                        Json.write(desk.console(), answer::write);
                    }
                    new ImportPage(answer).print(desk.console(), json.wanted());
                });
    }

    private ImportOptions options() {
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
                        replace)
                .encoding(encoding())
                .dateOrder(dateOrder)
                .decimal(decimal);
    }

    private Optional<String> encoding() {
        encoding.ifPresent(
                name -> {
                    try {
                        var unused = Layout.DETECTED.encoding(Optional.of(name));
                    } catch (IllegalArgumentException e) {
                        throw new ServiceException(
                                e.getMessage()
                                        + " Say one such as Shift_JIS, windows-1251 or GBK.");
                    }
                });
        return encoding;
    }
}
