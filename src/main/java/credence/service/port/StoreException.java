package credence.service.port;

/// The store could not do what it was asked; nothing changed. The message says what happened and what to do, for a trader.
public class StoreException extends RuntimeException {

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
