package io.github.frameiokit.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address from the configuration.
 *
 * @param https whether it is protected
 * @param host its host; an IPv6 one in brackets
 */
public record Address(boolean https, String host) {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(\\." + OCTET + "){3}");

    /** Reads an address; empty if it is malformed, or has more than scheme, host, port and path. */
    public static Optional<Address> of(String text) {
        try {
            URI uri = new URI(text);
            boolean https = "https".equalsIgnoreCase(uri.getScheme());
            return uri.getHost() != null
                            && (https || "http".equalsIgnoreCase(uri.getScheme()))
                            && uri.getRawUserInfo() == null
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null
                            && uri.getPort() != 0
                            && uri.getPort() <= 65_535
                    ? Optional.of(new Address(https, uri.getHost()))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether data could be read on its way to the address. */
    public boolean isExposed() {
        return !https && !isLoopback();
    }

    /** Looks up no names, since a name may lead elsewhere tomorrow. */
    private boolean isLoopback() {
        return host.equalsIgnoreCase("localhost")
                || IPV4_LOOPBACK.matcher(host).matches()
                || host.startsWith("[") && isIpv6Loopback(host);
    }

    private static boolean isIpv6Loopback(String literal) {
        try {
            return InetAddress.getByName(literal).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
