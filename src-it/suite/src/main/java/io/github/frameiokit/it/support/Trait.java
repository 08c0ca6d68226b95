package io.github.frameiokit.it.support;

/** What servers differ in. A server's module lists in {@code server.lacks} those that its server doesn't have. */
public enum Trait {
    /** CDI Full: a portable extension may wrap observers. */
    OBSERVERS_CAN_BE_WRAPPED,
    /** CDI Lite: handlers are guarded by an interceptor. */
    OBSERVERS_CAN_ONLY_BE_INTERCEPTED,
    /** Without a JAX-RS application nothing is served. */
    NEEDS_AN_APPLICATION,
    /** CDI or the servlet context know of the JAX-RS applications while an app is deployed. */
    SHOWS_APPLICATIONS,
    /** There is a managed executor by its standard JNDI name. */
    HAS_A_MANAGED_EXECUTOR,
    /** Names can be looked up while an app starts. */
    NAMES_BEFORE_THE_FIRST_REQUEST,
    /** Several apps run beside each other. */
    RUNS_SEVERAL_APPS
}
