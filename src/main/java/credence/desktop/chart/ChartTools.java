package credence.desktop.chart;

import credence.desktop.fx.FileChoice;
import credence.desktop.theme.Figures;

/// What every chart needs from outside: how figures are written, and where to ask for files.
public record ChartTools(Figures figures, FileChoice files) {}
