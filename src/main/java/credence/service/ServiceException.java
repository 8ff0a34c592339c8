package credence.service;

/// A wish that cannot be fulfilled; nothing changed. The message is for the trader: what, why, and what to do.
public class ServiceException extends RuntimeException {

    public ServiceException(String message) {
        super(message);
    }
}
