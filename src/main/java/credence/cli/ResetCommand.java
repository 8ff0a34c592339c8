package credence.cli;

import credence.core.value.BotId;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.Optional;
import java.util.concurrent.Callable;

/// `reset`: beliefs start again.
@Command(
        name = "reset",
        header = "Let beliefs start again from the prior, of one bot or of all.",
        description = {
            "",
            "An act on the record, at this moment: earlier trades stay in the journal and no longer"
                    + " count for the belief. It can be undone."
        },
        footer = {
            "",
            "Examples:",
            "  credence reset --bot scalper --reason \"new version since today\"",
            "  credence reset --undo 2"
        },
        mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {

    private final Desk desk;

    @Option(names = "--bot", paramLabel = "B", description = "Only this bot. Default: all bots.")
    private Optional<BotId> bot = Optional.empty();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why, in your words. Needed, and kept.")
    private @Nullable String reason;

    @Option(names = "--undo", paramLabel = "N", description = "Undo reset number N instead.")
    private @Nullable Long undo;

    @Mixin private final JsonOption json = new JsonOption();

    @Spec private CommandSpec spec = CommandSpec.create();

    ResetCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Long act = undo;
        if (act != null) {
            if (reason != null || bot.isPresent()) {
                throw misuse("--undo stands alone, without --bot and --reason");
            }
            return desk.changeExisting(
                    workspace -> {
                        workspace.acts().undoReset(act);
                        String hash = workspace.feed().current().stateHash();
                        return desk.tell(Exit.DONE, () -> undone(act, hash));
                    });
        }
        String why = reason;
        if (why == null || why.isBlank()) {
            throw misuse("a reset needs a reason: --reason \"…\"");
        }
        return desk.changeExisting(
                workspace -> {
                    long number = workspace.acts().reset(bot, why);
                    String hash = workspace.feed().current().stateHash();
                    return desk.tell(Exit.DONE, () -> done(number, why, hash));
                });
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void done(long number, String why, String stateHash) {
        if (json.wanted()) {
            Json.write(
                    desk.console(),
                    out ->
                            out.count("reset", number)
                                    .text("bot", bot.map(BotId::name).orElse(null))
                                    .text("reason", why)
                                    .text("stateHash", stateHash));
        } else {
            desk.console()
                    .line(
                            "Beliefs about "
                                    + bot.map(BotId::name).orElse("all bots")
                                    + " start again from here. To undo it: credence reset --undo "
                                    + number);
        }
    }

    private void undone(long number, String stateHash) {
        if (json.wanted()) {
            Json.write(
                    desk.console(),
                    out -> out.count("undone", number).text("stateHash", stateHash));
        } else {
            desk.console().line("Reset " + number + " is undone; the earlier trades count again.");
        }
    }
}
