package credence.service;

import java.util.List;

/// Settings by name, checked; a change of configuration folds everything anew.
public final class SettingsService {

    SettingsService() {}

    /// All settings in the order they are listed.
    public List<Setting> all() {
        throw new UnsupportedOperationException("not built yet");
    }

    /// @throws ServiceException when there is no such setting (the message names near ones)
    public Setting get(String name) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// @throws ServiceException when the name or the value is not allowed; nothing changed
    public Setting set(String name, String value) {
        throw new UnsupportedOperationException("not built yet");
    }
}
