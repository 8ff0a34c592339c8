package credence.architecture.canary.service;

import credence.architecture.canary.desktop.panel.trust.SwitchesThreads;

public final class KnowsTheDesktop {
    SwitchesThreads panel;
}
