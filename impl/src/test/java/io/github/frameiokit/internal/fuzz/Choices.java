package io.github.frameiokit.internal.fuzz;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Chooses by bytes: equal bytes lead to equal choices, so that every find can be repeated, and a fuzzer that changes
 * bytes changes choices. Without any bytes left, the first possibility is chosen.
 */
public final class Choices {

    private static final int DEEPEST = 6;

    /** Texts that are something other than they seem, or that some code handles specially. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "true",
            "FALSE",
            "0",
            "-1",
            "3",
            "007",
            "1.5",
            "1e3",
            "1e400",
            "1e999999999",
            "9223372036854775808",
            "99999999999999999999999999999999999999999999999999999999999999999",
            "NaN",
            "Infinity",
            "2024-02-29",
            "2024-02-30T24:00:00Z",
            "2024-01-01T00:00:60.123456789123+14:00",
            "+999999999-12-31T23:59:60Z",
            "00:00:00:00",
            "999:999;999.999",
            "\u0000",
            "\ud800",
            "\u202e\u2028",
            "%",
            "/v4/x?after=%zz",
            "/v4/x?page_size=1&after=abc%3D");

    private final byte[] bytes;
    private int next;

    public Choices(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A number from 0 to below the bound, which is at most 256. */
    public int below(int bound) {
        return next < bytes.length ? (bytes[next++] & 0xff) % bound : 0;
    }

    public boolean yes() {
        return below(2) == 1;
    }

    /** One of at most 256. */
    public <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    /** Some of the bytes. */
    public byte[] raw() {
        int length = Math.min(below(256), bytes.length - next);
        byte[] some = Arrays.copyOfRange(bytes, next, next + length);
        next += length;
        return some;
    }

    /** A special text, or any. */
    public String text() {
        return switch (below(4)) {
            case 0, 1 -> one(TEXTS);
            case 2 -> new String(raw(), StandardCharsets.UTF_8);
            default -> one(TEXTS).repeat(1 + below(256));
        };
    }

    /** A text that a header may lack. */
    public Optional<String> header() {
        return below(8) == 1 ? Optional.empty() : Optional.of(text());
    }

    /** Any JSON, whose members often have these names. */
    public JsonValue json(List<String> names) {
        return json(names, 0);
    }

    /** A JSON object, whose members often have these names. */
    public JsonValue object(List<String> names) {
        return object(names, 0);
    }

    private JsonValue json(List<String> names, int depth) {
        return switch (depth < DEEPEST ? below(10) : below(6)) {
            case 0 -> JsonValue.NULL;
            case 1 -> yes() ? JsonValue.TRUE : JsonValue.FALSE;
            case 2 -> Json.createValue(below(256) - 5);
            case 3 -> number();
            case 4, 5 -> Json.createValue(text());
            case 6 -> array(names, depth + 1);
            default -> object(names, depth + 1);
        };
    }

    private JsonValue number() {
        return switch (below(4)) {
            case 0 -> Json.createValue(new BigInteger(1, raw()));
            case 1 -> Json.createValue(new BigDecimal(BigInteger.valueOf(below(256)), below(256) * 1000));
            case 2 -> Json.createValue(new BigDecimal(BigInteger.valueOf(below(256)), -below(256) * 1_000_000));
            default -> Json.createValue(Long.MIN_VALUE + below(256));
        };
    }

    private JsonValue array(List<String> names, int depth) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (int size = below(4); size > 0; size--) {
            array.add(json(names, depth));
        }
        return array.build();
    }

    private JsonValue object(List<String> names, int depth) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (int size = below(12); size > 0; size--) {
            object.add(below(16) == 1 ? text() : one(names), json(names, depth));
        }
        return object.build();
    }
}
