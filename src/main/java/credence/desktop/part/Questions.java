package credence.desktop.part;

/// Asks the trader before something is done that cannot be taken back by one click.
@FunctionalInterface
public interface Questions {

    /// @param doing what the button says that does it, such as "Undo import 3"; never "OK"
    void ask(String title, String text, String doing, Runnable deed);
}
