package credence.desktop.panel.importing;

import credence.service.port.RowChoice;

import java.util.Optional;
import java.util.Set;

/// One row, and what may be decided about it.
///
/// @param title which row it is and what becomes of it
/// @param why it does not come in and what to do, empty when it comes in
/// @param names the line of the column names, empty when there is none
/// @param text the row as it is read; empty when it is no line of its file
/// @param whyNotEdited why it cannot be written anew, empty when it can
/// @param inFile what the file says, when it is read otherwise
/// @param choices that make sense for it
/// @param decided whether something was decided about it that can be taken back
/// @param open whether anything can be decided about it still
public record RowDetail(
        RowLine line,
        String title,
        String why,
        String names,
        String text,
        String whyNotEdited,
        Optional<String> inFile,
        Set<RowChoice> choices,
        boolean decided,
        boolean open) {}
