package credence.desktop.desk;

import credence.service.port.Progress;

/// Opens workspaces for the desktop. May take long: never called on the JavaFX thread.
///
/// All throw [credence.service.ServiceException] or a store's own exception with a message for the trader, such as who holds the workspace.
public interface Desks {

    /// The workspace to begin with: the trader's own, or the sample when there is nothing in it yet.
    Desk openFirst(Progress progress);

    Desk openOwn(Progress progress);

    /// The sample workspace, made from the sample data when it is not there yet.
    Desk openSample(Progress progress);
}
