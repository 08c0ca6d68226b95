package io.github.frameiokit.internal.oauth;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads and sets cookies. The kit reads the cookies of a request itself, and leniently: another app on the same host
 * may have set one that the server can't parse.
 *
 * @param pairs names and values, each {@code name=value}
 */
public record Cookies(List<String> pairs) {

    /**
     * Reads header lines. The values of the kit's own cookies contain no separators.
     *
     * @param headers the values of all {@code Cookie} headers, or null if there is none
     */
    public static Cookies of(List<String> headers) {
        return new Cookies(
                headers == null
                        ? List.of()
                        : headers.stream()
                                .flatMap(header -> Stream.of(header.split("[;,]")))
                                .map(String::strip)
                                .toList());
    }

    /** The value of a {@code Set-Cookie} header (RFC 6265, 4.1). */
    static String set(String name, String value, SignInAddresses addresses, Duration lifetime) {
        return name + "=" + value + "; Path=" + addresses.cookiePath() + "; Max-Age=" + lifetime.toSeconds()
                + "; HttpOnly; SameSite=Lax" + (addresses.secure() ? "; Secure" : "");
    }

    /** All values of a name, since a browser may send several; quotes aren't part of them (RFC 6265, 4.1.1). */
    public List<String> values(String name) {
        return pairs.stream()
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1).replaceAll("^\"|\"$", ""))
                .toList();
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "Cookies[" + pairs.size() + "]";
    }
}
