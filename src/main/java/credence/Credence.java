package credence;

import credence.app.Program;

/// Starts the program. Not an `Application` subclass, so that JavaFX may live on the class path.
public final class Credence {

    private Credence() {}

    public static void main(String[] args) {
        System.exit(Program.run(args));
    }
}
