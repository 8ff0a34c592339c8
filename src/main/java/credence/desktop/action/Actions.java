package credence.desktop.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All actions of the program, in the order in which they are listed.
public final class Actions {

    private final Map<String, Action> byId = new LinkedHashMap<>();

    /// @throws IllegalArgumentException when the id or the keys are taken already
    public void add(Action action) {
        for (Action other : byId.values()) {
            if (action.shortcut().isPresent() && action.shortcut().equals(other.shortcut())) {
                throw new IllegalArgumentException(action.id() + " has the keys of " + other.id());
            }
        }
        if (byId.putIfAbsent(action.id(), action) != null) {
            throw new IllegalArgumentException("two actions are called " + action.id());
        }
    }

    /// @throws IllegalArgumentException when there is none
    public Action get(String id) {
        Action action = byId.get(id);
        if (action == null) {
            throw new IllegalArgumentException("no action is called " + id);
        }
        return action;
    }

    public Collection<Action> all() {
        return byId.values();
    }

    /// Actions whose words hold every word of the text, in their order.
    public List<Action> matching(String text) {
        List<Action> found = new ArrayList<>();
        for (Action action : byId.values()) {
            if (Words.match(text, action.group().words() + " " + action.words())) {
                found.add(action);
            }
        }
        return found;
    }
}
