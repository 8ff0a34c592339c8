package credence.service;

/// One setting as it stands.
///
/// @param kind `configuration` (applies to the whole fold), or `preference` (moves no belief)
public record Setting(
        String name,
        String value,
        String defaultValue,
        String kind,
        String description,
        String allowed) {}
