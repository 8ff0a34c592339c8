package credence.app;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/// Where channels come from in a watched runtime: nowhere.
public final class WatchedSelectors extends SelectorProvider {

    @Override
    public DatagramChannel openDatagramChannel() {
        throw seen("datagram channel");
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) {
        throw seen("datagram channel");
    }

    @Override
    public Pipe openPipe() throws IOException {
        throw seen("pipe");
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        throw seen("selector");
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() {
        throw seen("server channel");
    }

    @Override
    public SocketChannel openSocketChannel() {
        throw seen("channel");
    }

    private static AssertionError seen(String what) {
        SocketWatch.saw(what);
        return new AssertionError(what);
    }
}
