package credence.cli;

import static java.util.stream.Collectors.joining;

import credence.service.ImportService;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader.FormatDescription;
import credence.service.port.Progress;
import credence.service.port.mapping.ColumnGuess;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.Finding;
import credence.service.port.mapping.FormatGuess;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.MappingProposal;
import credence.service.port.mapping.Need;
import credence.service.port.mapping.Role;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// `formats`: what can be read, and what a file is.
@Command(
        name = "formats",
        header = "List the formats that can be read, or say what files are.",
        description = {
            "",
            "Of a file it says the format, what must be said before it can be imported, and, where"
                    + " no format knows it, which columns probably mean what. Nothing is imported.",
            "",
            "Formats marked “from documentation” were built without a real file at hand."
        },
        footer = {"", "Examples:", "  credence formats", "  credence formats export.csv --json"},
        mixinStandardHelpOptions = true)
final class FormatsCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files to look at.")
    private List<Path> files = List.of();

    @Mixin private final JsonOption json = new JsonOption();

    FormatsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (files.isEmpty()) {
            return desk.readNothing(
                    workspace -> {
                        list(workspace.imports().formats());
                        return Exit.DONE;
                    });
        }
        return desk.read(
                workspace -> {
                    List<FileSurvey> surveys =
                            files.stream()
                                    .map(
                                            f ->
                                                    workspace
                                                            .imports()
                                                            .survey(
                                                                    f,
                                                                    ImportOptions.DEFAULT,
                                                                    Progress.NONE))
                                    .toList();
                    if (json.wanted()) {
                        Json.write(
                                desk.console(),
                                out -> out.array("files", surveys, FormatsCommand::document));
                    } else {
                        List<FormatDescription> known = workspace.imports().formats();
                        for (int i = 0; i < surveys.size(); i++) {
                            print(surveys.get(i), known);
                            proposal(workspace.imports(), files.get(i), surveys.get(i));
                        }
                    }
                    return Exit.DONE;
                });
    }

    private void list(List<FormatDescription> formats) {
        if (json.wanted()) {
            Json.write(
                    desk.console(),
                    out ->
                            out.array(
                                    "formats",
                                    formats,
                                    (o, f) ->
                                            o.text("id", f.id())
                                                    .text("title", f.title())
                                                    .flag(
                                                            "fromDocumentation",
                                                            f.fromDocumentation())));
            return;
        }
        Table table = new Table().left("id").left("format").left("");
        formats.forEach(
                f ->
                        table.row(
                                f.id(),
                                f.title(),
                                f.fromDocumentation() ? "from documentation" : ""));
        table.print(desk.console());
    }

    private void print(FileSurvey s, List<FormatDescription> known) {
        Console console = desk.console();
        Refusal error = s.error();
        if (s.format().isEmpty()) {
            console.line(s.file() + ": " + (error == null ? s.why() : error.reason()));
        } else {
            console.line(
                    s.file()
                            + ": "
                            + s.format()
                            + (s.confidence() > 0 ? " (" + s.confidence() + " of 100)" : "")
                            + ". "
                            + s.why());
            if (error != null) {
                console.line("  " + error.reason() + " " + error.remedy());
            }
            if (known.stream().anyMatch(f -> f.id().equals(s.format()) && f.fromDocumentation())) {
                console.line(
                        "  This format was built from its documentation, without a real file at"
                                + " hand: compare what is read with the file.");
            }
        }
        for (FormatGuess g : s.candidates()) {
            if (!g.format().equals(s.format())) {
                console.line(
                        "  It could also be "
                                + g.format()
                                + " ("
                                + g.confidence()
                                + " of 100): "
                                + g.why());
            }
        }
        for (Finding f : s.findings()) {
            console.line("  " + word(f.of()) + ": " + f.value() + ". " + f.source());
        }
        s.profile()
                .ifPresent(
                        p ->
                                console.line(
                                        "  It would be read by the saved profile “"
                                                + p.name()
                                                + "”: the file has its columns."));
        for (ImportProfile p : s.offered()) {
            console.line(
                    "  The saved profile “"
                            + p.name()
                            + "” was made for these columns; "
                            + (p.succeeded().isPresent()
                                    ? "so were others"
                                    : "no file has come in by it yet")
                            + ". To read by it: credence import "
                            + s.file()
                            + " --profile \""
                            + p.name()
                            + "\"");
        }
    }

    /// The mapping that is proposed, and what an import by it would still lack.
    private void proposal(ImportService imports, Path file, FileSurvey s) {
        Console console = desk.console();
        MappingProposal proposal = s.proposal().orElse(null);
        if (proposal != null) {
            console.line(
                    "  Columns in line "
                            + s.headerLine()
                            + ", separated by "
                            + s.separator()
                            + ". They probably mean:");
            Table table = new Table().left("column").left("means").right("sure");
            for (ColumnGuess g : proposal.guesses()) {
                table.row(
                        g.column().toString(),
                        g.role().map(r -> word(r) + ": " + r.words()).orElse("kept as it is"),
                        g.role().isPresent() ? g.confidence() + "" : "");
            }
            table.print(console);
            proposal.doubts().forEach(doubt -> console.line("  " + doubt));
            List<Role> missing = proposal.mapping().missing();
            if (!missing.isEmpty()) {
                console.line(
                        "  It cannot be imported so: no column is known for "
                                + missing.stream().map(Role::words).collect(joining(", "))
                                + ". Say it: credence import "
                                + s.file()
                                + " --propose "
                                + missing.stream()
                                        .map(r -> "--map " + word(r) + "=COLUMN")
                                        .collect(joining(" ")));
                return;
            }
            if (proposal.undecidedResult().isPresent()) {
                String column = proposal.undecidedResult().get().toString();
                console.line(
                        "  Say it: credence import "
                                + s.file()
                                + " --propose --map \"net-pnl="
                                + column
                                + "\", or gross-pnl=… for before costs.");
                return;
            }
            FileSurvey so =
                    imports.survey(
                            file,
                            ImportOptions.DEFAULT.using(
                                    ImportProfile.mapped(
                                            "proposal", s.header(), proposal.mapping())),
                            Progress.NONE);
            Refusal still = so.error();
            if (still != null) {
                console.line("  Read so, something is still to be said: " + still.reason());
                console.line("  " + still.remedy());
            }
            console.line(
                    "  To import it so: credence import "
                            + s.file()
                            + " --propose"
                            + so.needs().stream().map(FormatsCommand::option).collect(joining())
                            + "; to correct it add --map ROLE=COLUMN.");
        }
    }

    /// The option that says what a file leaves open.
    private static String option(Need need) {
        return switch (need) {
            case ZONE -> " --zone ZONE";
            case SYMBOL -> " --symbol SYMBOL";
            case DATE -> " --date DATE";
            case DATE_ORDER -> " --date-order day|month";
            case DECIMAL -> " --decimal point|comma";
            default -> "";
        };
    }

    private static void document(Json out, FileSurvey s) {
        Refusal error = s.error();
        out.text("file", s.file())
                .text("kind", s.kind())
                .text("format", s.format().isEmpty() ? null : s.format())
                .count("confidence", s.confidence())
                .text("why", s.why())
                .text("separator", s.separator().isEmpty() ? null : s.separator())
                .text("encoding", s.encoding().isEmpty() ? null : s.encoding())
                .count("headerLine", s.headerLine())
                .texts("header", s.header())
                .array(
                        "candidates",
                        s.candidates(),
                        (c, g) ->
                                c.text("format", g.format())
                                        .count("confidence", g.confidence())
                                        .text("why", g.why()))
                .array(
                        "written",
                        s.findings(),
                        (c, g) ->
                                c.text("what", word(g.of()))
                                        .text("value", g.value())
                                        .text("source", g.source())
                                        .flag("settled", g.settled()))
                .array(
                        "times",
                        s.times(),
                        (c, t) ->
                                c.count("line", t.line())
                                        .text("column", t.column())
                                        .text("text", t.text())
                                        .text("time", t.time().toString())
                                        .text("zone", t.zone().isEmpty() ? null : t.zone()))
                .text("profile", s.profile().map(ImportProfile::name).orElse(null))
                .texts("offered", s.offered().stream().map(ImportProfile::name).toList())
                .texts("needs", s.needs().stream().map(FormatsCommand::word).toList())
                .text("error", error == null ? null : error.reason())
                .text("remedy", error == null ? null : error.remedy());
        MappingProposal proposal = s.proposal().orElse(null);
        if (proposal == null) {
            out.nothing("proposal");
        } else {
            out.object("proposal", o -> proposal(o, proposal));
        }
    }

    private static void proposal(Json out, MappingProposal proposal) {
        out.text("rows", word(proposal.mapping().kind()))
                .count("confidence", proposal.confidence())
                .array(
                        "columns",
                        proposal.guesses(),
                        (c, g) ->
                                c.text("column", g.column().name())
                                        .count("nth", g.column().nth())
                                        .text(
                                                "role",
                                                g.role().map(FormatsCommand::word).orElse(null))
                                        .count("confidence", g.confidence())
                                        .text("why", g.why()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
