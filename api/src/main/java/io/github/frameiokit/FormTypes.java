package io.github.frameiokit;

import java.lang.invoke.MethodType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Reads the generic types of components and properties. */
final class FormTypes {

    private FormTypes() {}

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> it) {
            return it;
        }
        if (type instanceof ParameterizedType it) {
            return (Class<?>) it.getRawType();
        }
        return type instanceof GenericArrayType ? Object[].class : Object.class;
    }

    /** The type of the value in a list or {@code Optional}. */
    static Type argument(Type type) {
        return type instanceof ParameterizedType it ? it.getActualTypeArguments()[0] : Object.class;
    }

    /** The type of the items of a list or array. */
    static Type item(Type type) {
        if (type instanceof GenericArrayType array) {
            return array.getGenericComponentType();
        }
        return raw(type).isArray() ? raw(type).getComponentType() : argument(type);
    }

    static Type boxed(Type type) {
        return type instanceof Class<?> it ? MethodType.methodType(it).wrap().returnType() : type;
    }
}
