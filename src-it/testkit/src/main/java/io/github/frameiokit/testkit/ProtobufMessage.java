package io.github.frameiokit.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A message in protobuf's wire format, without its schema: values by the numbers of their fields.
 *
 * <p>OTLP's generated classes aren't used, because they need a certain version of protobuf's library, and servers and
 * apps bring others.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">The encoding</a>
 */
final class ProtobufMessage {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final int MAX_VARINT_BITS = 64;

    /** A {@code Long} for a varint and a fixed number, a {@code ByteBuffer} for bytes. */
    private final Map<Integer, List<Object>> fields = new HashMap<>();

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if it is none
     */
    ProtobufMessage(ByteBuffer bytes) {
        ByteBuffer rest = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        while (rest.hasRemaining()) {
            long tag = varint(rest);
            fields.computeIfAbsent((int) (tag >>> 3), field -> new ArrayList<>())
                    .add(value((int) (tag & 7), rest));
        }
    }

    private static Object value(int type, ByteBuffer rest) {
        return switch (type) {
            case VARINT -> varint(rest);
            case FIXED64 -> need(rest, Long.BYTES).getLong();
            case FIXED32 -> (long) need(rest, Integer.BYTES).getInt();
            case BYTES -> {
                long length = varint(rest);
                ByteBuffer value = need(rest, length).slice(rest.position(), (int) length);
                rest.position(rest.position() + (int) length);
                yield value;
            }
            default -> throw new IllegalArgumentException("There is no wire type " + type + " in OTLP.");
        };
    }

    private static long varint(ByteBuffer rest) {
        long value = 0;
        for (int shift = 0; shift < MAX_VARINT_BITS; shift += 7) {
            byte next = need(rest, 1).get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number has more than 64 bits.");
    }

    private static ByteBuffer need(ByteBuffer rest, long bytes) {
        if (bytes < 0 || bytes > rest.remaining()) {
            throw new IllegalArgumentException("The message ends too early.");
        }
        return rest;
    }

    boolean has(int field) {
        return fields.containsKey(field);
    }

    /** The values of a repeated field that has messages. */
    List<ProtobufMessage> messages(int field) {
        return fields.getOrDefault(field, List.of()).stream()
                .map(value -> new ProtobufMessage((ByteBuffer) value))
                .toList();
    }

    /** The value of a field that has a message; an empty message if there is none. */
    ProtobufMessage message(int field) {
        return new ProtobufMessage(bytes(field));
    }

    String text(int field) {
        return StandardCharsets.UTF_8.decode(bytes(field)).toString();
    }

    /** Bytes as lower-case hexadecimal digits; empty if there are none. */
    String hex(int field) {
        ByteBuffer bytes = bytes(field);
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return HexFormat.of().formatHex(copy);
    }

    long number(int field) {
        return (Long) last(field, 0L);
    }

    double decimal(int field) {
        return Double.longBitsToDouble(number(field));
    }

    private ByteBuffer bytes(int field) {
        return ((ByteBuffer) last(field, ByteBuffer.allocate(0))).duplicate();
    }

    private Object last(int field, Object absent) {
        List<Object> values = fields.getOrDefault(field, List.of());
        return values.isEmpty() ? absent : values.get(values.size() - 1);
    }
}
