package io.github.frameiokit.internal.discovery;

import jakarta.enterprise.inject.build.compatible.spi.ObserverInfo;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.types.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns CDI Lite's model of the app's code into what both extensions work with. */
final class Elements {

    private Elements() {}

    static Observed observed(ObserverInfo observer) {
        ClassInfo bean = observer.bean().declaringClass();
        MethodInfo method = observer.observerMethod();
        return new Observed(
                bean.name() + "#" + method.name(),
                name(observer.eventType()),
                observer.isAsync(),
                Optional.of(method(method, bean)));
    }

    static Observed.Method method(MethodInfo method, ClassInfo bean) {
        return new Observed.Method(name(method.returnType()), method.modifiers(), bean.modifiers());
    }

    /** The type's name, without its parameters. */
    static String name(Type type) {
        return switch (type.kind()) {
            case VOID -> void.class.getName();
            case PRIMITIVE -> type.asPrimitive().name();
            case CLASS -> type.asClass().declaration().name();
            case PARAMETERIZED_TYPE -> type.asParameterizedType().declaration().name();
            case ARRAY -> name(type.asArray().componentType()) + "[]";
            default -> type.toString();
        };
    }

    /** The type's name, and those of its arguments. */
    static List<String> names(Type type) {
        return type.isParameterizedType()
                ? Stream.concat(
                                Stream.of(name(type)),
                                type.asParameterizedType().typeArguments().stream()
                                        .map(Elements::name))
                        .toList()
                : List.of(name(type));
    }

    /** The class itself, which needs not be there when an application is built. */
    static <T> Optional<Class<? extends T>> load(ClassInfo type, Class<T> expected) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return Optional.of(Class.forName(type.name(), false, loader).asSubclass(expected));
        } catch (ClassNotFoundException | LinkageError | ClassCastException e) {
            return Optional.empty();
        }
    }
}
