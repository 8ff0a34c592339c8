package credence.app;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketImpl;
import java.net.URI;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// Runs the program in a runtime where every way to the network is watched: sockets, channels, names.
final class SocketWatch {

    /// Ways to the network, each of which the watch must see.
    enum Canary {
        SOCKET,
        SERVER_SOCKET,
        DATAGRAM,
        CHANNEL,
        DATAGRAM_CHANNEL,
        NAME,
        WEB_PAGE;

        private void sing() throws IOException {
            switch (this) {
                case SOCKET -> new Socket(InetAddress.ofLiteral("127.0.0.1"), 9).close();
                case SERVER_SOCKET -> new ServerSocket(0).close();
                case DATAGRAM -> new DatagramSocket().close();
                case CHANNEL -> SocketChannel.open().close();
                case DATAGRAM_CHANNEL -> DatagramChannel.open().close();
                case NAME -> InetAddress.getByName("example.invalid");
                case WEB_PAGE -> URI.create("http://127.0.0.1:9/").toURL().openStream().close();
            }
        }
    }

    private static final List<String> SEEN = new ArrayList<>();

    private SocketWatch() {}

    static synchronized void saw(String what) {
        SEEN.add(what);
        throw new SecurityException("network: " + what);
    }

    @SuppressWarnings("deprecation")
    public static void main(String[] arguments) throws IOException {
        Socket.setSocketImplFactory(SocketWatch::socket);
        ServerSocket.setSocketFactory(SocketWatch::socket);
        DatagramSocket.setDatagramSocketImplFactory(
                () -> {
                    saw("datagram socket");
                    throw new AssertionError();
                });
        WatchedNames.watch();
        if (arguments[0].equals("canary")) {
            try {
                Canary.valueOf(arguments[1]).sing();
            } catch (SecurityException | IOException _) {
                // If it was seen, that is told below.
            }
        } else {
            for (int i = 1; i < arguments.length; i++) {
                int status = Program.run(arguments[i].split(" "));
                if (status != 0) {
                    System.err.println(arguments[i] + " ended with " + status);
                    System.exit(status);
                }
            }
        }
        SEEN.forEach(what -> System.err.println("network: " + what));
        System.out.println(arguments.length - 1 + " commands, no network");
        System.exit(SEEN.isEmpty() ? 0 : 9);
    }

    private static SocketImpl socket() {
        saw("socket");
        throw new AssertionError();
    }
}
