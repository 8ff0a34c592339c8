package credence.desktop.desk;

import credence.service.DeskState;

/// The open desk together with its latest state: what every screen is computed from.
public record OpenDesk(Desk desk, DeskState state) {}
