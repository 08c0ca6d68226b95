package io.github.frameiokit.internal;

import io.opentelemetry.api.common.AttributeKey;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;

/** Which values of static fields can't change. */
final class StaticState {

    /** Instances of these can't change, or keep nothing of an app's. */
    private static final Set<Class<?>> HARMLESS = Set.of(
            Enum.class,
            String.class,
            Class.class,
            Boolean.class,
            Byte.class,
            Integer.class,
            Long.class,
            Double.class,
            BigInteger.class,
            URI.class,
            Pattern.class,
            System.Logger.class,
            SecureRandom.class,
            ResourceBundle.Control.class,
            MediaType.class,
            AttributeKey.class,
            JsonProvider.class);

    private StaticState() {}

    static Object of(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    static boolean isImmutable(Object value) {
        if (value == null || HARMLESS.stream().anyMatch(it -> it.isInstance(value))) {
            return true;
        }
        Class<?> type = value.getClass();
        if (value instanceof Collection<?> items) {
            return isUnmodifiable(type) && items.stream().allMatch(StaticState::isImmutable);
        }
        if (value instanceof Map<?, ?> map) {
            return isUnmodifiable(type) && map.values().stream().allMatch(StaticState::isImmutable);
        }
        if (type.isArray()) {
            return Array.getLength(value) == 0;
        }
        return type.isHidden() // a lambda
                || type.getName().startsWith("java.time.")
                || type.getName().startsWith("io.github.frameiokit.") && hasOnlyFinalFields(type);
    }

    private static boolean isUnmodifiable(Class<?> type) {
        return type.getName().startsWith("java.util.ImmutableCollections$")
                || type.getName().startsWith("java.util.Collections$Unmodifiable");
    }

    private static boolean hasOnlyFinalFields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).allMatch(it -> Modifier.isFinal(it.getModifiers()));
    }
}
