package credence.architecture.canary.service;

import credence.architecture.canary.app.Program;

public final class KnowsTheWholeProgram {
    Program program;
}
