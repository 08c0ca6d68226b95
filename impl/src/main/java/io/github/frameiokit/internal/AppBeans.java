package io.github.frameiokit.internal;

import jakarta.enterprise.inject.Instance;
import java.lang.annotation.Annotation;
import java.util.Set;

/**
 * The app's beans, for types that not every server has: they can stand in no injection point, because some containers
 * load the types of all injection points when an app starts.
 */
public interface AppBeans {

    /** The beans of that type, with these qualifiers. */
    <T> Instance<T> select(Class<T> type, Annotation... qualifiers);

    /** The classes that declare the beans of that type. */
    Set<Class<?>> declaring(Class<?> type);
}
