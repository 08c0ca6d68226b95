package io.github.frameiokit;

import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The components of a record or the properties of a bean: their JSON names and types. */
final class FormShape {

    private static final String JSONB = "jakarta.json.bind.annotation.";

    private final Map<String, Type> members = new HashMap<>();
    private boolean custom;

    private FormShape() {}

    static FormShape of(Class<?> type) {
        FormShape shape = new FormShape();
        if (type.isInterface() || type.isArray() || type.getName().startsWith("java.")) {
            shape.custom = true;
        } else {
            shape.look(type);
            if (type.isRecord()) {
                shape.readComponents(type);
            } else {
                shape.readProperties(type);
            }
        }
        return shape;
    }

    /** Whether only JSON-B can bind the type: it has annotations of JSON-B other than names, or it has no members. */
    boolean isCustom() {
        return custom;
    }

    /** The types of the members by their JSON names. */
    Map<String, Type> members() {
        return members;
    }

    /** The JSON name of a record's component. */
    static String nameOf(RecordComponent component) {
        return name(component.getAccessor(), name(fieldOf(component), component.getName()));
    }

    /** The field has the component's annotations even if the record declares the accessor, which then lacks them. */
    private static Field fieldOf(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e); // every component has one
        }
    }

    private void readComponents(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            look(component.getAccessor());
            look(fieldOf(component));
            members.put(nameOf(component), component.getGenericType());
        }
    }

    private void readProperties(Class<?> type) {
        for (Class<?> level = type; level != null && level != Object.class; level = level.getSuperclass()) {
            readFields(level);
            readSetters(level);
            Arrays.stream(level.getDeclaredConstructors()).forEach(this::look);
        }
    }

    private void readFields(Class<?> level) {
        for (Field field : level.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                look(field);
                members.putIfAbsent(name(field, field.getName()), field.getGenericType());
            }
        }
    }

    private void readSetters(Class<?> level) {
        for (Method method : level.getDeclaredMethods()) {
            look(method);
            String name = method.getName();
            if (name.length() > 3 && name.startsWith("set") && method.getParameterCount() == 1) {
                String property = Character.toLowerCase(name.charAt(3)) + name.substring(4);
                members.putIfAbsent(name(method, property), method.getGenericParameterTypes()[0]);
            }
        }
    }

    private void look(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            Class<?> type = annotation.annotationType();
            custom |= type.getName().startsWith(JSONB) && type != JsonbProperty.class;
        }
    }

    private static String name(AnnotatedElement element, String otherwise) {
        JsonbProperty property = element.getAnnotation(JsonbProperty.class);
        return property == null || property.value().isEmpty() ? otherwise : property.value();
    }
}
