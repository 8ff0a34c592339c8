package credence.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// Where host names are looked up in the tests' runtimes: as always, and in a watched one nowhere. Found as a service.
public final class WatchedNames extends InetAddressResolverProvider {

    private static final AtomicBoolean WATCHED = new AtomicBoolean();

    static void watch() {
        WATCHED.set(true);
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver usual = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
                    throws UnknownHostException {
                if (WATCHED.get()) {
                    SocketWatch.saw("name " + host);
                }
                return usual.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                if (WATCHED.get()) {
                    SocketWatch.saw("address");
                }
                return usual.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "watched";
    }
}
