package io.github.frameiokit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Shows how one annotation gives every class of handlers its scope and the app's interceptors. */
@Stereotype
@ApplicationScoped
@Timed
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Handlers {}
