package credence.architecture.canary.lab;

import credence.architecture.canary.report.Page;

public final class KnowsTheReport {
    Page page;
}
