package credence.desktop.panel.settings;

import credence.service.Setting;

import java.util.List;

/// The settings that move beliefs, as they stand.
public record SettingsProjection(List<Line> lines, String folder) {

    static final SettingsProjection NOTHING = new SettingsProjection(List.of(), "");

    /// One setting.
    ///
    /// @param words what it is, for a trader
    /// @param allowed what it takes
    public record Line(String name, String words, String value, String standard, String allowed) {

        /// The words it takes one of; none where it takes a number.
        public List<String> choices() {
            List<String> words = List.of(allowed.split(", "));
            return words.contains(standard) ? words : List.of();
        }

        public boolean changed() {
            return !value.equals(standard);
        }
    }

    static SettingsProjection of(List<Setting> settings, String folder) {
        return new SettingsProjection(
                settings.stream()
                        .filter(setting -> setting.kind().equals("configuration"))
                        .map(
                                s ->
                                        new Line(
                                                s.name(),
                                                s.description(),
                                                s.value(),
                                                s.defaultValue(),
                                                s.allowed()))
                        .toList(),
                folder);
    }
}
