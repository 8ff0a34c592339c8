package credence.service.port;

/// One batch said one row: the reason a row counts (`rules.md` 9).
///
/// @param line line or record number in the file, first 1
/// @param sequence the row's place as this file numbers it
/// @param replaces whether the user chose "replace" for a row whose id was known with other content
public record Statement(long batch, long file, int line, long sequence, boolean replaces) {}
