package credence.desktop.desk;

import credence.core.value.BotId;
import credence.core.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What the trader looks at, on every screen.
///
/// @param bots chosen bots, the one in focus first; empty means all
/// @param symbol canonical name; absent means all
public record Selection(List<BotId> bots, Span span, Optional<String> symbol) {

    public static final Selection EVERYTHING = new Selection(List.of(), Span.ALL, Optional.empty());

    public Selection {
        bots = List.copyOf(new LinkedHashSet<>(bots));
    }

    /// The bot that screens about one bot show.
    public @Nullable BotId focus() {
        return bots.isEmpty() ? null : bots.getFirst();
    }

    public boolean includes(BotId bot) {
        return bots.isEmpty() || bots.contains(bot);
    }

    /// The market to show: that of the chosen symbol, absent where its bars are not held; while none is chosen, the first.
    ///
    /// @param held symbols whose bars are held, the one to look at first in front
    public Optional<Symbol> market(List<Symbol> held) {
        return held.stream()
                .filter(h -> symbol.isEmpty() || symbol.get().equals(h.name()))
                .findFirst();
    }

    public Selection withBots(List<BotId> other) {
        return new Selection(other, span, symbol);
    }

    public Selection withSpan(Span other) {
        return new Selection(bots, other, symbol);
    }

    public Selection withSymbol(Optional<String> other) {
        return new Selection(bots, span, other);
    }

    /// Puts a bot into focus; those chosen beside it stay chosen.
    public Selection focusedOn(BotId bot) {
        LinkedHashSet<BotId> order = new LinkedHashSet<>();
        if (bots.contains(bot)) {
            order.add(bot);
            order.addAll(bots);
        } else {
            order.add(bot);
        }
        return withBots(List.copyOf(order));
    }
}
