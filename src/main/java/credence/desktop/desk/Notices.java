package credence.desktop.desk;

import credence.service.ServiceException;
import credence.service.port.StoreException;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// What the trader is being told; only the latest is shown. Used on the JavaFX thread.
public final class Notices {

    private final ReadOnlyObjectWrapper<@Nullable Notice> current = new ReadOnlyObjectWrapper<>();
    private final Consumer<Throwable> unexpected;

    /// @param unexpected is handed every failure that has no message for the trader
    public Notices(Consumer<Throwable> unexpected) {
        this.unexpected = unexpected;
    }

    public ReadOnlyObjectProperty<@Nullable Notice> current() {
        return current.getReadOnlyProperty();
    }

    public void say(Notice notice) {
        current.set(notice);
    }

    /// The trader has seen the latest.
    public void dismiss() {
        Notice last = current.get();
        current.set(null);
        Runnable seen = last == null ? null : last.seen();
        if (seen != null) {
            seen.run();
        }
    }

    /// Tells of a failure: in its own words where it has words for the trader, else as an unexpected one.
    public void failed(Throwable failure) {
        String message = failure.getMessage();
        boolean meant = failure instanceof ServiceException || failure instanceof StoreException;
        if (meant && message != null) {
            say(Notice.trouble(message));
        } else {
            unexpected.accept(failure);
        }
    }
}
