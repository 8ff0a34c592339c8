package credence.architecture.canary.report;

import credence.architecture.canary.imports.Format;

public final class KnowsTheImports {
    Format format;
}
