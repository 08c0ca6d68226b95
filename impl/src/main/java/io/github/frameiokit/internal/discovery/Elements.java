package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.Action;
import io.github.frameiokit.ResourceType;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Route;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.build.compatible.spi.ObserverInfo;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.AnnotationMember;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.declarations.ParameterInfo;
import jakarta.enterprise.lang.model.types.Type;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Translates CDI Lite's model of the app's code into the types that both extensions use. */
final class Elements {

    private static final Set<String> OWN =
            Set.of(Webhook.class.getName(), Action.class.getName(), Route.class.getName(), Any.class.getName());

    private Elements() {}

    static Observed observed(ObserverInfo observer) {
        ClassInfo bean = observer.bean().declaringClass();
        MethodInfo method = observer.observerMethod();
        return new Observed(
                new Handler.Id(
                        bean.name(),
                        method.name(),
                        method.parameters().stream()
                                .map(parameter -> name(parameter.type()))
                                .toList()),
                name(observer.eventType()),
                foreign(observer.qualifiers()),
                observer.isAsync(),
                observer.reception() == Reception.IF_EXISTS,
                observer.transactionPhase(),
                Optional.of(method(method, bean)),
                qualifier(observer, Webhook.class).map(Elements::webhook),
                qualifier(observer, Action.class).map(Elements::action));
    }

    static Optional<AnnotationInfo> qualifier(ObserverInfo observer, Class<?> annotation) {
        return observer.qualifiers().stream()
                .filter(qualifier -> qualifier.name().equals(annotation.getName()))
                .findFirst();
    }

    private static Observed.WebhookMark webhook(AnnotationInfo webhook) {
        return new Observed.WebhookMark(
                webhook.member("value").asArray().stream()
                        .map(AnnotationMember::asString)
                        .toList(),
                webhook.member("secret").asString());
    }

    private static Observed.ActionMark action(AnnotationInfo action) {
        return new Observed.ActionMark(
                action.member("value").asString(),
                action.member("name").asString(),
                action.member("description").asString(),
                action.member("on").asArray().stream()
                        .map(type -> type.asEnum(ResourceType.class))
                        .collect(Collectors.toSet()),
                action.member("userAuth").asBoolean(),
                action.member("secret").asString());
    }

    /** The types that a handler's parameter names in {@code @Webhook} or {@code @Action}; empty if it has neither. */
    static Optional<List<String>> types(ParameterInfo event) {
        if (event.hasAnnotation(Webhook.class)) {
            return Optional.of(webhook(event.annotation(Webhook.class)).types());
        }
        return event.hasAnnotation(Action.class)
                ? Optional.of(List.of(event.annotation(Action.class).value().asString()))
                : Optional.empty();
    }

    static Observed.Method method(MethodInfo method, ClassInfo bean) {
        return new Observed.Method(name(method.returnType()), method.modifiers(), bean.modifiers());
    }

    /** The simple names of those qualifiers that Frame.io's events don't have. */
    static List<String> foreign(Collection<AnnotationInfo> qualifiers) {
        return qualifiers.stream()
                .map(AnnotationInfo::name)
                .filter(name -> !OWN.contains(name))
                .map(Observed::simple)
                .sorted()
                .toList();
    }

    /** The type's name, without its parameters; a type variable's is that of its bound. */
    static String name(Type type) {
        return switch (type.kind()) {
            case VOID -> void.class.getName();
            case PRIMITIVE -> type.asPrimitive().name();
            case CLASS -> type.asClass().declaration().name();
            case PARAMETERIZED_TYPE -> type.asParameterizedType().declaration().name();
            case ARRAY -> name(type.asArray().componentType()) + "[]";
            case TYPE_VARIABLE ->
                type.asTypeVariable().bounds().stream()
                        .findFirst()
                        .map(Elements::name)
                        .orElseGet(Object.class::getName);
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

    /** The class itself; empty where it isn't available while the application is built. */
    static <T> Optional<Class<? extends T>> load(ClassInfo type, Class<T> expected) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return Optional.of(Class.forName(type.name(), false, loader).asSubclass(expected));
        } catch (ClassNotFoundException | LinkageError | ClassCastException e) {
            return Optional.empty();
        }
    }
}
