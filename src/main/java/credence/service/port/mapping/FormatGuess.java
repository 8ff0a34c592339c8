package credence.service.port.mapping;

/// A format that may be the one of a file.
///
/// @param format its id
/// @param confidence 1…100; from 50 it would read the file
/// @param why in words, for the trader
public record FormatGuess(String format, int confidence, String why) {}
