package io.github.frameiokit.internal.console;

import io.github.frameiokit.internal.RandomToken;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides who may call the console: a browser on this machine that has the key.
 *
 * <p>That a server listens on this machine alone doesn't keep others out: a page of another site can have its name
 * resolve to 127.0.0.1, and its requests are then of the same origin. Only the {@code Host} header gives it away. And a
 * developer leads a tunnel to this server, so that Frame.io reaches it; what comes through a tunnel or a proxy has a
 * header that says so.
 */
final class Gate {

    /** The header with the key. A page of another origin can't send it without being asked. */
    static final String KEY_HEADER = "X-Frameio-Console-Key";

    /** The whole value is matched, since {@code localhost.example.com} is somebody else's. */
    private static final Pattern LOCAL_HOST =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    /** An IPv4 or IPv6 address, so that no name is looked up. */
    private static final Pattern IP_LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]+");

    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final Set<String> FORWARDING = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-original-host",
            "x-original-url",
            "x-host",
            "x-arr-log-id",
            "true-client-ip",
            "cdn-loop");
    private static final List<String> FORWARDING_PREFIXES = List.of(
            "x-forwarded",
            "x-original-forwarded",
            "x-envoy-",
            "x-azure-",
            "x-amzn-",
            "cf-",
            "ngrok-",
            "fly-",
            "tailscale-",
            "fastly-");

    private final String key;

    Gate(String key) {
        this.key = key;
    }

    /** Whether the call is from this machine, and from no other site. */
    boolean isLocal(Call call) {
        return call.single("Host").filter(Gate::isLocalHost).isPresent()
                && call.headers().keySet().stream().noneMatch(Gate::forwards)
                && call.sender().map(Gate::isLoopback).orElse(true)
                && isOwnSite(call);
    }

    /** Whether the call has the key. */
    boolean hasKey(Call call) {
        return call.single(KEY_HEADER)
                .filter(sent -> RandomToken.same(sent, key))
                .isPresent();
    }

    /** Whether a {@code Host} header names this machine, by a name that nobody else can have. */
    static boolean isLocalHost(String host) {
        return LOCAL_HOST.matcher(host).matches();
    }

    /** Whether a header is one that proxies and tunnels add. */
    static boolean forwards(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return FORWARDING.contains(name) || FORWARDING_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** Whether an IP address, perhaps with brackets or a zone, is this machine's own. */
    static boolean isLoopback(String address) {
        String plain = address.replaceAll("^\\[|]$|%.*$", "");
        try {
            return IP_LITERAL.matcher(plain).matches()
                    && InetAddress.getByName(plain).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Older browsers don't send these headers; the key is enough then. */
    private static boolean isOwnSite(Call call) {
        List<String> site = call.headers().getOrDefault("Sec-Fetch-Site", List.of());
        List<String> origin = call.headers().getOrDefault("Origin", List.of());
        return OWN_SITE.containsAll(site) && origin.stream().allMatch(it -> isOf(it, call));
    }

    private static boolean isOf(String origin, Call call) {
        return call.single("Host")
                .filter(host -> origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host))
                .isPresent();
    }
}
