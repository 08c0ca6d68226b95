package io.github.frameiokit.internal.oauth;

import java.util.List;
import java.util.stream.Stream;

/**
 * The cookies of a request, read as leniently as possible: cookies of other apps on the same host may be of a form that
 * a server refuses to read.
 *
 * @param pairs names and values, each {@code name=value}
 */
record Cookies(List<String> pairs) {

    /**
     * Reads header lines; the values of the kit's own cookies have no separators in them.
     *
     * @param headers the values of all {@code Cookie} headers, or null if there is none
     */
    static Cookies of(List<String> headers) {
        return new Cookies(
                headers == null
                        ? List.of()
                        : headers.stream()
                                .flatMap(header -> Stream.of(header.split("[;,]")))
                                .map(String::strip)
                                .toList());
    }

    /** All values of a name, since a browser may send several; quotes aren't part of them (RFC 6265, 4.1.1). */
    List<String> values(String name) {
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
