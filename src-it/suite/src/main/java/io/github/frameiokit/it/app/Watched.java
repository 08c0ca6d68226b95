package io.github.frameiokit.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The app's own stereotype, for all classes with handlers. */
@Stereotype
@ApplicationScoped
@Audited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Watched {}
