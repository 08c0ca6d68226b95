package io.github.frameiokit.internal.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Binds a model's record to Frame.io's JSON, whose names are in snake case. */
final class RecordBinding {

    private final Class<?> type;
    private final List<Member> members;
    private final Constructor<?> constructor;

    RecordBinding(Class<?> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        members = Arrays.stream(components).map(RecordBinding::member).toList();
        try {
            constructor = type.getConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    record Member(String name, Type type, Method accessor) {}

    List<Member> all() {
        return members;
    }

    /** Whether this is an open set of names, which JSON has as a string: a record with the name as its only member. */
    boolean isName() {
        return members.size() == 1
                && members.get(0).name().equals("value")
                && members.get(0).type() == String.class;
    }

    Object create(Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("Can't create a " + type.getName() + ".", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Can't create a " + type.getName() + ".", e.getCause());
        }
    }

    Object value(Member member, Object model) {
        try {
            return member.accessor().invoke(model);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Can't read a " + type.getName() + ".", e);
        }
    }

    private static Member member(RecordComponent component) {
        return new Member(name(component.getName()), component.getGenericType(), component.getAccessor());
    }

    /** A component can't be called {@code private}, so it is {@code isPrivate}. */
    private static String name(String component) {
        return component
                .replaceAll("^is([A-Z])", "$1")
                .replaceAll("(?<=.)([A-Z])", "_$1")
                .toLowerCase(Locale.ROOT);
    }
}
