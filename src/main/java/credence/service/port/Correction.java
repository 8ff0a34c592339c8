package credence.service.port;

/// One line of a file that the trader wrote anew before importing it. The file itself stays as it was.
///
/// @param line of the file, first 1
/// @param before what the file says there, without its line end
/// @param after what was read instead
public record Correction(int line, String before, String after) {}
