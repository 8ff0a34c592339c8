package credence.desktop;

import credence.core.value.BotId;
import credence.desktop.desk.Desk;
import credence.desktop.desk.Memory;
import credence.desktop.desk.OpenDesk;
import credence.desktop.desk.Selection;
import credence.desktop.desk.Session;
import credence.desktop.desk.Span;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Remembers what was selected in the trader's own workspace, and selects it again when it opens, as far as it still exists.
final class SelectionMemory {

    private final Session session;
    private final Memory memory;
    private @Nullable Desk known;

    SelectionMemory(Session session, Memory memory) {
        this.session = session;
        this.memory = memory;
        session.open().subscribe(this::opened);
    }

    void keep() {
        OpenDesk at = session.open().get();
        if (at != null && !at.desk().sample()) {
            Selection now = session.selection().get();
            memory.put("selection.span", now.span().text());
            memory.put("selection.symbol", now.symbol().orElse(""));
            memory.put(
                    "selection.bots",
                    String.join("\n", now.bots().stream().map(BotId::name).toList()));
        }
    }

    private void opened(@Nullable OpenDesk at) {
        if (at == null || at.desk() == known) {
            return;
        }
        known = at.desk();
        if (at.desk().sample()) {
            return;
        }
        List<BotId> bots =
                memory.get("selection.bots").stream()
                        .flatMap(String::lines)
                        .filter(name -> !name.isBlank())
                        .map(BotId::new)
                        .filter(
                                bot ->
                                        at.state().board().bots().stream()
                                                .anyMatch(row -> row.bot().equals(bot)))
                        .toList();
        Optional<String> symbol = memory.get("selection.symbol").filter(s -> !s.isBlank());
        Span span = memory.get("selection.span").map(Span::parse).orElse(Span.ALL);
        if (!at.state().board().bots().isEmpty()) {
            session.selection().set(new Selection(bots, span, symbol));
        }
    }
}
