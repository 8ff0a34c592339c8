package credence.architecture.canary.report;

import java.net.Socket;

public final class OpensASocket {
    Socket socket;
}
